import { useState } from 'react';
import type { ReactNode } from 'react';
import { ChevronDown } from 'lucide-react';
import type { CallError } from '#shared/contract/procedure.ts';
import styles from './editing.module.css';

type SavedSelectProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  /** An icon of 14 pixels that goes with the value. */
  lead?: ReactNode;
  save: (value: Value) => Promise<CallError | null>;
};

/** One of a few in a row of a list; saves when another one is chosen. */
export function SavedSelect<Value extends string>(props: SavedSelectProps<Value>) {
  const { label, value, options, lead, save } = props;
  const [refusal, setRefusal] = useState<string | null>(null);
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen);
    if (option === undefined) return;
    void save(option.value).then((error) => setRefusal(error?.message ?? null));
  };
  return (
    <div className={styles['field']}>
      <span className={`${styles['selectCell']} ${lead === undefined ? '' : styles['led']}`}>
        {lead !== undefined && <span className={styles['lead']}>{lead}</span>}
        <select
          className={styles['cell']}
          aria-label={label}
          value={value}
          title={options.find((option) => option.value === value)?.label}
          onChange={(event) => choose(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={14} aria-hidden />
      </span>
      {refusal !== null && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
