import { useState } from 'react';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { NumberInput } from '../../../components/form/NumberInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

type OldAfterDialogProps = { days: number; onClose: () => void };

/** After how many days what runs is marked as old; for everybody of the workspace. */
export function OldAfterDialog({ days, onClose }: OldAfterDialogProps) {
  const [typed, setTyped] = useState(String(days));
  const set = useCommand('matrix.set');
  const send = async () => {
    const oldAfterDays = Number(typed.trim());
    // What is no number would travel as null, which stands for the usual days.
    if (!Number.isFinite(oldAfterDays)) return `“${typed}” is no number; give whole days.`;
    const answer = await set.run({ oldAfterDays });
    if (!answer.ok) return answer.error.message;
    const text = `What runs for more than ${answer.value.oldAfterDays} days is marked as old`;
    showToast({ text, undo: undoOf(answer) });
    return null;
  };
  return (
    <FormDialog
      title="When is what runs old?"
      action="Set the days"
      onSend={send}
      onClose={onClose}
    >
      <NumberInput
        label="Older than"
        unit="days"
        help="Counted from when a version first came to its environment. 30 unless it is set here, for everybody of this workspace."
        error={set.error?.fields?.['oldAfterDays']}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </FormDialog>
  );
}
