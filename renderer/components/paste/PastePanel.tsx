import type { FormEvent, ReactNode } from 'react';
import Button from '@mui/material/Button';
import { TextArea } from '../form/TextArea.tsx';
import { CsvFile } from './CsvFile.tsx';
import styles from './paste.module.css';

type PastePanelProps = {
  /** What the form is for, and what its button does with what is in it. */
  title: string;
  action: string;
  help: string;
  placeholder: string;
  text: string;
  onType: (text: string) => void;
  /** Sends what the preview shows; absent while there is nothing to send. */
  onSend: (() => void) | null;
  onCancel: () => void;
  pending: boolean;
  refusal: string | null;
  /** A file can be read instead of pasting. */
  files?: boolean;
  /** The preview. */
  children?: ReactNode;
};

/** Where a list is pasted, with what would become of it, before anything is written. */
export function PastePanel(props: PastePanelProps) {
  const { title, action, help, placeholder, text, onType, onSend, onCancel, files = false } = props;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSend?.();
  };
  return (
    <form className={styles['panel']} aria-label={title} onSubmit={onSubmit}>
      <TextArea
        autoFocus
        rows={4}
        width={2400}
        label="List"
        help={help}
        placeholder={placeholder}
        value={text}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onSend?.();
        }}
      />
      <div className={styles['buttons']}>
        <Button
          type="submit"
          variant="contained"
          loading={props.pending}
          disabled={onSend === null}
        >
          {action}
        </Button>
        {files && <CsvFile onText={onType} />}
        <Button variant="text" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      {props.children}
      {props.refusal !== null && (
        <p className={styles['refusal']} role="alert">
          {props.refusal}
        </p>
      )}
    </form>
  );
}
