import { useEffect, useMemo, useRef } from 'react';
import {
  dayOfWeek,
  hourName,
  longDay,
  plainDayOf,
  shortDay,
} from '../../../components/date-names.ts';
import { useNarrow } from '../../../components/use-narrow.ts';
import { BandStrips, dayTop, laneHeight, useStrips } from './BandStrips.tsx';
import { dayIndex } from './calendar-days.ts';
import type { Day } from './calendar-days.ts';
import type { SheetProps } from './MonthSheet.tsx';
import { HourColumn, hourHeight } from './HourColumn.tsx';
import { weekOf } from './view-span.ts';
import styles from './WeekSheet.module.css';

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** One week by the hour: deployments at their times, windows behind them, a line for now. */
export function WeekSheet(props: SheetProps) {
  const { days, today, zone, now, entries, bands, holidays, onBand, isPrinting } = props;
  const { strips, lanes } = useStrips(bands, days, isPrinting ? 20 : 6);
  const scroller = useRef<HTMLDivElement>(null);
  // The month stands above; seven of its names have no room beside each other.
  const isNarrow = useNarrow() && !isPrinting;
  const firstHour = useMemo(() => earliestHour(entries, days, zone), [entries, days, zone]);
  const week = days[0]?.date;
  const turnedTo = useRef<string | undefined>(undefined);
  // Once a week, when it is turned to: afterwards the hour is where people scrolled it.
  useEffect(() => {
    if (turnedTo.current === week || scroller.current === null) return;
    turnedTo.current = week;
    scroller.current.scrollTop = Math.max(0, firstHour * hourHeight - 12);
  }, [week, firstHour]);
  return (
    <div className={styles['frame']} data-print="sheet">
      {/* A scroller needs the focus, or keys could not scroll it. */}
      <div
        ref={scroller}
        className={styles['scroller']}
        tabIndex={0}
        role="group"
        aria-label="Hours"
      >
        <div className={styles['head']} style={{ height: dayTop + lanes * laneHeight + 6 }}>
          <span className={styles['corner']}>w{week === undefined ? '' : weekOf(week)}</span>
          <div className={styles['days']}>
            {days.map((day) => {
              const free = holidays.filter(({ on }) => on === day.date);
              return (
                <div key={day.date} className={styles['dayHead']}>
                  <span className={day.date === today ? styles['today'] : styles['name']}>
                    {isNarrow
                      ? dayOfWeek(plainDayOf(day.date))
                      : shortDay(plainDayOf(day.date), false)}
                  </span>
                  {free.map(({ name, calendar }) => (
                    <span
                      key={`${name} ${calendar}`}
                      className={styles['holiday']}
                      title={`${name} (${calendar})`}
                    >
                      <bdi>{name}</bdi>
                    </span>
                  ))}
                </div>
              );
            })}
            <BandStrips strips={strips} count={days.length} zone={zone} now={now} onBand={onBand} />
          </div>
        </div>
        <div className={styles['grid']} style={{ height: 24 * hourHeight }}>
          <div className={styles['hours']} aria-hidden>
            {hours.slice(1).map((hour) => (
              <span key={hour} style={{ top: hour * hourHeight - 8 }}>
                {hourName(hour)}
              </span>
            ))}
          </div>
          {days.map((day) => (
            <HourColumn
              {...props}
              key={day.date}
              day={day}
              label={longDay(plainDayOf(day.date))}
              isFree={holidays.some(({ on }) => on === day.date)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** The hour the week is shown from: that of its earliest deployment in a day, else the morning. */
function earliestHour(entries: SheetProps['entries'], days: readonly Day[], zone: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...({ timeZone: zone, hour: '2-digit', hourCycle: 'h23' } as const),
  });
  const hours = entries
    .map(({ startAt }) => Date.parse(startAt))
    .filter((at) => dayIndex(days, at) >= 0)
    .map((at) => Number(clock.format(at)));
  return hours.length === 0 ? 8 : Math.min(16, ...hours);
}
