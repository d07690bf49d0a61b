import { useEffect, useMemo, useRef } from 'react';
import Calendar from '@fullcalendar/react';
import type { CalendarOptions, CalendarRef, EventDisplayInfo } from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import '@fullcalendar/react/skeleton.css';
import type { CalendarEntry } from '#shared/contract/planning/calendar.ts';
import { timeText, whenText } from '../../../components/when-text.ts';
import { SheetEntry } from './SheetEntry.tsx';
import { placeOf, releaseHref, standingOf } from './entry-words.ts';
import styles from './MonthSheet.module.css';

type MonthSheetProps = {
  month: string;
  zone: string;
  now: string;
  entries: readonly CalendarEntry[];
  /** The deployment on its way to another day. */
  movingId: string | null;
};

/** The look comes from our own classes: the library's skin fails contrast and names nothing. */
const looks: CalendarOptions = {
  className: styles['calendar'],
  viewClass: styles['view'],
  dayHeaderInnerClass: styles['dayHeaderInner'],
  dayHeaderAlign: 'start',
  dayCellClass: (day) =>
    [styles['day'], day.isOther && styles['other'], isWeekend(day.dow) && styles['weekend']]
      .filter(Boolean)
      .join(' '),
  dayCellTopClass: styles['dayTop'],
  dayCellTopInnerClass: (day) => `${styles['number']} ${day.isToday ? styles['today'] : ''}`,
  inlineWeekNumberClass: styles['weekNumber'],
  eventClass: styles['event'],
  eventInnerClass: styles['eventInner'],
  moreLinkClass: styles['more'],
  popoverClass: styles['popover'],
  popoverCloseClass: styles['close'],
};

const behaviour: CalendarOptions = {
  plugins: [dayGrid],
  initialView: 'dayGridMonth',
  headerToolbar: false,
  firstDay: 1,
  weekNumbers: true,
  weekNumberCalculation: 'ISO',
  weekNumberFormat: { week: 'numeric' },
  fixedWeekCount: false,
  // Deployments run for hours: a bar across midnight would make them look like whole days.
  nextDayThreshold: '23:59:59',
  eventDisplay: 'block',
  eventOrder: 'start,title',
  dayMaxEvents: true,
  moreLinkHint: (count) => `Show ${count} more`,
  closeHint: 'Close',
  height: '100%',
};

/** The sheet of one month; every entry is a link to its release. */
export function MonthSheet({ month, zone, now, entries, movingId }: MonthSheetProps) {
  const calendar = useRef<CalendarRef>(null);
  useEffect(() => {
    calendar.current?.getApi().gotoDate(`${month}-01`);
  }, [month]);
  const events = useMemo(
    () =>
      entries.map((entry) => ({
        id: entry.deploymentId,
        title: entryLabel(entry, zone, now),
        start: entry.startAt,
        end: entry.endAt,
        url: releaseHref(entry.releaseId),
        extendedProps: { entry },
      })),
    [entries, zone, now],
  );
  const byId = useMemo(
    () => new Map(entries.map((entry) => [entry.deploymentId, entry])),
    [entries],
  );
  const content = ({ event }: EventDisplayInfo) => {
    const entry = byId.get(event.id);
    return entry === undefined ? null : (
      <SheetEntry
        entry={entry}
        time={timeText(entry.startAt, zone)}
        isMoving={entry.deploymentId === movingId}
      />
    );
  };
  return (
    <div className={styles['frame']}>
      <Calendar
        ref={calendar}
        {...behaviour}
        {...looks}
        initialDate={`${month}-01`}
        timeZone={zone}
        now={now}
        events={events}
        eventContent={content}
      />
    </div>
  );
}

/** What a screen reader hears for an entry, and what the pointer shows. */
function entryLabel(entry: CalendarEntry, zone: string, now: string): string {
  const { word } = standingOf(entry);
  const parts = [entry.name, entry.type, placeOf(entry), whenText(entry.startAt, zone, now), word];
  return parts.join(', ');
}

function isWeekend(dayOfWeek: number): boolean {
  return dayOfWeek === 0 || dayOfWeek === 6;
}
