import { useState } from 'react';
import { NumberInput } from '../../../../components/form/NumberInput.tsx';
import { SelectInput } from '../../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../../components/form/TextArea.tsx';
import type { Names } from '../names.ts';
import { nobody } from './bulk-draft.ts';
import type { BulkDraft } from './bulk-draft.ts';
import styles from './releases.module.css';

type BulkFieldsProps = {
  draft: BulkDraft;
  names: Names;
  onDraft: (draft: BulkDraft) => void;
};

const asIs = 'Leave as it is';

export function BulkFields({ draft, names, onDraft }: BulkFieldsProps) {
  const people = names.people.map(({ id, name }) => ({ value: id, label: name }));
  const roles = names.roles.map(({ key, name }) => ({ value: key, label: name }));
  // Each letter would ask for all previews anew; the note counts once it is left.
  const [note, setNote] = useState(draft.note);
  const put = (part: Partial<BulkDraft>) => onDraft({ ...draft, ...part });
  const migration = (value: string) =>
    put({ dataMigration: value === 'yes' || value === 'no' ? value : '' });
  return (
    <>
      <div className={styles['pair']}>
        <SelectInput
          label="Owner"
          none={asIs}
          options={people}
          value={draft.ownerId}
          onChange={(event) => put({ ownerId: event.target.value })}
        />
        <SelectInput
          label="Data migration"
          none={asIs}
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          value={draft.dataMigration}
          onChange={(event) => migration(event.target.value)}
        />
      </div>
      <div className={styles['pair']}>
        <SelectInput
          label="Role"
          none={asIs}
          options={roles}
          value={draft.roleKey}
          onChange={(event) => put({ roleKey: event.target.value })}
        />
        <SelectInput
          label="Held by"
          none="Choose a person"
          options={[{ value: nobody, label: 'Nobody' }, ...people]}
          disabled={draft.roleKey === ''}
          value={draft.holderId}
          onChange={(event) => put({ holderId: event.target.value })}
        />
      </div>
      <NumberInput
        label="Move what is ahead by"
        unit="days"
        help="Each keeps its time of day; a negative number moves it earlier."
        min={-366}
        max={366}
        value={draft.days}
        onChange={(event) => put({ days: event.target.value })}
      />
      <TextArea
        label="Put behind the notes"
        rows={2}
        optional
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onBlur={() => put({ note })}
      />
    </>
  );
}
