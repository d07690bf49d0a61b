import { useState } from 'react';
import Button from '@mui/material/Button';
import type { HeldThing, Person } from '#shared/model/workspace/people.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { useNow } from '../../../state/clock.ts';
import { undoOf } from '../../../state/edits.ts';
import styles from './people.module.css';

const kindWords: Record<HeldThing['kind'], string> = {
  release: 'Owner of',
  role: 'Role',
  condition: 'Condition',
  risk: 'Risk',
  'scope-item': 'Scope item',
  task: 'Task',
  dependency: 'Dependency',
  service: 'Owner of the service',
};

type LeavingProps = { person: Person; onRemoved: () => void };

/** What is somebody's, and the end of their time here: left, back again, or entered in error. */
export function Leaving({ person, onRemoved }: LeavingProps) {
  const [asked, setAsked] = useState(false);
  const back = useCommand('people.return');
  const removal = useCommand('people.remove');
  const refusal = back.error ?? removal.error;
  const comeBack = async () => {
    const answer = await back.run({ id: person.id });
    if (answer.ok) showToast({ text: `${person.name} is back`, undo: undoOf(answer) });
  };
  const remove = async () => {
    const answer = await removal.run({ id: person.id });
    if (!answer.ok) return;
    showToast({ text: `${person.name} removed`, undo: undoOf(answer) });
    onRemoved();
  };
  return (
    <InspectorPart title={person.leftOn === null ? 'Still theirs' : `Left on ${person.leftOn}`}>
      {person.leftOn !== null && (
        <p className={styles['lead']}>
          They are chosen no more. What they decided or own stays theirs until it is handed over.
        </p>
      )}
      <Held personId={person.id} />
      <div className={styles['leaving']}>
        {person.leftOn === null ? (
          <Button onClick={() => setAsked(true)}>They left…</Button>
        ) : (
          <Button loading={back.pending} onClick={() => void comeBack()}>
            They are back
          </Button>
        )}
        <Button variant="text" loading={removal.pending} onClick={() => void remove()}>
          Remove, entered in error
        </Button>
      </div>
      {refusal !== null && <ErrorPanel what="Nothing was changed" why={refusal.message} />}
      {asked && (
        // What is sent in the dialog would reach the form around it too, whose fields it is not.
        <div onSubmit={(event) => event.stopPropagation()}>
          <LeaveDialog person={person} onClose={() => setAsked(false)} />
        </div>
      )}
    </InspectorPart>
  );
}

function Held({ personId }: { personId: string }) {
  const held = useProcedure('people.held', { id: personId });
  if (held.isError && held.data === undefined) {
    return (
      <ErrorPanel
        {...errorParts('What is theirs could not be read', held.error)}
        onRetry={() => void held.refetch()}
      />
    );
  }
  if (held.data === undefined) return null;
  if (held.data.length === 0) return <p className={styles['lead']}>Nothing open is theirs.</p>;
  return (
    <ul className={styles['held']} aria-label="Still theirs">
      {held.data.map(({ kind, label, releaseId, release }) => (
        <li key={`${kind} ${releaseId} ${label}`}>
          <span className={styles['heldKind']}>{kindWords[kind]}</span>{' '}
          {releaseId === null || kind !== 'release' ? <bdi>{label}</bdi> : null}
          {releaseId !== null && (
            <>
              {kind !== 'release' && ' in '}
              <a href={`#/releases/${releaseId}/overview`}>
                <bdi>{release}</bdi>
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function LeaveDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const now = useNow();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const { run } = useCommand('people.leave');
  const [leftOn, setLeftOn] = useState(() => dateIn(now, zone));
  const send = async () => {
    if (leftOn === '') return 'Give the day they left.';
    const answer = await run({ id: person.id, leftOn });
    if (!answer.ok) return answer.error.message;
    const count = answer.value.held.length;
    const open = count === 1 ? '1 thing is' : `${count} things are`;
    const rest = count === 0 ? 'nothing open is theirs' : `${open} still theirs, listed beside`;
    showToast({ text: `${person.name} left; ${rest}`, undo: undoOf(answer) });
    return null;
  };
  return (
    <FormDialog title={`${person.name} left`} action="Record it" onSend={send} onClose={onClose}>
      <p>
        They are no longer chosen, and no open place waits for them. What they decided or own stays
        under their name.
      </p>
      <DateInput label="On" value={leftOn} onChange={(event) => setLeftOn(event.target.value)} />
    </FormDialog>
  );
}
