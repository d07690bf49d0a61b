import { useState } from 'react';
import type { Alternative } from '#shared/model/planning/rollback.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { ChoiceInput } from '../../../components/form/ChoiceInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';

const kinds = [
  { value: 'roll-forward', label: 'Roll forward', note: 'a fix goes out instead' },
  { value: 'switch-off', label: 'Switch off', note: 'the new part rests behind its switch' },
  { value: 'restore-backup', label: 'Restore from backup', note: 'what was written since is lost' },
  { value: 'other', label: 'Something else' },
] as const;

type AlternativeDialogProps = {
  /** Null for a new one. */
  alternative: Alternative | null;
  onSend: (changed: Alternative) => Promise<string | null>;
  onClose: () => void;
};

/** Adds or changes one alternative to going back. */
export function AlternativeDialog({ alternative, onSend, onClose }: AlternativeDialogProps) {
  const [kind, setKind] = useState<Alternative['kind']>(alternative?.kind ?? 'roll-forward');
  const [how, setHow] = useState(alternative?.how ?? '');
  const send = () =>
    how.trim() === ''
      ? Promise.resolve('Say how it is done: in the night somebody reads this for the first time.')
      : onSend({ kind, how });
  const isNew = alternative === null;
  return (
    <FormDialog
      title={isNew ? 'Add an alternative' : 'Change the alternative'}
      action={isNew ? 'Add it' : 'Save it'}
      onSend={send}
      onClose={onClose}
    >
      <ChoiceInput label="What is done" choices={kinds} value={kind} onPick={setKind} />
      <TextArea
        label="How, and when it is the better choice"
        rows={4}
        value={how}
        onChange={(event) => setHow(event.target.value)}
      />
    </FormDialog>
  );
}
