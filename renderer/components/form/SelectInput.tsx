import type { ComponentProps } from 'react';
import { ChevronDown } from 'lucide-react';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import styles from './control.module.css';

export type SelectOption = { value: string; label: string; group?: string; disabled?: boolean };

type SelectInputProps = FieldProps &
  Omit<ComponentProps<'select'>, 'id' | 'children'> & {
    options: readonly SelectOption[];
    /** Adds a first choice of value '' that stands for none. */
    none?: string;
  };

/** One of a known list. The platform's own control: keyboard, type-ahead and touch work as elsewhere. */
export function SelectInput({
  label,
  help,
  error,
  optional,
  width,
  options,
  none,
  ...select
}: SelectInputProps) {
  return (
    <Field {...{ label, help, error, optional, width }}>
      {(ties) => (
        <span className={styles['select']}>
          <select {...select} {...ties} className={styles['control']}>
            {none !== undefined && <option value="">{none}</option>}
            <Options options={options} />
          </select>
          <ChevronDown size={14} aria-hidden />
        </span>
      )}
    </Field>
  );
}

function Options({ options }: { options: readonly SelectOption[] }) {
  const groups = Map.groupBy(options, (option) => option.group ?? '');
  return [...groups].map(([group, members]) => {
    const choices = members.map(({ value, label, disabled }) => (
      <option key={value} value={value} disabled={disabled}>
        {label}
      </option>
    ));
    if (group === '') return choices;
    return (
      <optgroup key={group} label={group}>
        {choices}
      </optgroup>
    );
  });
}
