import { memo, useMemo } from 'react';
import type { Band } from '#shared/model/planning/windows.ts';
import { bandStyle, bandWords } from '../../../app/theme/bands.ts';
import { longDay, monthOfYear, plainDayOf, weekdayNames } from '../../../components/date-names.ts';
import { bandsOn } from './band-lanes.ts';
import { hrefOf } from './calendar-address.ts';
import type { CalendarSearch } from './calendar-address.ts';
import { byDay } from './calendar-days.ts';
import type { Day } from './calendar-days.ts';
import type { SheetProps } from './MonthSheet.tsx';
import { byMonth } from './quarter-lines.ts';
import styles from './YearSheet.module.css';

type YearSheetProps = SheetProps & {
  addressAt: (date: string, view: 'month' | 'agenda') => CalendarSearch;
};

/** A year at a glance: how many deployments each day has, and where freezes lie. */
export function YearSheet(props: YearSheetProps) {
  const { days, entries } = props;
  const months = useMemo(() => byMonth(days), [days]);
  const counts = useMemo(
    () => new Map([...byDay(days, entries)].map(([date, own]) => [date, own.length])),
    [days, entries],
  );
  const most = Math.max(1, ...counts.values());
  return (
    <div className={styles['frame']} data-print="sheet">
      {months.map(({ month, days: own }) => (
        <SmallMonth {...props} key={month} month={month} own={own} counts={counts} most={most} />
      ))}
    </div>
  );
}

type SmallMonthProps = YearSheetProps & {
  month: string;
  own: readonly Day[];
  counts: ReadonlyMap<string, number>;
  /** The busiest day of the year: what the others are shaded against. */
  most: number;
};

const SmallMonth = memo(function SmallMonth(props: SmallMonthProps) {
  const { month, own, counts, most, today, bands, holidays, addressAt } = props;
  const { year, month: number } = plainDayOf(`${month}-01`);
  const total = own.reduce((sum, { date }) => sum + (counts.get(date) ?? 0), 0);
  const first = own[0]?.dayOfWeek ?? 1;
  return (
    <section className={styles['month']} aria-label={monthOfYear(year, number)}>
      <h3 className={styles['name']}>
        <a href={hrefOf(addressAt(`${month}-01`, 'month'))}>{monthOfYear(year, number)}</a>
        <span className={styles['total']}>{counted(total)}</span>
      </h3>
      <div className={styles['head']} aria-hidden>
        {weekdayNames().map((name) => (
          <span key={name}>{name.slice(0, 2)}</span>
        ))}
      </div>
      <div className={styles['days']}>
        {own.map((day, index) => {
          const count = counts.get(day.date) ?? 0;
          const lying = bandsOn(bands, day);
          const freeze = lying.find(({ kind }) => kind === 'hard-freeze' || kind === 'soft-freeze');
          const free = holidays.filter(({ on }) => on === day.date).map(({ name }) => name);
          const words = dayWords(day, count, lying, free);
          return (
            <a
              key={day.date}
              href={hrefOf(addressAt(day.date, 'agenda'))}
              className={`${styles['day']} ${day.date === today ? styles['today'] : ''}`}
              style={index === 0 ? { gridColumnStart: first } : undefined}
              title={words}
              aria-label={words}
              data-day-link=""
              // One stop with Tab for each month; arrows go from day to day.
              tabIndex={index === 0 || day.date === today ? 0 : -1}
            >
              {freeze !== undefined && (
                <span className={styles['band']} style={bandStyle(freeze.kind)} />
              )}
              {freeze === undefined && (lying[0] !== undefined || free.length > 0) && (
                <span className={styles['edge']} style={bandStyle(lying[0]?.kind ?? 'holiday')} />
              )}
              {count > 0 && (
                <span
                  className={styles['heat']}
                  style={{ opacity: 0.12 + 0.34 * Math.sqrt(count / most) }}
                />
              )}
              <span className={`${styles['number']} ${count > 0 ? styles['busy'] : ''}`}>
                {Number(day.date.slice(8))}
              </span>
              {count > 0 && <span className={styles['count']} data-count={count} />}
            </a>
          );
        })}
      </div>
    </section>
  );
});

/** What a day of the year says to the pointer and to screen readers. */
function dayWords(
  { date }: Day,
  count: number,
  bands: readonly Band[],
  holidays: readonly string[],
): string {
  const lying = bands.map(({ name, kind }) => `${name} (${bandWords[kind]})`);
  return [longDay(plainDayOf(date)), counted(count), ...holidays, ...lying].join(', ');
}

function counted(count: number): string {
  if (count === 0) return 'no deployments';
  return count === 1 ? '1 deployment' : `${count} deployments`;
}
