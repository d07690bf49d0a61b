import { Snowflake } from 'lucide-react';
import styles from './chips.module.css';

/** Marks an item that came after the scope freeze; its title says why. */
export function LateChip({ reason }: { reason: string }) {
  return (
    <span className={styles['chip']} title={`After the scope freeze: ${reason}`}>
      <Snowflake size={12} aria-hidden />
      late
      <span className="visually-hidden">, after the scope freeze: {reason}</span>
    </span>
  );
}
