import { memo, useMemo } from 'react';
import { bandStyle } from '../../../app/theme/bands.ts';
import { bandsOn } from './band-lanes.ts';
import { isWeekend } from './calendar-days.ts';
import type { Day } from './calendar-days.ts';
import { EntryCard } from './EntryCard.tsx';
import { besideEachOther, stretchIn } from './hours.ts';
import type { SheetProps } from './MonthSheet.tsx';
import styles from './WeekSheet.module.css';

export const hourHeight = 44;

/** What a card needs to be read, in minutes of the sheet. */
const least = 30;
const perMinute = hourHeight / 60;

type HourColumnProps = Pick<SheetProps, 'zone' | 'now' | 'entries' | 'bands' | 'movingId'> & {
  day: Day;
  label: string;
  isFree: boolean;
};

/** One day of the week by the hour. */
export const HourColumn = memo(function HourColumn(props: HourColumnProps) {
  const { day, label, zone, now, entries, bands, movingId, isFree } = props;
  const placed = useMemo(
    () =>
      besideEachOther(
        entries.flatMap((thing) => {
          const stretch = stretchIn(thing, day, zone);
          return stretch === null ? [] : [{ thing, stretch }];
        }),
        least,
      ),
    [entries, day, zone],
  );
  const grounds = useMemo(
    () =>
      besideEachOther(
        bandsOn(bands, day).flatMap((thing) => {
          const { startsAt: startAt, endsAt: endAt } = thing;
          const stretch = stretchIn({ startAt, endAt }, day, zone);
          return stretch === null ? [] : [{ thing, stretch }];
        }),
        1,
      ),
    [bands, day, zone],
  );
  const present = stretchIn({ startAt: now, endAt: now }, day, zone);
  const look = [styles['column'], (isWeekend(day) || isFree) && styles['weekend']];
  return (
    <div
      role="group"
      aria-label={label}
      className={look.filter(Boolean).join(' ')}
      data-date={day.date}
    >
      {grounds.map(({ thing: band, from, to, column, columns }) => (
        <span
          key={`${band.windowId} ${band.startsAt}`}
          aria-hidden
          className={styles['ground']}
          data-kind={band.kind}
          style={{
            ...bandStyle(band.kind),
            top: from * perMinute,
            height: (to - from) * perMinute,
            insetInlineStart: `${(column / columns) * 100}%`,
            width: `${100 / columns}%`,
          }}
        />
      ))}
      {placed.map(({ thing, from, to, column, columns }) => (
        <div
          key={thing.deploymentId}
          className={styles['entry']}
          style={{
            top: from * perMinute,
            height: (to - from) * perMinute,
            insetInlineStart: `calc(${(column / columns) * 100}% + 2px)`,
            width: `calc(${100 / columns}% - 4px)`,
          }}
        >
          <EntryCard
            entry={thing}
            zone={zone}
            short={(to - from) * perMinute < 38}
            isMoving={thing.deploymentId === movingId}
          />
        </div>
      ))}
      {present !== null && (
        <span className={styles['now']} style={{ top: present.from * perMinute }} aria-hidden />
      )}
    </div>
  );
});
