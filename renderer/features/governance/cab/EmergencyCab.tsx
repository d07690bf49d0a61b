import { useState } from 'react';
import type { CallError } from '#shared/contract/procedure.ts';
import type { EmergencyVoter } from '#shared/model/governance/cab-views.ts';
import type { DecisionOutcome } from '#shared/model/governance/gates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { FieldRow } from '../../../components/form/Field.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { dateText } from '../../../components/when-text.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { standsFor } from './cab-words.ts';
import styles from './cab.module.css';

type Vote = { personId: string; outcome: DecisionOutcome; comment: string };

const outcomes: readonly { value: DecisionOutcome; label: string }[] = [
  { value: 'go', label: 'Go' },
  { value: 'no-go', label: 'No-go' },
];

/** Two people decide on a release at once: the meeting is held, closed and its review is due. */
export function EmergencyCab({ page, onClose }: { page: ReleasePage; onClose: () => void }) {
  const { release, names, now } = page;
  const ground = useProcedure('cab.emergencyVoters', { releaseId: release.id });
  const hold = useCommand('cab.emergency');
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState<Partial<Vote>[]>([{}, {}]);
  const voters = ground.data?.voters ?? [];
  const usual = usualVoters(voters);
  const refusal = ground.data?.refusal ?? null;
  const votes = [0, 1].map((index): Vote => ({
    personId: typed[index]?.personId ?? usual[index] ?? '',
    outcome: typed[index]?.outcome ?? 'go',
    comment: typed[index]?.comment ?? '',
  }));
  const patch = (index: number, change: Partial<Vote>) =>
    setTyped((before) => before.map((each, at) => (at === index ? { ...each, ...change } : each)));

  const send = async () => {
    const answer = await hold.run({ releaseId: release.id, reason, votes });
    if (!answer.ok) return answer.error.message;
    const { open, reviewOn } = answer.value;
    const rest = open.length === 0 ? '' : ` Still open: ${open.join(', ')}.`;
    const due = dateText(reviewOn, Number(now.slice(0, 4)));
    showToast({ text: `The emergency CAB is recorded; its review is due ${due}.${rest}` });
    return null;
  };
  const year = Number(now.slice(0, 4));
  return (
    <FormDialog
      title={`Emergency CAB on ${release.name}`}
      action="Record the emergency CAB"
      onSend={send}
      onClose={onClose}
    >
      {refusal !== null && <Status kind="failed" label={refusal} />}
      {ground.isError && <p className={styles['refusal']}>{ground.error.error.message}</p>}
      <p className={styles['quiet']}>
        {ground.data !== undefined && ground.data.gates.length > 0 && (
          <>
            Decides <bdi>{ground.data.gates.map(({ name }) => `“${name}”`).join(', ')}</bdi>.{' '}
          </>
        )}
        {ground.data !== undefined &&
          `A review afterwards is due by ${dateText(ground.data.reviewOn, year)}, put on the checklist by itself.`}
      </p>
      <TextArea
        label="What cannot wait"
        autoFocus
        rows={2}
        value={reason}
        error={hold.error?.fields?.['reason']}
        onChange={(event) => setReason(event.target.value)}
      />
      {votes.map((vote, index) => (
        <div key={index} className={styles['emergencyVote']}>
          <FieldRow>
            <SelectInput
              label={index === 0 ? 'First person' : 'Second person'}
              none="Choose somebody"
              value={vote.personId}
              options={voters.map(({ personId, places }) => ({
                value: personId,
                label: `${names.person(personId)}, ${placesInWords(places, names)}`,
              }))}
              error={errorAt(hold.error, `votes.${index}.personId`)}
              onChange={(event) => patch(index, { personId: event.target.value })}
            />
            <SelectInput
              label={index === 0 ? 'Decides' : 'Decides as well'}
              width={140}
              value={vote.outcome}
              options={outcomes}
              onChange={(event) =>
                patch(index, { outcome: event.target.value === 'no-go' ? 'no-go' : 'go' })
              }
            />
          </FieldRow>
          {vote.outcome === 'no-go' && (
            <TextInput
              label="Reason of the no-go"
              value={vote.comment}
              onChange={(event) => patch(index, { comment: event.target.value })}
            />
          )}
        </div>
      ))}
    </FormDialog>
  );
}

function errorAt(error: CallError | null, field: string): string | undefined {
  return error?.fields?.[field];
}

/** The first two who find a place beside each other. */
function usualVoters(voters: readonly EmergencyVoter[]): string[] {
  for (const [index, first] of voters.entries()) {
    const second = voters
      .slice(index + 1)
      .find(({ places }) => new Set([...first.places, ...places].map(placeText)).size > 1);
    if (second !== undefined) return [first.personId, second.personId];
  }
  return voters.slice(0, 1).map(({ personId }) => personId);
}

/** `Operations`, or `Operations for Ana Duarte` where somebody stands in. */
function placesInWords(places: EmergencyVoter['places'], names: ReleasePage['names']): string {
  const words = places.map(({ role, standIn }) =>
    standIn === null ? role : `${role} ${standsFor(standIn.forPersonId, names)}`,
  );
  return [...new Set(words)].join(', ');
}

function placeText({ gateId, placeKey }: EmergencyVoter['places'][number]): string {
  return `${gateId} ${placeKey}`;
}
