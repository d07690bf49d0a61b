import { useState } from 'react';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';

type ViewDialogProps = {
  title: string;
  action: string;
  name: string;
  shared: boolean;
  /** What a view of this screen keeps, as a sentence. */
  keeps: string;
  onSend: (name: string, shared: boolean) => Promise<string | null>;
  onClose: () => void;
};

/** The name of a view, and who sees it. */
export function ViewDialog({ title, action, keeps, onSend, onClose, ...before }: ViewDialogProps) {
  const [name, setName] = useState(before.name);
  const [shared, setShared] = useState(before.shared);
  const send = () => {
    const typed = name.trim();
    if (typed === '') return Promise.resolve('Give the view a name, such as “Mine this month”.');
    return onSend(typed, shared);
  };
  return (
    <FormDialog title={title} action={action} onSend={send} onClose={onClose}>
      <TextInput
        autoFocus
        label="Name"
        help={keeps}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <CheckboxInput
        label="Everybody of the workspace sees it"
        help="Only you change it."
        checked={shared}
        onChange={(event) => setShared(event.target.checked)}
      />
    </FormDialog>
  );
}
