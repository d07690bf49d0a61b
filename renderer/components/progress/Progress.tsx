import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import { spanText } from '../when-text.ts';
import styles from './Progress.module.css';
import { numberText } from '../number-text.ts';

export type ShownProgress = {
  id: string;
  /** What is being done: "Importing runs". */
  what: string;
  done: number;
  /** Null while it is not known how many there are. */
  of: number | null;
  /** Milliseconds left; null while nobody can say. */
  left?: number | null;
  onCancel?: () => void;
};

/** Long work that goes on while people work elsewhere: what, how many of how many, time left, cancel. */
export function Progress({ what, done, of, left = null, onCancel }: ShownProgress) {
  const share = of === null || of === 0 ? null : Math.min(100, (done / of) * 100);
  const count = of === null ? number(done) : `${number(done)} of ${number(of)}`;
  const note = left === null ? count : `${count} · ${spanText(left)} left`;
  return (
    <div className={styles['item']}>
      <div className={styles['head']}>
        <span className={styles['what']} title={what}>
          {what}
        </span>
        {onCancel !== undefined && (
          <IconButton aria-label={`Cancel: ${what}`} title="Cancel" onClick={onCancel}>
            <X />
          </IconButton>
        )}
      </div>
      <div
        className={`${styles['bar']} ${share === null ? styles['unknown'] : ''}`}
        role="progressbar"
        aria-label={what}
        aria-valuetext={note}
        {...(share !== null && { 'aria-valuenow': Math.round(share) })}
      >
        <div
          className={styles['done']}
          style={share === null ? undefined : { width: `${share}%` }}
        />
      </div>
      <p className={styles['note']}>{note}</p>
    </div>
  );
}

/** All long work that goes on; stands at the foot of the rail. Empty when there is none. */
export function ProgressStack({ items }: { items: readonly ShownProgress[] }) {
  if (items.length === 0) return null;
  return (
    <section className={styles['stack']} aria-label="Work in progress">
      {items.map((item) => (
        <Progress key={item.id} {...item} />
      ))}
    </section>
  );
}

function number(value: number): string {
  return numberText(value);
}
