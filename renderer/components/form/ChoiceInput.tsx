import { useId } from 'react';
import type { ComponentProps } from 'react';
import { FieldGroup } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import styles from './Choice.module.css';

export type Choice<Value extends string> = { value: Value; label: string; note?: string };

type ChoiceInputProps<Value extends string> = FieldProps &
  Pick<ComponentProps<'input'>, 'ref' | 'name' | 'onBlur' | 'disabled'> & {
    choices: readonly Choice<Value>[];
    /** Controlled use; leave out `value` and `onPick` when the form's `register` is spread. */
    value?: Value;
    onPick?: (value: Value) => void;
    onChange?: ComponentProps<'input'>['onChange'];
  };

/** One of a few that people should see side by side, as radio buttons with a note each. */
export function ChoiceInput<Value extends string>(props: ChoiceInputProps<Value>) {
  const { label, help, error, optional, choices, value, onPick, name, onChange, ...input } = props;
  const group = useId();
  return (
    <FieldGroup {...{ label, help, error, optional }}>
      <div className={styles['choices']}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles['choice']}>
            <input
              {...input}
              type="radio"
              name={name ?? group}
              value={choice.value}
              className={styles['box']}
              {...(onPick !== undefined && { checked: value === choice.value })}
              onChange={(event) => {
                onPick?.(choice.value);
                void onChange?.(event);
              }}
            />
            <span>
              {choice.label}
              {choice.note !== undefined && <span className={styles['note']}>{choice.note}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
