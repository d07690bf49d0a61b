import { useState } from 'react';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { peopleToChoose, useNames } from '../../planning/releases/index.ts';

type AcceptDialogProps = { id: string; keys: readonly string[]; onClose: () => void };

/** Takes differences as they should be, with a reason and somebody who answers for them. */
export function AcceptDialog({ id, keys, onClose }: AcceptDialogProps) {
  const { names } = useNames();
  const accept = useCommand('parity.accept');
  const [reason, setReason] = useState('');
  const [ownerId, setOwnerId] = useState('');
  const what = keys.length === 1 ? (keys[0] ?? '') : `${keys.length} differences`;
  const send = async () => {
    if (ownerId === '') return 'Choose who answers for it.';
    const answer = await accept.run({ id, keys: [...keys], reason, ownerId });
    if (!answer.ok) return answer.error.fields?.['reason'] ?? answer.error.message;
    showToast({ text: `${what} accepted`, undo: undoOf(answer) });
    return null;
  };
  return (
    <FormDialog title={`Accept ${what}`} action="Accept" onSend={send} onClose={onClose}>
      <TextArea
        label="Reason"
        rows={3}
        help="Why it should differ. It holds in later comparisons of the two, until a value changes."
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <SelectInput
        label="Owner"
        none="Choose a person"
        options={peopleToChoose(names)}
        value={ownerId}
        onChange={({ target }) => setOwnerId(target.value)}
      />
    </FormDialog>
  );
}
