import { useState } from 'react';
import type { Deployment, DeploymentResult } from '#shared/model/planning/releases.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { instantOf, momentOf } from '../../../../components/form/moment.ts';
import { MomentInput } from '../../../../components/form/MomentInput.tsx';
import { SelectInput } from '../../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../../components/form/TextArea.tsx';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../../state/edits.ts';
import { whenText, zoneText } from '../../../../components/when-text.ts';
import type { ReleasePage } from '../release-page.ts';

type RecordDeploymentProps = { deployment: Deployment; page: ReleasePage; onClose: () => void };

const results: readonly { value: DeploymentResult; label: string }[] = [
  { value: 'succeeded', label: 'Succeeded' },
  { value: 'failed', label: 'Failed' },
  { value: 'rolled-back', label: 'Rolled back' },
];

/** How a deployment really went: when it began and ended, and with what result. */
export function RecordDeployment({ deployment, page, onClose }: RecordDeploymentProps) {
  const { id, rev, zone, startAt } = deployment;
  const { run } = useCommand('deployments.record');
  const begun = deployment.actualStartAt ?? (startAt <= page.now ? startAt : page.now);
  const [from, setFrom] = useState(momentOf(begun, zone));
  const [to, setTo] = useState(momentOf(deployment.actualEndAt, zone));
  const [result, setResult] = useState<string>(deployment.result ?? '');
  const [note, setNote] = useState(deployment.note);
  const place = page.names.environment(deployment.environmentId);
  const send = async () => {
    const actualStartAt = instantOf(from, zone);
    const actualEndAt = instantOf(to, zone);
    if (typeof actualStartAt !== 'string' || actualEndAt === undefined) {
      return 'Give each time as a date and a time, such as 22:00.';
    }
    const known = results.find(({ value }) => value === result)?.value ?? null;
    const answer = await run({ id, rev, actualStartAt, actualEndAt, result: known, note });
    if (!answer.ok) return answer.error.message;
    showToast({ text: 'Deployment recorded', undo: undoOf(answer) });
    return null;
  };
  return (
    <FormDialog title={`Deployment to ${place}`} action="Record it" onSend={send} onClose={onClose}>
      <p>
        Planned for {whenText(startAt, zone, page.now)} {zoneText(zone)}.
      </p>
      <MomentInput label="Began" value={from} zone={zoneText(zone)} onChange={setFrom} />
      <MomentInput optional label="Ended" value={to} zone={zoneText(zone)} onChange={setTo} />
      <SelectInput
        label="How it went"
        none="Still under way"
        options={results}
        value={result}
        onChange={(event) => setResult(event.target.value)}
      />
      <TextArea
        optional
        label="What is to be said about it"
        rows={3}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
