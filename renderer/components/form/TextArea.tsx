import type { ComponentProps } from 'react';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import styles from './control.module.css';

type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'id'>;

/** Several lines; grows with what is typed. */
export function TextArea({ label, help, error, optional, width = 620, ...area }: TextAreaProps) {
  return (
    <Field {...{ label, help, error, optional, width }}>
      {(ties) => (
        <textarea
          rows={3}
          dir="auto"
          {...area}
          {...ties}
          className={`${styles['control']} ${styles['area']}`}
        />
      )}
    </Field>
  );
}
