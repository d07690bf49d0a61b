import { asc } from 'drizzle-orm';
import { holiday, holidayCalendar } from '#core/database/schema/holidays.ts';
import { alive, plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { HolidayCalendar } from '#shared/model/planning/windows.ts';

/** The holiday calendars by name, each with its days in their order. */
export function listHolidayCalendars(store: Store): HolidayCalendar[] {
  const days = store.orm
    .select(plain(holiday))
    .from(holiday)
    .where(alive(holiday))
    .orderBy(asc(holiday.on), asc(holiday.name), asc(holiday.id))
    .all();
  const byCalendar = Map.groupBy(days, ({ calendarId }) => calendarId);
  return store.orm
    .select(plain(holidayCalendar))
    .from(holidayCalendar)
    .where(alive(holidayCalendar))
    .orderBy(asc(holidayCalendar.name), asc(holidayCalendar.id))
    .all()
    .map(({ id, rev, name, workingDays, region }) => ({
      ...{ id, rev, name, workingDays, region },
      holidays: (byCalendar.get(id) ?? []).map((day) => ({
        ...{ id: day.id, on: day.on, name: day.name },
      })),
    }));
}
