import Button from '@mui/material/Button';
import { UserRoundPlus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { Role } from '#shared/model/workspace/people.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import styles from './people.module.css';

type AddYourselfProps = {
  /** The workspace has nobody yet: the form is then open from the start. */
  isFirst: boolean;
  /** What was typed to find somebody. */
  name: string;
  roles: readonly Role[];
  onAdded: (personId: string) => Promise<void>;
};

/** For somebody who is not in the list yet. */
export function AddYourself({ isFirst, name, roles, onAdded }: AddYourselfProps) {
  const [open, setOpen] = useState(isFirst);
  const [typedName, setTypedName] = useState('');
  const [role, setRole] = useState('release-manager');
  const save = useCommand('people.save');

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    const saved = await save.run({ name: typedName, roles: [role] });
    if (saved.ok) await onAdded(saved.value.id);
  }

  if (!open) {
    return (
      <Button
        variant="text"
        startIcon={<UserRoundPlus />}
        onClick={() => {
          setTypedName(name);
          setOpen(true);
        }}
      >
        I am not in this list
      </Button>
    );
  }
  const { error } = save;
  return (
    <form className={styles['add']} noValidate onSubmit={(event) => void add(event)}>
      <TextInput
        label="Your name"
        autoFocus={!isFirst}
        value={typedName}
        onChange={(event) => setTypedName(event.target.value)}
        error={error?.fields?.['name'] ?? error?.message}
      />
      <SelectInput
        label="Your role"
        help="More roles can be added in the settings."
        value={role}
        onChange={(event) => setRole(event.target.value)}
        options={roles.map(({ key, name: label }) => ({ value: key, label }))}
      />
      <Button type="submit" variant="contained" loading={save.pending}>
        Add me and start
      </Button>
    </form>
  );
}
