import Button from '@mui/material/Button';
import { useState, type FormEvent } from 'react';
import type { Role } from '#shared/model/workspace/people.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { SavedCell } from '../../../components/editing/SavedCell.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { Section } from '../../../components/Section.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import styles from './roles.module.css';

/** Roles beside the eight every workspace has: added and renamed, each under its own key for ever. */
export function OwnRoles({ roles }: { roles: readonly Role[] }) {
  const own = roles.filter(({ builtIn }) => !builtIn);
  return (
    <Section
      title="Roles of your own"
      note={own.length === 0 ? 'beside the eight every workspace has' : `${own.length}`}
    >
      <div className={styles['roles']}>
        {own.map((role) => (
          <OwnRole key={role.key} role={role} />
        ))}
        <NewRole />
      </div>
    </Section>
  );
}

function OwnRole({ role }: { role: Role }) {
  const save = useCommand('people.saveRole');
  return (
    <SavedCell
      label={`Role ${role.key}`}
      value={role.name}
      save={async (name) => {
        const result = await save.run({ key: role.key, name });
        if (result.ok) showToast({ text: `Role renamed to ${name}`, undo: undoOf(result) });
        return result.ok ? null : result.error;
      }}
    />
  );
}

function NewRole() {
  const [name, setName] = useState('');
  const save = useCommand('people.saveRole');

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    const result = await save.run({ name });
    if (!result.ok) return;
    showToast({ text: `Role ${name} added`, undo: undoOf(result) });
    setName('');
  }

  return (
    <form className={styles['new']} noValidate onSubmit={(event) => void add(event)}>
      <TextInput
        label="New role"
        placeholder="Data steward"
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          save.clearError();
        }}
        error={save.error?.fields?.['name'] ?? save.error?.message}
      />
      <Button type="submit" loading={save.pending}>
        Add the role
      </Button>
    </form>
  );
}
