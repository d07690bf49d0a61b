import Button from '@mui/material/Button';
import { useState, type KeyboardEvent } from 'react';
import { TextInput } from '../../../components/form/TextInput.tsx';
import styles from './fields.module.css';

type AddWorkflowProps = {
  taken: readonly string[];
  /** How this provider names a workflow. */
  example: string;
  /** What that is: its file, the full name of its job. */
  by: string;
  onAdd: (workflow: string) => void;
};

/** A workflow by what its provider knows it by, where neither the provider nor a run has named it. No form: it stands in one. */
export function AddWorkflow({ taken, example, by, onAdd }: AddWorkflowProps) {
  const [typed, setTyped] = useState('');
  const workflow = typed.trim();
  const isTaken = taken.includes(workflow);

  function add(): void {
    if (workflow === '' || isTaken) return;
    onAdd(workflow);
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
        label={`${taken.length === 0 ? 'A' : 'Another'} workflow by ${by}`}
        optional
        mono
        dir="ltr"
        spellCheck={false}
        placeholder={example}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={isTaken ? 'Is in the list already.' : undefined}
      />
      <Button disabled={workflow === '' || isTaken} onClick={add}>
        Add
      </Button>
    </div>
  );
}
