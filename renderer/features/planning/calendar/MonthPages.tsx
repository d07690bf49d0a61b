import { memo, useMemo } from 'react';
import type { CalendarFilter, RangeHoliday } from '#shared/model/planning/calendar-range.ts';
import type { Band } from '#shared/model/planning/windows.ts';
import type { PickBand } from './BandStrips.tsx';
import { daysIn } from './calendar-days.ts';
import { shownStanding } from './entry-words.ts';
import type { ShownEntry } from './entry-words.ts';
import { MonthSheet } from './MonthSheet.tsx';
import { withGhost } from './moved-entry.ts';
import styles from './MonthPages.module.css';
import { useHeight } from './use-height.ts';
import { useRange } from './use-range.tsx';
import { useSeen } from './use-seen.ts';
import { shiftView, viewDays } from './view-span.ts';

type MonthPagesProps = {
  /** The date the calendar is turned to. */
  on: string;
  today: string;
  zone: string;
  now: string;
  filter: CalendarFilter;
  /** The deployment on its way to another day, where it seems to come to lie. */
  ghost: ShownEntry | null;
  isPrinting: boolean;
  onBand: PickBand;
};

/**
 * The sheet of the month and, drawn ahead behind it, those before and after: turning the page shows
 * what is there already, and what comes next is drawn once that was seen.
 */
export function MonthPages({ on, ...rest }: MonthPagesProps) {
  const [frame, height] = useHeight();
  const month = shiftView('month', on, 0);
  // What was drawn ahead is shown at once; drawing the next one ahead gives way to that.
  const seen = useSeen(month);
  const months = useMemo(() => {
    const beside = [shiftView('month', seen, -1), shiftView('month', seen, 1)];
    return [...new Set([month, seen, ...beside])].toSorted();
  }, [month, seen]);
  return (
    <div ref={frame} className={styles['pages']}>
      {months.map((each) => (
        <MonthPage
          {...rest}
          key={each}
          month={each}
          isShown={each === month}
          isInert={each !== seen}
          height={height}
        />
      ))}
    </div>
  );
}

type MonthPageProps = Omit<MonthPagesProps, 'on'> & {
  month: string;
  isShown: boolean;
  /** Follows `isShown` when the turn was seen: letting focus into a page is dear. */
  isInert: boolean;
  height: number;
};

const MonthPage = memo(function MonthPage(props: MonthPageProps) {
  const { isShown, isInert, height } = props;
  // Where nothing is laid out, nothing is worth being drawn ahead.
  if (!isShown && height === 0) return null;
  return (
    <div
      className={`${styles['page']} ${isShown ? '' : styles['ahead']}`}
      data-page={isShown ? 'shown' : 'ahead'}
      aria-hidden={!isShown}
      inert={isInert}
    >
      <PageContent {...props} isPrinting={props.isPrinting && isShown} />
    </div>
  );
});

/** One month of its own range. Ahead it waits until all of it is known, and is drawn once. */
function PageContent({ month, zone, filter, ghost, isShown, ...rest }: MonthPageProps) {
  const days = useMemo(() => daysIn(viewDays('month', month), zone), [month, zone]);
  const { range, entries } = useRange(days, filter, true);
  const shown = useMemo(() => withGhost(entries, ghost), [entries, ghost]);
  const isKnown = range.data !== undefined && entries.every((each) => shownStanding(each) !== null);
  if (!isShown && !isKnown) return null;
  return (
    <MonthSheet
      {...{ days, zone }}
      today={rest.today}
      now={rest.now}
      isPrinting={rest.isPrinting}
      height={rest.height}
      onBand={rest.onBand}
      on={month}
      entries={shown}
      bands={range.data?.bands ?? noBands}
      holidays={range.data?.holidays ?? noHolidays}
      movingId={ghost?.deploymentId ?? null}
    />
  );
}

const noBands: Band[] = [];
const noHolidays: RangeHoliday[] = [];
