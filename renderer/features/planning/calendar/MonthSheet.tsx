import { memo, useMemo, useState } from 'react';
import type { RangeHoliday } from '#shared/model/planning/calendar-range.ts';
import type { Band } from '#shared/model/planning/windows.ts';
import { weekdayNames } from '../../../components/date-names.ts';
import type { PickBand } from './BandStrips.tsx';
import { byDay } from './calendar-days.ts';
import type { Day } from './calendar-days.ts';
import { DayPopover } from './DayPopover.tsx';
import type { ShownEntry } from './entry-words.ts';
import { MonthWeek } from './MonthWeek.tsx';
import styles from './MonthSheet.module.css';

export type SheetProps = {
  days: readonly Day[];
  /** The date the view is turned to. */
  on: string;
  today: string;
  zone: string;
  now: string;
  entries: readonly ShownEntry[];
  bands: readonly Band[];
  holidays: readonly RangeHoliday[];
  /** The deployment on its way to another day. */
  movingId: string | null;
  /** Everything is drawn: paper does not scroll. */
  isPrinting: boolean;
  onBand: PickBand;
};

const headHeight = 29;

/** The sheet of one month; every entry is a link to its release, every band says what it is. */
export const MonthSheet = memo(function MonthSheet(props: SheetProps & { height: number }) {
  const { days, on, zone, now, entries, onBand, height } = props;
  const [full, setFull] = useState<{ day: Day; anchor: HTMLElement } | null>(null);
  const weeks = useMemo(
    () => Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7)),
    [days],
  );
  const onDays = useMemo(() => byDay(days, entries), [days, entries]);
  const rowHeight = height === 0 ? fallbackRow : (height - headHeight) / weeks.length;
  return (
    <div className={styles['frame']} data-print="sheet">
      <div className={styles['head']} aria-hidden>
        {weekdayNames().map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      {weeks.map((week) => (
        <MonthWeek
          {...props}
          key={week[0]?.date}
          week={week}
          month={on.slice(0, 7)}
          onDays={onDays}
          height={rowHeight}
          onMore={(day, anchor) => setFull({ day, anchor })}
        />
      ))}
      {full !== null && (
        <DayPopover
          {...{ zone, now, onBand }}
          day={full.day}
          anchor={full.anchor}
          entries={onDays.get(full.day.date) ?? []}
          bands={props.bands}
          onClose={() => setFull(null)}
        />
      )}
    </div>
  );
});

/** Where nothing is laid out, as in tests and before the first frame. */
const fallbackRow = 150;
