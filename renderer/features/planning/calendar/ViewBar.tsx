import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { calendarViews } from '#shared/model/planning/calendar-range.ts';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { hrefOf } from './calendar-address.ts';
import styles from './CalendarScreen.module.css';
import type { Arrangement } from './use-arrangement.ts';
import { shiftView, stepWords, viewTitle, viewWords } from './view-span.ts';

/** Step by step; each place is an address, so that back and reload work. */
export function Navigation({ arrangement }: { arrangement: Arrangement }) {
  const { view, on, addressAt } = arrangement;
  const before = shiftView(view, on, -1);
  const after = shiftView(view, on, 1);
  const step = capitalStep(view);
  return (
    <nav className={styles['navigation']} aria-label={step}>
      <IconButton
        href={hrefOf(addressAt(before))}
        className={styles['step']}
        aria-label={`${step} before, ${viewTitle(view, before)}`}
        title={`${step} before (P)`}
      >
        <ChevronLeft />
      </IconButton>
      <Button href={hrefOf(addressAt(undefined))} title="Today (T)">
        Today
      </Button>
      <IconButton
        href={hrefOf(addressAt(after))}
        className={styles['step']}
        aria-label={`${step} after, ${viewTitle(view, after)}`}
        title={`${step} after (N)`}
      >
        <ChevronRight />
      </IconButton>
      <h2 className={styles['month']} aria-live="polite">
        {viewTitle(view, on)}
      </h2>
    </nav>
  );
}

const viewChoices = calendarViews.map((value) => ({ value, label: viewWords[value] }));

/** Month, week, agenda, quarter or year of the same date. */
export function ViewChoice({ arrangement }: { arrangement: Arrangement }) {
  const { view, settings, show } = arrangement;
  return (
    <Segmented
      label="View"
      choices={viewChoices}
      value={view}
      onPick={(picked) => show({ ...settings, view: picked })}
    />
  );
}

function capitalStep(view: Arrangement['view']): string {
  const word = stepWords[view];
  return word.charAt(0).toUpperCase() + word.slice(1);
}
