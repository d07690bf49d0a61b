import { useId } from 'react';
import type { ComponentProps } from 'react';
import styles from './Choice.module.css';

type CheckboxInputProps = Omit<ComponentProps<'input'>, 'id' | 'type'> & {
  label: string;
  help?: string;
  error?: string | undefined;
};

/** Yes or no, with the label at its right. */
export function CheckboxInput({ label, help, error, ...input }: CheckboxInputProps) {
  const id = useId();
  const described = error !== undefined || help !== undefined;
  return (
    <label className={styles['choice']}>
      <input
        {...input}
        type="checkbox"
        className={styles['box']}
        aria-labelledby={`${id}-label`}
        aria-describedby={described ? `${id}-note` : undefined}
        aria-invalid={error !== undefined ? true : undefined}
      />
      <span>
        <span id={`${id}-label`}>{label}</span>
        <span id={`${id}-note`}>
          {help !== undefined && <span className={styles['note']}>{help}</span>}
          {error !== undefined && <span className={styles['error']}>{error}</span>}
        </span>
      </span>
    </label>
  );
}
