import type { ComponentProps } from 'react';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import styles from './control.module.css';

type NumberInputProps = FieldProps &
  Omit<ComponentProps<'input'>, 'id' | 'type' | 'width'> & {
    /** Told after the field: `min`, `%`, `points`. */
    unit?: string;
  };

/**
 * A number. A text field by type, because a number field changes its value under a scroll wheel and
 * hides what could not be read; `min`, `max` and the sense of it are checked by the form's schema.
 */
export function NumberInput({ label, help, error, optional, unit, ...rest }: NumberInputProps) {
  const { width = 120, ...input } = rest;
  return (
    <Field {...{ label, help, error, optional, width: unit === undefined ? width : width + 60 }}>
      {(ties) => (
        <span className={styles['affix']}>
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            {...input}
            {...ties}
            className={`${styles['control']} ${styles['number']}`}
          />
          {unit !== undefined && <span className={styles['unit']}>{unit}</span>}
        </span>
      )}
    </Field>
  );
}
