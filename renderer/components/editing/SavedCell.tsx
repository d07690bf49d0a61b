import type { FocusEvent } from 'react';
import { keysOf, SavedConflict } from './SavedField.tsx';
import { useSaved } from './use-saved.ts';
import type { Save } from './use-saved.ts';
import styles from './editing.module.css';

type SavedCellProps = {
  /** Told to screen readers; a column or the row says it to everybody else. */
  label: string;
  value: string;
  save: Save;
  placeholder?: string;
  mono?: boolean;
  strong?: boolean;
  autoFocus?: boolean;
  /** Names the column, so that the arrow keys find the same one in the next row. */
  column?: string;
  /** `date`: `2026-11-24`, or ''. */
  kind?: 'text' | 'date';
  /** Of a date: the last one that can be picked, and how it reads while nobody works on it. */
  max?: string;
  shown?: string;
};

/** A text of a row that looks like text until it is pointed at, and saves when it is left. */
export function SavedCell({ label, value, save, ...look }: SavedCellProps) {
  const saved = useSaved(value, save);
  const isDate = look.kind === 'date';
  const classes = [
    styles['cell'],
    look.mono && styles['mono'],
    look.strong && styles['strong'],
    isDate && styles['date'],
  ];
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    // A date typed in part reads as none: it must not take away the one that is saved.
    if (event.target.validity.badInput) saved.revert();
    else saved.commit();
  };
  return (
    <div className={styles['field']}>
      <input
        type={isDate ? 'date' : 'text'}
        dir={isDate ? undefined : 'auto'}
        max={look.max}
        autoComplete="off"
        className={classes.filter(Boolean).join(' ')}
        aria-label={label}
        data-column={look.column}
        aria-busy={saved.saving}
        aria-invalid={saved.refusal !== null ? true : undefined}
        placeholder={look.placeholder}
        data-shown={isDate && saved.text === value ? look.shown : undefined}
        value={saved.text}
        title={isDate ? undefined : saved.text}
        autoFocus={look.autoFocus}
        onChange={(event) => saved.type(event.target.value)}
        onBlur={leave}
        onKeyDown={keysOf(saved, value, false)}
      />
      {saved.refusal !== null && (
        <p className={styles['refusal']} role="alert">
          {saved.refusal}
        </p>
      )}
      <SavedConflict saved={saved} />
    </div>
  );
}
