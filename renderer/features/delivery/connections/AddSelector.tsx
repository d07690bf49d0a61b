import Button from '@mui/material/Button';
import { useState, type KeyboardEvent } from 'react';
import { readSelector } from '#shared/rules/delivery/monitoring/alert-selector.ts';
import { TextInput } from '../../../components/form/TextInput.tsx';
import styles from './fields.module.css';

type AddSelectorProps = {
  taken: readonly string[];
  example: string;
  onAdd: (selector: string) => void;
};

/** Labels by which alerts are known, before any alert has them: a quiet system has shown none yet. */
export function AddSelector({ taken, example, onAdd }: AddSelectorProps) {
  const [typed, setTyped] = useState('');
  const selector = typed.trim();
  const error = taken.includes(selector)
    ? 'Is in the list already.'
    : selector !== '' && readSelector(selector) === null
      ? `Expected a label and its value, such as ${example}.`
      : undefined;
  const isReady = selector !== '' && error === undefined;

  function add(): void {
    if (!isReady) return;
    onAdd(selector);
    setTyped('');
  }
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <div className={styles['add']} onKeyDown={addOnEnter}>
      <TextInput
        label="Alerts with these labels"
        help="A label and its value; several with commas between, when an alert has to have them all."
        optional
        mono
        dir="ltr"
        spellCheck={false}
        placeholder={example}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={error}
      />
      <Button disabled={!isReady} onClick={add}>
        Add
      </Button>
    </div>
  );
}
