import type { ComponentProps, FocusEvent } from 'react';
import { clockText } from './clock-text.ts';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import styles from './control.module.css';

type DateInputProps = FieldProps &
  Omit<ComponentProps<'input'>, 'id' | 'type' | 'width'> & {
    /** `date`: `2026-11-26`; `time`: `22:00`. Either may be ''. */
    kind?: 'date' | 'time';
    /** Told after the field: the zone the time is meant in. */
    zone?: string;
  };

/** A date or a time on the wall clock, as ISO 8601 text. */
export function DateInput(props: DateInputProps) {
  const { label, help, error, optional, kind = 'date', zone, width, ...input } = props;
  const own = kind === 'date' ? 160 : 84;
  return (
    <Field
      {...{ label, help, error, optional, width: width ?? (zone === undefined ? own : own + 110) }}
    >
      {(ties) => (
        <span className={styles['affix']}>
          <input
            {...input}
            {...ties}
            {...(kind === 'date' ? { type: 'date' } : timeAttributes(input))}
            className={`${styles['control']} ${styles['number']}`}
          />
          {zone !== undefined && <span className={styles['unit']}>{zone}</span>}
        </span>
      )}
    </Field>
  );
}

// The browser's own time field asks for am and pm wherever its language does; this one never.
function timeAttributes({ onChange, onBlur }: Pick<DateInputProps, 'onChange' | 'onBlur'>) {
  return {
    type: 'text',
    inputMode: 'numeric',
    placeholder: '22:00',
    autoComplete: 'off',
    maxLength: 5,
    onBlur: (event: FocusEvent<HTMLInputElement>) => {
      const time = clockText(event.target.value);
      if (time !== null && time !== event.target.value) {
        event.target.value = time;
        onChange?.(event);
      }
      onBlur?.(event);
    },
  } as const;
}
