import type { RangeHoliday } from '#shared/model/planning/calendar-range.ts';
import type { Band } from '#shared/model/planning/windows.ts';
import { bandsOn } from './band-lanes.ts';
import { byDay } from './calendar-days.ts';
import type { Day } from './calendar-days.ts';
import type { ShownEntry } from './entry-words.ts';

export type AgendaLine =
  | { kind: 'day'; id: string; day: Day; count: number; holidays: readonly RangeHoliday[] }
  | { kind: 'band'; id: string; band: Band }
  | { kind: 'entry'; id: string; entry: ShownEntry; day: Day };

/**
 * The days on which something is, each with what it holds: windows on the day they begin, those
 * already in force on the first day, then deployments by time.
 */
export function agendaLines(
  days: readonly Day[],
  entries: readonly ShownEntry[],
  bands: readonly Band[],
  holidays: readonly RangeHoliday[],
): AgendaLine[] {
  const onDays = byDay(days, entries);
  return days.flatMap((day, index): AgendaLine[] => {
    const begun = bandsOn(bands, day).filter(
      ({ startsAt }) => index === 0 || Date.parse(startsAt) >= day.from,
    );
    const own = onDays.get(day.date) ?? [];
    const free = holidays.filter(({ on }) => on === day.date);
    if (begun.length + own.length + free.length === 0) return [];
    return [
      { kind: 'day', id: day.date, day, count: own.length, holidays: free },
      ...begun.map((band): AgendaLine => {
        return { kind: 'band', id: `${band.windowId} ${band.startsAt}`, band };
      }),
      ...own.map((entry): AgendaLine => {
        return { kind: 'entry', id: entry.deploymentId, entry, day };
      }),
    ];
  });
}
