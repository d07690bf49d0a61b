import { memo, useMemo } from 'react';
import { longDay, plainDayOf } from '../../../components/date-names.ts';
import { BandStrips, dayTop, FreezeGround, laneHeight, useStrips } from './BandStrips.tsx';
import { isWeekend } from './calendar-days.ts';
import type { Day } from './calendar-days.ts';
import { EntryCard } from './EntryCard.tsx';
import type { ShownEntry } from './entry-words.ts';
import type { SheetProps } from './MonthSheet.tsx';
import styles from './MonthSheet.module.css';
import { weekOf } from './view-span.ts';

type MonthWeekProps = SheetProps & {
  week: readonly Day[];
  month: string;
  onDays: ReadonlyMap<string, readonly ShownEntry[]>;
  /** Pixels the row has. */
  height: number;
  onMore: (day: Day, anchor: HTMLElement) => void;
};

/** As many lanes as leave room for an entry and the line that tells of more, the rest is told by it. */
function lanesIn(height: number): number {
  const room = height - dayTop - shortHeight - moreHeight;
  return Math.max(1, Math.min(3, Math.floor(room / laneHeight)));
}

/** One week of the sheet: its bands in lanes, under them what fits of each day. */
export function MonthWeek(props: MonthWeekProps) {
  const { week, bands, zone, now, height, onBand, isPrinting } = props;
  const most = isPrinting ? Number.POSITIVE_INFINITY : lanesIn(height);
  const { strips, lanes, hidden } = useStrips(bands, week, most);
  const top = dayTop + lanes * laneHeight;
  return (
    <div className={styles['week']}>
      <FreezeGround strips={strips} count={week.length} top={top} />
      {week.map((day, index) => (
        <MonthDay
          {...props}
          key={day.date}
          day={day}
          top={top}
          room={height - top}
          hidden={
            hidden.filter(({ left, width }) => left < index + 1 && left + width > index).length
          }
        />
      ))}
      <BandStrips strips={strips} count={week.length} zone={zone} now={now} onBand={onBand} />
    </div>
  );
}

type MonthDayProps = MonthWeekProps & { day: Day; top: number; room: number; hidden: number };

/** Pixels a card takes with the gap under it: in two lines, in one; and the line that tells of more. */
const [cardHeight, shortHeight, moreHeight] = [41, 23, 23] as const;

const MonthDay = memo(function MonthDay(props: MonthDayProps) {
  const {
    day,
    week,
    month,
    today,
    zone,
    onDays,
    holidays,
    top,
    room,
    hidden,
    movingId,
    isPrinting,
  } = props;
  const entries = onDays.get(day.date) ?? noEntries;
  const { short, shown } = useMemo(
    () => fitting(entries.length, isPrinting ? null : room),
    [entries, isPrinting, room],
  );
  const more = entries.length - shown + hidden;
  const free = holidays.filter(({ on }) => on === day.date);
  const look = [
    styles['day'],
    day.date.slice(0, 7) !== month && styles['other'],
    isWeekend(day) && styles['weekend'],
    free.length > 0 && styles['free'],
  ];
  return (
    <div
      role="group"
      aria-label={longDay(plainDayOf(day.date))}
      className={look.filter(Boolean).join(' ')}
      data-date={day.date}
    >
      <div className={styles['dayTop']}>
        <span className={`${styles['number']} ${day.date === today ? styles['today'] : ''}`}>
          {Number(day.date.slice(8))}
        </span>
        {free.length > 0 && (
          <span
            className={styles['holiday']}
            title={free.map(({ name, calendar }) => `${name} (${calendar})`).join('\n')}
          >
            <bdi>{free[0]?.name}</bdi>
            {free.length > 1 && ` +${free.length - 1}`}
          </span>
        )}
        {day === week[0] && <span className={styles['weekNumber']}>w{weekOf(day.date)}</span>}
      </div>
      <div className={styles['entries']} style={{ paddingTop: top - dayTop }}>
        {entries.slice(0, shown).map((entry) => (
          <EntryCard
            key={entry.deploymentId}
            entry={entry}
            zone={zone}
            short={short}
            isMoving={entry.deploymentId === movingId}
          />
        ))}
        {more > 0 && (
          <button
            type="button"
            className={styles['more']}
            aria-haspopup="dialog"
            title={`Show all of ${longDay(plainDayOf(day.date))}`}
            onClick={(event) => props.onMore(day, event.currentTarget)}
          >
            +{more} more
          </button>
        )}
      </div>
    </div>
  );
});

const noEntries: readonly ShownEntry[] = [];

/** How many fit, and whether in one line each: in full where all of them do, else as many as can be. */
function fitting(count: number, room: number | null): { short: boolean; shown: number } {
  // Paper grows with what is on it.
  if (room === null) return { short: count > 1, shown: count };
  if (count * cardHeight <= room) return { short: false, shown: count };
  if (count * shortHeight <= room) return { short: true, shown: count };
  return { short: true, shown: Math.max(1, Math.floor((room - moreHeight) / shortHeight)) };
}
