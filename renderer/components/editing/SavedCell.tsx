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
};

/** A text of a row that looks like text until it is pointed at, and saves when it is left. */
export function SavedCell({ label, value, save, ...look }: SavedCellProps) {
  const saved = useSaved(value, save);
  const classes = [styles['cell'], look.mono && styles['mono'], look.strong && styles['strong']];
  return (
    <div className={styles['field']}>
      <input
        type="text"
        dir="auto"
        autoComplete="off"
        className={classes.filter(Boolean).join(' ')}
        aria-label={label}
        data-column={look.column}
        aria-busy={saved.saving}
        aria-invalid={saved.refusal !== null ? true : undefined}
        placeholder={look.placeholder}
        value={saved.text}
        title={saved.text}
        autoFocus={look.autoFocus}
        onChange={(event) => saved.type(event.target.value)}
        onBlur={saved.commit}
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
