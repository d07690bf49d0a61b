import { useState } from 'react';
import IconButton from '@mui/material/IconButton';
import { StickyNote, Trash2 } from 'lucide-react';
import type { Input } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import { scopeKinds } from '#shared/model/planning/releases.ts';
import type { ScopeItem } from '#shared/model/planning/releases.ts';
import { SavedCell } from '../../../components/editing/SavedCell.tsx';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { SavedSelect } from '../../../components/editing/SavedSelect.tsx';
import { itemName, kindWords } from './scope-words.ts';
import styles from './scope.module.css';

type ScopeRowProps = {
  item: ScopeItem;
  editable: boolean;
  change: (patch: Omit<Input<'scope.update'>, 'id' | 'rev'>) => Promise<CallError | null>;
  onRemove: () => void;
};

const kinds = scopeKinds.map((value) => ({ value, label: kindWords[value] }));

export function ScopeRow({ item, editable, change, onRemove }: ScopeRowProps) {
  const [noteOpen, setNoteOpen] = useState(false);
  const name = itemName(item);
  if (!editable) return <ReadOnlyRow item={item} />;
  return (
    <li className={styles['row']}>
      <SavedSelect
        label={`Kind of ${name}`}
        value={item.kind}
        options={kinds}
        save={(kind) => change({ kind })}
      />
      <SavedCell
        mono
        column="ticket"
        label={`Ticket of ${name}`}
        placeholder="No ticket"
        value={item.ticket}
        save={(ticket) => change({ ticket })}
      />
      <SavedCell
        strong
        column="title"
        label={`Title of ${name}`}
        value={item.title}
        save={(title) => change({ title })}
      />
      <span className={styles['actions']}>
        <IconButton
          aria-label={`Note of ${name}`}
          aria-expanded={noteOpen}
          title={item.note === '' ? 'Add a note' : 'Note'}
          className={item.note === '' ? undefined : styles['hasNote']}
          onClick={() => setNoteOpen(!noteOpen)}
        >
          <StickyNote />
        </IconButton>
        <IconButton aria-label={`Remove ${name}`} title="Take out of the scope" onClick={onRemove}>
          <Trash2 />
        </IconButton>
      </span>
      {noteOpen && (
        <div className={styles['note']}>
          <SavedField
            kind="area"
            label="Note"
            value={item.note}
            save={(note) => change({ note })}
          />
        </div>
      )}
    </li>
  );
}

function ReadOnlyRow({ item }: { item: ScopeItem }) {
  return (
    <li className={styles['row']}>
      <span className={styles['still']}>{kindWords[item.kind]}</span>
      <span className={`${styles['still']} ${styles['mono']}`}>{item.ticket}</span>
      <bdi className={`${styles['still']} ${styles['title']}`}>{item.title}</bdi>
      {item.note !== '' && <p className={styles['note']}>{item.note}</p>}
    </li>
  );
}
