import type { ComponentProps } from 'react';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import styles from './control.module.css';

type TextInputProps = FieldProps &
  Omit<ComponentProps<'input'>, 'id' | 'width' | 'size'> & {
    /** For versions, commits, addresses. */
    mono?: boolean;
  };

/** One line of text. Takes what `register('name')` of react-hook-form gives. */
export function TextInput({ label, help, error, optional, width, mono, ...input }: TextInputProps) {
  return (
    <Field {...{ label, help, error, optional, width }}>
      {(ties) => (
        <input
          type="text"
          autoComplete="off"
          dir="auto"
          {...input}
          {...ties}
          className={`${styles['control']} ${mono === true ? styles['mono'] : ''}`}
        />
      )}
    </Field>
  );
}
