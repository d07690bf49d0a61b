import { and, gte, lte } from 'drizzle-orm';
import { holiday, holidayCalendar } from '#core/database/schema/holidays.ts';
import { person } from '#core/database/schema/workspace.ts';
import { alive, iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { CapacityView } from '#shared/model/planning/bookings.ts';
import { capacityOf, mondayOf, requireMonday } from '#shared/rules/planning/capacity/capacity.ts';
import type { WorkCalendar } from '#shared/rules/planning/capacity/capacity.ts';
import { dateIn, plusDays } from '#shared/rules/planning/zoned-time.ts';
import { listPeople, listRoles } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { absencesIn } from '../absences/index.ts';
import { countedCommitments } from './rows.ts';

export function readCapacity(
  store: Store,
  { from, weeks: count }: Parsed<'capacity.get'>,
  now: number,
): CapacityView {
  const today = dateIn(iso(now), readWorkspace(store).zone);
  requireMonday(from, 'from', today);
  const weeks = Array.from({ length: count }, (_, place) => plusDays(from, place * 7));
  const to = plusDays(from, count * 7 - 1);
  const commitments = countedCommitments(store, from, to, mondayOf(today));
  const absences = Map.groupBy(absencesIn(store, { from, to }), ({ personId }) => personId);
  const loads = capacityOf({
    ...{ today, weeks, commitments },
    roles: listRoles(store),
    people: listPeople(store),
    calendarOf: workCalendars(store, from, to),
    absencesOf: (personId) => absences.get(personId) ?? [],
  });
  return { today, weeks, ...loads, commitments };
}

/** The calendar of each person: their own, else the working days of the workspace. */
function workCalendars(store: Store, from: string, to: string): (personId: string) => WorkCalendar {
  const within = and(gte(holiday.on, from), lte(holiday.on, to));
  const days = Map.groupBy(
    store.orm.select().from(holiday).where(alive(holiday, within)).all(),
    ({ calendarId }) => calendarId,
  );
  const calendars = new Map(
    store.orm
      .select()
      .from(holidayCalendar)
      .where(alive(holidayCalendar))
      .all()
      .map(({ id, workingDays }): [string, WorkCalendar] => {
        const holidays = new Map((days.get(id) ?? []).map(({ on, name }) => [on, name]));
        return [id, { workingDays, holidays }];
      }),
  );
  const { workingDays } = readWorkspace(store);
  const shared: WorkCalendar = { workingDays, holidays: new Map() };
  const own = new Map(
    store.orm
      .select({ id: person.id, calendarId: person.holidayCalendarId })
      .from(person)
      .where(alive(person))
      .all()
      .map(({ id, calendarId }) => [id, calendarId]),
  );
  return (personId) => calendars.get(own.get(personId) ?? '') ?? shared;
}
