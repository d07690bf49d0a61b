import { useState } from 'react';
import { severities } from '#shared/model/delivery/incidents.ts';
import type { Incident } from '#shared/model/delivery/incidents.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { instantOf, momentOf } from '../../../components/form/moment.ts';
import { MomentInput } from '../../../components/form/MomentInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { whenText, zoneText } from '../../../components/when-text.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { severityWords } from './incident-words.ts';

type IncidentDialogProps = { incident: Incident | null; page: ReleasePage; onClose: () => void };

const severityOptions = severities.map((value) => ({ value, label: severityWords[value] }));

/** A new incident, or a known one to correct or resolve. Times are those of the workspace. */
export function IncidentDialog({ incident, page, onClose }: IncidentDialogProps) {
  const { release, names, zone, now } = page;
  const { run } = useCommand('incidents.record');
  const [title, setTitle] = useState(incident?.title ?? '');
  const [severity, setSeverity] = useState<string>(incident?.severity ?? 'medium');
  const [deploymentId, setDeploymentId] = useState(incident?.deploymentId ?? '');
  const [detected, setDetected] = useState(momentOf(incident?.detectedAt ?? now, zone));
  const [resolved, setResolved] = useState(momentOf(incident?.resolvedAt ?? null, zone));
  const [note, setNote] = useState(incident?.note ?? '');
  const send = async () => {
    const detectedAt = instantOf(detected, zone);
    const resolvedAt = instantOf(resolved, zone);
    if (typeof detectedAt !== 'string' || resolvedAt === undefined) {
      return 'Give each time as a date and a time, such as 22:00.';
    }
    const answer = await run({
      ...(incident === null ? {} : { id: incident.id, rev: incident.rev }),
      ...{ releaseId: release.id, title, note, detectedAt, resolvedAt },
      deploymentId: deploymentId === '' ? null : deploymentId,
      severity: severities.find((each) => each === severity) ?? 'medium',
    });
    if (!answer.ok) return answer.error.message;
    showToast({ text: 'Incident recorded', undo: undoOf(answer) });
    return null;
  };
  return (
    <FormDialog
      title={incident === null ? 'Record an incident' : 'Incident'}
      action={incident === null ? 'Record it' : 'Save'}
      onSend={send}
      onClose={onClose}
    >
      <TextInput
        autoFocus
        label="What went wrong"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <SelectInput
        label="Severity"
        options={severityOptions}
        value={severity}
        onChange={(event) => setSeverity(event.target.value)}
      />
      <SelectInput
        label="After which deployment"
        none="Not known"
        options={release.deployments.map((each) => ({
          value: each.id,
          label: `${names.environment(each.environmentId)}, ${whenText(each.startAt, each.zone, now)}`,
        }))}
        value={deploymentId}
        onChange={(event) => setDeploymentId(event.target.value)}
      />
      <MomentInput label="Detected" value={detected} zone={zoneText(zone)} onChange={setDetected} />
      <MomentInput
        optional
        label="Resolved"
        value={resolved}
        zone={zoneText(zone)}
        onChange={setResolved}
      />
      <TextArea
        optional
        label="What is known"
        rows={3}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
