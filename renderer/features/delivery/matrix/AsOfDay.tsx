import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { plusDays } from '#shared/rules/planning/zoned-time.ts';
import control from '../../../components/form/control.module.css';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import styles from './matrix.module.css';

type AsOfDayProps = {
  /** The day that is shown; null for now. */
  on: string | null;
  today: string;
  onDay: (day: string | null) => void;
};

/** Chooses the day the matrix is of, a day at a time or any; the present is one press away. */
export function AsOfDay({ on, today, onDay }: AsOfDayProps) {
  const shown = on ?? today;
  return (
    <div className={styles['asOf']} role="group" aria-label="As of">
      <span aria-hidden>As of</span>
      <IconButton
        aria-label="A day earlier"
        title="A day earlier (p)"
        onClick={() => onDay(plusDays(shown, -1))}
      >
        <ChevronLeft />
      </IconButton>
      <input
        type="date"
        className={`${control['control']} ${control['number']}`}
        aria-label="As of the day"
        max={today}
        value={shown}
        onChange={({ target }) => {
          if (target.value !== '' && target.value <= today) onDay(target.value);
        }}
      />
      <IconButton
        aria-label="A day later"
        title="A day later (f)"
        disabled={on === null}
        onClick={() => onDay(plusDays(shown, 1))}
      >
        <ChevronRight />
      </IconButton>
      <Button disabled={on === null} onClick={() => onDay(null)}>
        Now
      </Button>
    </div>
  );
}

type PastNoteProps = { at: string; zone: string; now: string; onNow: () => void };

/** Over a matrix of the past: nobody shall take it for the present. */
export function PastNote({ at, zone, now, onNow }: PastNoteProps) {
  return (
    <p className={styles['past']} role="status">
      <Status kind="out-of-date" label="As of a past day" />
      <span>
        What ran on <When at={at} zone={zone} now={now} strong showZone />, by what is recorded
        today.
      </span>
      <Button size="small" variant="text" onClick={onNow}>
        Back to now
      </Button>
    </p>
  );
}
