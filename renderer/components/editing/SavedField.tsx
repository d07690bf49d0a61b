import type { KeyboardEvent, ReactNode } from 'react';
import { DateInput } from '../form/DateInput.tsx';
import { NumberInput } from '../form/NumberInput.tsx';
import { TextArea } from '../form/TextArea.tsx';
import { TextInput } from '../form/TextInput.tsx';
import { Conflict } from './Conflict.tsx';
import { useSaved } from './use-saved.ts';
import type { Save, SavedText } from './use-saved.ts';
import styles from './editing.module.css';

type SavedFieldProps = {
  label: string;
  value: string;
  save: Save;
  kind?: 'text' | 'area' | 'date' | 'number';
  help?: ReactNode;
  placeholder?: string;
  /** After a number: `min`. */
  unit?: string;
  width?: number;
  mono?: boolean;
  optional?: boolean;
  readOnly?: boolean;
};

/**
 * A field that saves when it is left, or on Enter (with Ctrl where Enter makes a new line). Esc
 * gives the saved value back.
 */
export function SavedField({ readOnly = false, ...field }: SavedFieldProps) {
  return readOnly ? <StillField {...field} /> : <TypedField {...field} />;
}

/** What cannot be changed does not look as if it could. */
function StillField({ label, value, unit }: SavedFieldProps) {
  return (
    <div className={`${styles['field']} ${styles['stacked']}`}>
      <p className={styles['label']}>{label}</p>
      <p className={styles['still']} dir="auto">
        {value === '' ? 'none' : value} {value === '' ? '' : unit}
      </p>
    </div>
  );
}

function TypedField({ value, save, kind = 'text', ...field }: SavedFieldProps) {
  const saved = useSaved(value, save);
  const { mono, unit, ...plain } = field;
  const shared = {
    ...plain,
    value: saved.text,
    error: saved.refusal ?? undefined,
    'aria-busy': saved.saving,
    onChange: ({ target }: { target: { value: string } }) => saved.type(target.value),
    onBlur: saved.commit,
    onKeyDown: keysOf(saved, value, kind === 'area'),
  };
  return (
    <div className={`${styles['field']} ${styles['stacked']}`}>
      {kind === 'text' && <TextInput {...shared} mono={mono} />}
      {kind === 'area' && <TextArea {...shared} />}
      {kind === 'date' && <DateInput {...shared} />}
      {kind === 'number' && <NumberInput {...shared} unit={unit} />}
      <SavedConflict saved={saved} />
    </div>
  );
}

/** The choice between two values, when somebody else saved one meanwhile. */
export function SavedConflict({ saved }: { saved: SavedText }) {
  if (saved.theirs === null) return null;
  return (
    <Conflict
      who={saved.who}
      theirs={saved.theirs}
      mine={saved.text}
      onKeepMine={saved.keepMine}
      onTakeTheirs={saved.revert}
    />
  );
}

/** Enter saves, Esc takes back; the first Esc belongs to the typing, the next to what is around it. */
export function keysOf(saved: SavedText, value: string, severalLines: boolean) {
  return (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (!severalLines || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      saved.commit();
    } else if (event.key === 'Escape' && saved.text !== value) {
      event.preventDefault();
      event.stopPropagation();
      saved.revert();
    }
  };
}
