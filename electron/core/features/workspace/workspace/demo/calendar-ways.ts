import type { Input } from '#shared/contract/index.ts';
import { plusDays } from '#shared/rules/planning/zoned-time.ts';
import { bankHolidays } from './bank-holidays.ts';
import { at, workday } from './days.ts';
import { idOf } from './found-workspace.ts';
import type { Performance } from './perform.ts';

/** When deployments may happen in the demo and when they may not, and the days nobody works on. */
export function calendarWays(performance: Performance): { at: number; run(): Promise<void> }[] {
  const { date, sample } = performance;
  const { zone } = sample.workspace;
  const on = (days: number, time: string) => at(workday(date, days), time, zone);
  return [
    { at: on(-58, '09:30'), run: () => keepHolidays(performance) },
    { at: on(-55, '14:10'), run: () => openWindows(performance) },
    { at: on(-12, '10:15'), run: () => closeQuarter(performance) },
  ];
}

async function keepHolidays({ stage, known, date }: Performance): Promise<void> {
  const mara = idOf(known.people, 'mara');
  const year = Number(date.slice(0, 4));
  const holidays = [year, year + 1].flatMap((each) => bankHolidays(each));
  const { id: holidayCalendarId } = await stage.call(
    'holidays.save',
    { name: 'England and Wales', region: 'United Kingdom', holidays },
    mara,
  );
  for (const { rev: _rev, ...service } of await stage.call('services.list', {}, mara)) {
    await stage.call('services.save', { ...service, holidayCalendarId }, mara);
  }
  const { people } = await stage.call('people.list', {}, mara);
  for (const { id, name, email, roles } of people) {
    await stage.call('people.save', { id, name, email, roles, holidayCalendarId }, mara);
  }
}

async function openWindows({ stage, known, sample, date }: Performance): Promise<void> {
  const mara = idOf(known.people, 'mara');
  const { zone } = sample.workspace;
  const year = date.slice(0, 4);
  const add = (window: Omit<Input<'windows.create'>, 'zone'>) =>
    stage.call('windows.create', { zone, ...window }, mara);
  const services = (...keys: string[]) => keys.map((key) => idOf(known.services, key));
  const places = (...keys: string[]) => keys.map((key) => idOf(known.environments, key));
  await add({
    ...{ kind: 'deployment', name: 'Evening deployment window' },
    note: 'Few payments are made then, and operations is on shift until midnight.',
    ...{ startWall: `${year}-01-05T20:00`, endWall: `${year}-01-06T00:00` },
    recurrence: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH',
    ...{ serviceIds: services('payments', 'ledger'), environmentIds: places('prod-eu') },
  });
  await add({
    ...{ kind: 'maintenance', name: 'Staging is patched' },
    ...{ startWall: `${year}-01-01T06:00`, endWall: `${year}-01-01T10:00` },
    recurrence: 'FREQ=MONTHLY;BYDAY=1SU',
    environmentIds: places('staging-eu'),
  });
  await add({
    ...{ kind: 'peak', name: 'Black Friday to Cyber Monday' },
    note: 'Five times the usual checkouts; what can wait waits.',
    ...{ startWall: `${year}-11-22T00:00`, endWall: `${year}-11-27T06:00` },
    recurrence: 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
    ...{ serviceIds: services('checkout'), environmentIds: places('prod-eu', 'prod-us') },
  });
  await add({
    ...{ kind: 'hard-freeze', name: 'Christmas freeze' },
    note: 'Nobody is there to roll back. Emergencies go through compliance.',
    ...{ startWall: `${year}-12-18T17:00`, endWall: `${Number(year) + 1}-01-03T08:00` },
    recurrence: 'FREQ=YEARLY',
    environmentIds: places('prod-eu', 'prod-us'),
    authorityId: idOf(known.people, 'theodora'),
  });
  await add({
    ...{ kind: 'holiday', name: 'Summer bank holiday' },
    ...{ startWall: `${year}-08-24T00:00`, endWall: `${year}-08-25T00:00` },
    ...{ recurrence: 'FREQ=YEARLY;BYMONTH=8;BYDAY=-1MO', regions: ['eu-west'] },
  });
  await add({
    ...{ kind: 'holiday', name: 'Christmas and Boxing Day' },
    ...{ startWall: `${year}-12-25T00:00`, endWall: `${year}-12-27T00:00` },
    recurrence: 'FREQ=YEARLY',
  });
}

/** From the Friday ahead until finance has its numbers. */
async function closeQuarter({ stage, known, sample, date }: Performance): Promise<void> {
  const friday = weekdayFrom(plusDays(date, 1), 5);
  await stage.call(
    'windows.create',
    {
      ...{ kind: 'soft-freeze', name: 'Quarter-end freeze', zone: sample.workspace.zone },
      note: 'Finance closes the books of the quarter on what payments reports.',
      ...{ startWall: `${friday}T17:00`, endWall: `${plusDays(friday, 5)}T08:00` },
      serviceIds: [idOf(known.services, 'payments')],
    },
    idOf(known.people, 'mara'),
  );
}

function weekdayFrom(date: string, weekday: number): string {
  const found = new Date(`${date}T12:00:00Z`).getUTCDay();
  return plusDays(date, (weekday - found + 7) % 7);
}
