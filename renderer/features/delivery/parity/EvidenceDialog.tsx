import { useState } from 'react';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

type EvidenceDialogProps = {
  /** The comparison in a sentence. */
  said: string;
  /** Differences nobody accepted: an item it is evidence of stays open then. */
  open: number;
  onClose: () => void;
};

/** Marks an item of a checklist as done with what the comparison says. */
export function EvidenceDialog({ said, open, onClose }: EvidenceDialogProps) {
  const list = useProcedure('checklists.across', {});
  const set = useCommand('checklists.setItem');
  const [itemId, setItemId] = useState('');
  const items = list.data ?? [];
  const send = async () => {
    const item = items.find(({ id }) => id === itemId);
    if (item === undefined) return 'Choose the item it proves.';
    const settled = open === 0 ? ({ state: 'done' } as const) : {};
    const answer = await set.run({ id: item.id, rev: item.rev, evidence: said, ...settled });
    if (!answer.ok) return answer.error.message;
    showToast({
      text: `${open === 0 ? 'Done' : 'Noted'}: ${item.text}`,
      undo: undoOf(answer),
    });
    return null;
  };
  return (
    <FormDialog
      title="Use as evidence"
      action={open === 0 ? 'Mark the item as done' : 'Note it at the item'}
      onSend={send}
      onClose={onClose}
    >
      <p>
        <bdi>{said}</bdi>
      </p>
      <SelectInput
        label="Item of a checklist"
        none={items.length === 0 ? 'No item is open' : 'Choose an item'}
        options={items.map(({ id, text, release }) => ({ value: id, label: text, group: release }))}
        help={
          open === 0
            ? 'Of the releases that are open, what is not settled yet.'
            : 'Differences are open, so the item stays open, too: it only gets the sentence.'
        }
        value={itemId}
        onChange={({ target }) => setItemId(target.value)}
      />
    </FormDialog>
  );
}
