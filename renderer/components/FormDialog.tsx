import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import styles from './FormDialog.module.css';

type FormDialogProps = {
  title: string;
  /** The consequence as a verb: "Put on hold". Never "OK". */
  action: string;
  /** What cannot be taken back stands in red. */
  danger?: boolean;
  /** Answers null when it is done, or why it was refused; what is typed stays then. */
  onSend: () => Promise<string | null>;
  onClose: () => void;
  children: ReactNode;
};

/** A few fields that one action asks for. It is open as long as it is there. */
export function FormDialog(props: FormDialogProps) {
  const { title, action, danger = false, onSend, onClose, children } = props;
  const id = useId();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const refused = await onSend();
    setBusy(false);
    setRefusal(refused);
    if (refused === null) onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <form className={styles['form']} onSubmit={onSubmit} noValidate aria-labelledby={id}>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent className={styles['fields']}>
          {children}
          {refusal !== null && (
            <p className={styles['refusal']} role="alert">
              {refusal}
            </p>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Keep as it is</Button>
          <Button
            type="submit"
            variant="contained"
            color={danger ? 'error' : 'primary'}
            disabled={busy}
          >
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
