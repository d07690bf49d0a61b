import { useState } from 'react';
import type { FormEvent } from 'react';
import Button from '@mui/material/Button';
import type { CallError } from '#shared/contract/procedure.ts';
import { TextArea } from '../form/TextArea.tsx';
import styles from './editing.module.css';

type ReasonFormProps = {
  label: string;
  /** Names the consequence: "Withdraw approval". */
  button: string;
  /** What it sets off, under the button. */
  consequence?: string;
  /** Answers null when it was taken. */
  submit: (reason: string) => Promise<CallError | null>;
  onDone: () => void;
  danger?: boolean;
  placeholder?: string;
  /** The words may be left out, as with a note. */
  optional?: boolean;
};

/** Asks for a few words in place, before something that stays in the record. */
export function ReasonForm(props: ReasonFormProps) {
  const { label, button, consequence, submit, onDone, optional = false } = props;
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [pending, setPending] = useState(false);

  const send = async () => {
    if (reason.trim() === '' && !optional) {
      setRefusal('Type a few words: the record keeps them beside your name.');
      return;
    }
    setPending(true);
    const error = await submit(reason.trim());
    setPending(false);
    if (error === null) onDone();
    else setRefusal(error.message);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form
      className={styles['reason']}
      aria-label={button}
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <TextArea
        autoFocus
        rows={2}
        label={label}
        optional={optional}
        value={reason}
        placeholder={props.placeholder}
        error={refusal}
        onChange={(event) => {
          setReason(event.target.value);
          setRefusal(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void send();
        }}
      />
      <div className={styles['choice']}>
        <Button
          type="submit"
          variant="contained"
          color={props.danger === true ? 'error' : 'primary'}
          disabled={pending}
        >
          {button}
        </Button>
        <Button variant="text" onClick={onDone}>
          Cancel
        </Button>
      </div>
      {consequence !== undefined && <p className={styles['consequence']}>{consequence}</p>}
    </form>
  );
}
