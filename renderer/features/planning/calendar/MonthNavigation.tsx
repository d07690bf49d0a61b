import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { monthTitle, shiftMonth } from './month.ts';
import styles from './CalendarScreen.module.css';

function calendarHref(month?: string): string {
  return month === undefined ? '#/calendar' : `#/calendar?month=${month}`;
}

/** Month by month; each month is an address, so that back and reload work. */
export function MonthNavigation({ month, title }: { month: string; title: string }) {
  const before = shiftMonth(month, -1);
  const after = shiftMonth(month, 1);
  return (
    <nav className={styles['navigation']} aria-label="Month">
      <IconButton
        href={calendarHref(before)}
        className={styles['step']}
        aria-label={`Month before, ${monthTitle(before)}`}
      >
        <ChevronLeft />
      </IconButton>
      <Button href={calendarHref()}>Today</Button>
      <IconButton
        href={calendarHref(after)}
        className={styles['step']}
        aria-label={`Month after, ${monthTitle(after)}`}
      >
        <ChevronRight />
      </IconButton>
      <h2 className={styles['month']} aria-live="polite">
        {title}
      </h2>
    </nav>
  );
}
