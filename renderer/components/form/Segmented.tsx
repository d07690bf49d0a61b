import { useId } from 'react';
import styles from './Segmented.module.css';

type SegmentedProps<Value extends string> = {
  /** Told to screen readers: what is being chosen. */
  label: string;
  choices: readonly { value: Value; label: string }[];
  value: Value;
  onPick: (value: Value) => void;
};

/** One of a few short choices in a row (Month, Week, Agenda). Arrow keys move, as with radio buttons. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, choices, value, onPick } = props;
  const group = useId();
  return (
    <div className={styles['segmented']} role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} className={styles['segment']}>
          <input
            type="radio"
            name={group}
            checked={choice.value === value}
            onChange={() => onPick(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
