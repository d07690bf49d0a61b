import { eq } from 'drizzle-orm';
import type { Context, Handlers } from '#core/context.ts';
import { releaseTrain } from '#core/database/schema/trains.ts';
import { holiday, holidayCalendar } from '#core/database/schema/holidays.ts';
import { person, service } from '#core/database/schema/workspace.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { HolidayCalendar } from '#shared/model/planning/windows.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { daysToWrite } from '#shared/rules/planning/windows/holiday-days.ts';
import { listHolidayCalendars } from './rows.ts';

export const holidays: Handlers<'holidays.list' | 'holidays.save' | 'holidays.remove'> = {
  'holidays.list': (_input, { store }) => listHolidayCalendars(store),
  'holidays.save': (input, context) => saveCalendar(input, context),
  'holidays.remove': ({ id }, context) => removeCalendar(id, context),
};

function saveCalendar(
  { id, rev, holidays: days, ...input }: Parsed<'holidays.save'>,
  context: Context,
): HolidayCalendar {
  const { store } = context;
  refuseSameName(store, id, input.name);
  const workingDays = [...new Set(input.workingDays)].toSorted((one, other) => one - other);
  const values = { name: input.name, region: input.region, workingDays };
  const saved = context.transact((write) => {
    const row =
      id === undefined
        ? write.insert(holidayCalendar, values)
        : write.update(holidayCalendar, id, values, rev);
    if (days !== undefined) writeDays(write, requireCalendar(store, row.id), days);
    return row;
  });
  return requireCalendar(store, saved.id);
}

/** Days that stay keep their rows, so that history tells what was added and what went. */
function writeDays(
  write: Write,
  { id: calendarId, holidays: before }: HolidayCalendar,
  wanted: readonly { on: string; name: string }[],
): void {
  const { added, removed } = daysToWrite(before, wanted);
  for (const { id } of removed) write.remove(holiday, id);
  for (const { on, name } of added) write.insert(holiday, { calendarId, on, name, uid: '' });
}

function requireCalendar(store: Store, id: string): HolidayCalendar {
  const found = listHolidayCalendars(store).find((calendar) => calendar.id === id);
  if (found !== undefined) return found;
  throw new Refusal(
    'not_found',
    `There is no holiday calendar with the id ${id}. It may have been removed; reload the list.`,
  );
}

function refuseSameName(store: Store, id: string | undefined, name: string): void {
  const wanted = name.toLowerCase();
  const other = listHolidayCalendars(store).find(
    (each) => each.id !== id && each.name.toLowerCase() === wanted,
  );
  if (other === undefined) return;
  throw new Refusal(
    'invalid_input',
    `There is a holiday calendar called ${other.name} already. Give this one another name, or add the days to that one.`,
    { name: 'is that of another holiday calendar; tell them apart' },
  );
}

/** Nobody must go on naming a calendar that is gone: they have none afterwards. */
function removeCalendar(id: string, context: Context): Output<'holidays.remove'> {
  const { store } = context;
  const { name, holidays: days } = requireCalendar(store, id);
  return context.transact((write) => {
    const using = <T extends typeof person | typeof service | typeof releaseTrain>(table: T) =>
      store.orm
        .select({ id: table.id })
        .from(table)
        .where(alive(table, eq(table.holidayCalendarId, id)))
        .all();
    const people = using(person);
    const services = using(service);
    const none = { holidayCalendarId: null };
    for (const each of people) write.update(person, each.id, none);
    for (const each of services) write.update(service, each.id, none);
    for (const each of using(releaseTrain)) write.update(releaseTrain, each.id, none);
    for (const day of days) write.remove(holiday, day.id);
    write.remove(holidayCalendar, id);
    return { id, name, people: people.length, services: services.length };
  });
}
