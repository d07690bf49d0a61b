import { memo, useMemo, useState } from 'react';
import { bandStyle, bandWords } from '../../../app/theme/bands.ts';
import { longDay, monthOfYear, plainDayOf, weekdayNames } from '../../../components/date-names.ts';
import { bandTitle } from './band-words.ts';
import { byDay, isWeekend } from './calendar-days.ts';
import type { Day } from './calendar-days.ts';
import { DayPopover } from './DayPopover.tsx';
import { EntryCard } from './EntryCard.tsx';
import type { ShownEntry } from './entry-words.ts';
import type { SheetProps } from './MonthSheet.tsx';
import { byMonth, laneColumn } from './quarter-lines.ts';
import styles from './QuarterSheet.module.css';
import { weekOf } from './view-span.ts';

/** A quarter as a wall planner: three months of days, one line each, windows down their side. */
export function QuarterSheet(props: SheetProps) {
  const { days, zone, now, entries, bands, onBand } = props;
  const months = useMemo(() => byMonth(days), [days]);
  const onDays = useMemo(() => byDay(days, entries), [days, entries]);
  const [full, setFull] = useState<{ day: Day; anchor: HTMLElement } | null>(null);
  return (
    <div className={styles['frame']} data-print="sheet">
      {months.map(({ month, days: own }) => (
        <PlannerMonth
          {...props}
          key={month}
          month={month}
          own={own}
          onDays={onDays}
          onMore={(day, anchor) => setFull({ day, anchor })}
        />
      ))}
      {full !== null && (
        <DayPopover
          {...{ zone, now, bands, onBand }}
          day={full.day}
          anchor={full.anchor}
          entries={onDays.get(full.day.date) ?? []}
          onClose={() => setFull(null)}
        />
      )}
    </div>
  );
}

type MonthProps = SheetProps & {
  month: string;
  own: readonly Day[];
  onDays: ReadonlyMap<string, readonly ShownEntry[]>;
  onMore: (day: Day, anchor: HTMLElement) => void;
};

const laneWidth = 12;

function PlannerMonth(props: MonthProps) {
  const { month, own, bands, zone, now, onBand } = props;
  const { strips, lanes } = useMemo(() => laneColumn(bands, own), [bands, own]);
  const { year, month: number } = plainDayOf(`${month}-01`);
  const beginning = useMemo(
    () =>
      byDay(
        own,
        strips.filter(({ begins }) => begins).map(({ band }) => ({ band, startAt: band.startsAt })),
      ),
    [own, strips],
  );
  return (
    <section className={styles['month']} aria-label={monthOfYear(year, number)}>
      <h3 className={styles['name']}>{monthOfYear(year, number)}</h3>
      <div
        className={styles['days']}
        style={{ gridTemplateRows: `repeat(${own.length}, minmax(0, 1fr))` }}
      >
        {own.map((day) => (
          <PlannerDay
            {...props}
            key={day.date}
            day={day}
            side={lanes * laneWidth}
            windows={beginning.get(day.date)?.map(({ band }) => band.name) ?? noNames}
          />
        ))}
        {strips.map(({ band, lane, left, width }) => (
          <button
            key={`${band.windowId} ${band.startsAt}`}
            type="button"
            className={styles['lane']}
            style={{
              ...bandStyle(band.kind),
              insetInlineStart: 64 + lane * laneWidth,
              width: laneWidth - 2,
              top: `${(left / own.length) * 100}%`,
              height: `${(width / own.length) * 100}%`,
            }}
            title={bandTitle(band, zone, now)}
            aria-label={bandTitle(band, zone, now)}
            data-kind={bandWords[band.kind]}
            onClick={(event) => onBand(band, event.currentTarget)}
          />
        ))}
      </div>
    </section>
  );
}

const noNames: readonly string[] = [];

type DayProps = MonthProps & { day: Day; side: number; windows: readonly string[] };

const PlannerDay = memo(function PlannerDay(props: DayProps) {
  const { day, side, windows, today, zone, onDays, holidays, movingId, isPrinting } = props;
  const entries = onDays.get(day.date) ?? noEntries;
  const free = holidays.filter(({ on }) => on === day.date);
  const words = [...free.map(({ name }) => name), ...windows].join(', ');
  // One stands in its line alone, further ones share it: what is beyond is told by the number.
  const shown = entries.slice(0, isPrinting ? 3 : 2);
  const look = [styles['day'], (isWeekend(day) || free.length > 0) && styles['weekend']];
  return (
    <div
      role="group"
      aria-label={longDay(plainDayOf(day.date))}
      className={look.filter(Boolean).join(' ')}
      data-date={day.date}
    >
      <span className={`${styles['number']} ${day.date === today ? styles['today'] : ''}`}>
        {Number(day.date.slice(8))}
      </span>
      <span className={styles['weekday']}>{weekdayNames()[day.dayOfWeek - 1]?.slice(0, 3)}</span>
      <span className={styles['side']} style={{ width: side }} />
      <span className={styles['entries']}>
        {shown.map((entry) => (
          <EntryCard
            key={entry.deploymentId}
            entry={entry}
            zone={zone}
            short
            isMoving={entry.deploymentId === movingId}
          />
        ))}
        {entries.length > shown.length && (
          <button
            type="button"
            className={styles['more']}
            aria-haspopup="dialog"
            aria-label={`${entries.length - shown.length} more on ${longDay(plainDayOf(day.date))}`}
            onClick={(event) => props.onMore(day, event.currentTarget)}
          >
            +{entries.length - shown.length}
          </button>
        )}
        {words !== '' && entries.length < 2 && (
          <bdi className={styles['words']} title={words}>
            {words}
          </bdi>
        )}
      </span>
      {day.dayOfWeek === 1 && <span className={styles['week']}>w{weekOf(day.date)}</span>}
    </div>
  );
});

const noEntries: readonly ShownEntry[] = [];
