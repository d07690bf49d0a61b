import { useState } from 'react';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

type SetBaselineDialogProps = { releaseId: string; onClose: () => void };

/** Keeps the dates of this moment; what for may be said. */
export function SetBaselineDialog({ releaseId, onClose }: SetBaselineDialogProps) {
  const [note, setNote] = useState('');
  const { run } = useCommand('baselines.set');
  const send = async () => {
    const answer = await run({ releaseId, note });
    if (!answer.ok) return answer.error.fields?.['note'] ?? answer.error.message;
    showToast({ text: 'Baseline set', undo: undoOf(answer) });
    return null;
  };
  return (
    <FormDialog title="Set a baseline" action="Set the baseline" onSend={send} onClose={onClose}>
      <p>
        The start, phases, deployments, tasks and milestones are kept as they are planned now. A
        baseline is never changed; baselines set before stay.
      </p>
      <TextInput
        autoFocus
        optional
        label="What for"
        width={2400}
        placeholder="Agreed with the steering board"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
