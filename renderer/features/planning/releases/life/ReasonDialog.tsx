import { useState } from 'react';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { TextArea } from '../../../../components/form/TextArea.tsx';

type ReasonDialogProps = {
  title: string;
  about: string;
  /** Of the reason; none is asked for without. */
  label?: string;
  action: string;
  danger?: boolean;
  onSend: (reason: string) => Promise<string | null>;
  onClose: () => void;
};

/** Asks for the reason people read later, and says what the action sets off. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, about, label, action, danger, onSend, onClose } = props;
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      {...{ title, action, danger, onClose }}
      onSend={() => {
        if (label !== undefined && reason.trim() === '') {
          return Promise.resolve('Say why in a sentence: it is what people read later.');
        }
        return onSend(reason);
      }}
    >
      <p>{about}</p>
      {label !== undefined && (
        <TextArea
          autoFocus
          label={label}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </FormDialog>
  );
}
