import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import type { Output } from '#shared/contract/index.ts';
import type { PackCandidate } from '#shared/model/governance/packs.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { FieldGroup } from '../../../components/form/Field.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { chosenGates, isAsked } from './pack-words.ts';
import styles from './packs.module.css';

export type MadePack = Output<'cab.createPack'>;

type MakePackProps = {
  /** The release it is about to begin with. */
  releaseId: string | undefined;
  onMade: (made: MadePack) => void;
  onClose: () => void;
};

/** What a pack asks, and of whom: the gates of some releases, and people who can decide there. */
export function MakePack({ releaseId, onMade, onClose }: MakePackProps) {
  const list = useProcedure('packs.candidates', {});
  const people = useProcedure('people.list', {}).data?.people ?? [];
  const { run } = useCommand('cab.createPack');
  const [title, setTitle] = useState('');
  const [releaseIds, setReleaseIds] = useState<string[]>(
    releaseId === undefined ? [] : [releaseId],
  );
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set());
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [expiresOn, setExpiresOn] = useState('');
  const candidates = list.data ?? [];
  const gates = chosenGates(candidates, { releaseIds, flipped });
  const able = useMemo(() => new Set(gates.flatMap(({ personIds }) => personIds)), [gates]);
  const standIns = gates.flatMap((gate) => gate.standIns);
  const offered = people
    .filter(({ id, leftOn }) => leftOn === null && able.has(id))
    .map(({ id, name }) => ({
      ...{ id, name },
      why: standIns.find(({ personId }) => personId === id)?.reason,
    }));
  const others = people.filter(({ id, leftOn }) => leftOn === null && !able.has(id));

  const send = async () => {
    const answer = await run({
      title,
      gateIds: gates.map(({ id }) => id),
      reviewerIds: [...picked],
      ...(expiresOn === '' ? {} : { expiresOn }),
    });
    if (!answer.ok) return answer.error.message;
    onMade(answer.value);
    return null;
  };

  return (
    <FormDialog title="Make a CAB pack" action="Make the pack" onSend={send} onClose={onClose}>
      <p className={styles['about']}>
        One file with everything needed to decide. Reviewers open it without a network, and send
        back the answer it saves.
      </p>
      <TextInput
        autoFocus
        label="Title"
        help="Such as “CAB, Tue 1 Dec”. It is the name of the file."
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      {list.isPending && <SkeletonRows what="releases" rows={3} />}
      {list.isError && (
        <ErrorPanel
          {...errorParts('The releases could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.isSuccess && candidates.length === 0 && (
        <Empty
          small
          text="No open release has a gate that is decided, so there is nothing to ask."
        />
      )}
      {candidates.length > 0 && (
        <>
          <ReleaseChoice
            candidates={candidates}
            releaseIds={releaseIds}
            onChange={setReleaseIds}
            flipped={flipped}
            onFlip={(id) => setFlipped((all) => toggled(all, id, !all.has(id)))}
          />
          <PersonChoice
            label="Reviewers"
            help={
              offered.length === 0
                ? 'Nobody can fill an open place of these gates. Assign roles, or choose from all people.'
                : 'Who can fill a place of these gates, or stand in at one. Each gets a code of their own.'
            }
            people={offered}
            others={others}
            picked={picked}
            onPick={(id, isPicked) => setPicked((all) => toggled(all, id, isPicked))}
          />
        </>
      )}
      <DateInput
        label="Can be answered until"
        optional
        value={expiresOn}
        onChange={(event) => setExpiresOn(event.target.value)}
      />
    </FormDialog>
  );
}

type ReleaseChoiceProps = {
  candidates: readonly PackCandidate[];
  releaseIds: readonly string[];
  onChange: (ids: string[]) => void;
  flipped: ReadonlySet<string>;
  onFlip: (gateId: string) => void;
};

function ReleaseChoice(props: ReleaseChoiceProps) {
  const { candidates, releaseIds, onChange, flipped, onFlip } = props;
  const chosen = candidates.filter(({ releaseId }) => releaseIds.includes(releaseId));
  const rest = candidates.filter(({ releaseId }) => !releaseIds.includes(releaseId));
  return (
    <>
      {chosen.map(({ releaseId, release, number, gates }) => (
        <FieldGroup key={releaseId} label={`Gates of ${release}, R-${number}`}>
          <div className={styles['ticks']}>
            {gates.map((gate) => (
              <CheckboxInput
                key={gate.id}
                label={gate.name}
                help={gate.status === 'passed' ? 'Passed already' : undefined}
                checked={isAsked(gate, flipped)}
                onChange={() => onFlip(gate.id)}
              />
            ))}
            <Button
              size="small"
              variant="text"
              onClick={() => onChange(releaseIds.filter((id) => id !== releaseId))}
            >
              Leave this release out
            </Button>
          </div>
        </FieldGroup>
      ))}
      {rest.length > 0 && (
        <SelectInput
          label={chosen.length === 0 ? 'Release' : 'One more release'}
          optional={chosen.length > 0}
          none="Choose…"
          options={rest.map(({ releaseId, release, number }) => ({
            value: releaseId,
            label: `${release}, R-${number}`,
          }))}
          value=""
          onChange={(event) => {
            if (event.target.value !== '') onChange([...releaseIds, event.target.value]);
          }}
        />
      )}
    </>
  );
}

type PersonChoiceProps = {
  label: string;
  help: string;
  /** With why they would stand in, where they do. */
  people: readonly { id: string; name: string; why: string | undefined }[];
  /** Who can fill no place now. */
  others: readonly { id: string; name: string }[];
  picked: ReadonlySet<string>;
  onPick: (id: string, isPicked: boolean) => void;
};

function PersonChoice({ label, help, people, others, picked, onPick }: PersonChoiceProps) {
  const added = others
    .filter(({ id }) => picked.has(id))
    .map(({ id, name }) => ({ id, name, why: undefined }));
  const rest = others.filter(({ id }) => !picked.has(id));
  return (
    <>
      <FieldGroup label={label} help={help}>
        <div className={styles['ticks']}>
          {[...people, ...added].map(({ id, name, why }) => (
            <CheckboxInput
              key={id}
              label={name}
              help={why === undefined ? undefined : `Stands in: ${why}`}
              checked={picked.has(id)}
              onChange={(event) => onPick(id, event.target.checked)}
            />
          ))}
        </div>
      </FieldGroup>
      {rest.length > 0 && (
        <SelectInput
          label="Somebody else"
          optional
          help="Their answer is recorded only where the rules of a gate let them decide."
          none="Choose…"
          options={rest.map(({ id, name }) => ({ value: id, label: name }))}
          value=""
          onChange={(event) => {
            if (event.target.value !== '') onPick(event.target.value, true);
          }}
        />
      )}
    </>
  );
}

function toggled(all: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(all);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
