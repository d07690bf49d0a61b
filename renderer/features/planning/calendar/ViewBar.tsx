import { memo } from 'react';
import Button from '@mui/material/Button';
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
      <a
        href={hrefOf(addressAt(before))}
        className={styles['step']}
        aria-label={`${step} before, ${viewTitle(view, before)}`}
        title={`${step} before (P)`}
      >
        {left}
      </a>
      <TodayLink href={hrefOf(addressAt(undefined))} />
      <a
        href={hrefOf(addressAt(after))}
        className={styles['step']}
        aria-label={`${step} after, ${viewTitle(view, after)}`}
        title={`${step} after (N)`}
      >
        {right}
      </a>
      <h2 className={styles['month']} aria-live="polite">
        {viewTitle(view, on)}
      </h2>
    </nav>
  );
}

const left = <ChevronLeft />;
const right = <ChevronRight />;

const TodayLink = memo(function TodayLink({ href }: { href: string }) {
  return (
    <Button href={href} title="Today (T)">
      Today
    </Button>
  );
});

const viewChoices = calendarViews.map((value) => ({ value, label: viewWords[value] }));

/** Month, week, agenda, quarter or year of the same date. */
export const ViewChoice = memo(function ViewChoice({ arrangement }: { arrangement: Arrangement }) {
  const { view, settings, show } = arrangement;
  return (
    <Segmented
      label="View"
      choices={viewChoices}
      value={view}
      onPick={(picked) => show({ ...settings, view: picked })}
    />
  );
});

function capitalStep(view: Arrangement['view']): string {
  const word = stepWords[view];
  return word.charAt(0).toUpperCase() + word.slice(1);
}
