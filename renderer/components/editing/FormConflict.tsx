import Button from '@mui/material/Button';
import type { CallError } from '#shared/contract/procedure.ts';
import { ErrorPanel } from '../ErrorPanel.tsx';

type FormConflictProps = {
  /** The refusal of the save; it names what was changed meanwhile. */
  error: CallError;
  /** What is saved now, as label and text, for the fields that differ from what was typed. */
  theirs: readonly { label: string; saved: string; typed: string }[];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Somebody saved the same thing while a form was filled in: both versions, and the choice. */
export function FormConflict({ error, theirs, onKeepMine, onTakeTheirs }: FormConflictProps) {
  const differences = theirs.map(
    ({ label, saved, typed }) => `${label}: now “${saved}”, you typed “${typed}”.`,
  );
  return (
    <ErrorPanel
      what="Somebody changed this while you typed"
      why={error.message}
      todo={differences.join(' ')}
    >
      <Button onClick={onKeepMine}>Save mine</Button>
      <Button variant="text" onClick={onTakeTheirs}>
        Keep theirs
      </Button>
    </ErrorPanel>
  );
}
