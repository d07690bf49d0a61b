import { rowOf } from '#core/database/plain-rows.ts';
import { holiday, holidayCalendar } from '#core/database/schema/holidays.ts';
import { person, service } from '#core/database/schema/workspace.ts';
import { alive, oneOf, plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type {
  Away,
  HolidayCalendarFacts,
  Judged,
} from '#shared/rules/planning/placement/ground.ts';
import { absencesOf, listsOf } from './placement-kept.ts';

/** A place of an open gate, and who can fill it; handed up by governance. */
export type OpenSeat = { gate: string; role: string; personIds: string[] };

type Days = { firstOn: string; lastOn: string; deputyId: string | null };

/** When the owner is away, and when nobody is there who could fill a place. */
export function awayOf(
  store: Store,
  ownerId: string,
  seats: readonly OpenSeat[],
  nameOf: (id: string) => string,
): Away[] {
  const ids = [...new Set([ownerId, ...seats.flatMap(({ personIds }) => personIds)])];
  const days = absencesOf(store);
  if (!ids.some((id) => days.has(id))) return [];
  const toAway = (personId: string, { firstOn, lastOn, deputyId }: Days) => ({
    ...{ personId, name: nameOf(personId), firstOn, lastOn },
    deputy: deputyId === null ? null : nameOf(deputyId),
  });
  const approvers = seats.flatMap(({ gate, role, personIds }) => {
    const [first, ...others] = personIds;
    if (first === undefined) return [];
    const all = others.reduce<Days[]>(
      (together, id) => together.flatMap((one) => common(one, days.get(id) ?? [])),
      days.get(first) ?? [],
    );
    return all.map((each): Away => {
      const alone = others.length === 0 ? '' : ', and nobody else who could decide is there';
      return { ...toAway(first, each), as: 'approver', seats: `${role} for “${gate}”${alone}` };
    });
  });
  const own = (days.get(ownerId) ?? []).map((each): Away => ({
    ...toAway(ownerId, each),
    ...{ as: 'owner', seats: '' },
  }));
  return [...own, ...approvers];
}

/** The days both are away. */
function common(one: Days, others: readonly Days[]): Days[] {
  return others.flatMap(({ firstOn, lastOn }) => {
    const first = firstOn > one.firstOn ? firstOn : one.firstOn;
    const last = lastOn < one.lastOn ? lastOn : one.lastOn;
    return first > last ? [] : [{ firstOn: first, lastOn: last, deputyId: one.deputyId }];
  });
}

/** The holiday calendars of the owner and the services, and the days the owner works. */
export function calendarsOf(
  store: Store,
  ownerId: string,
  serviceIds: readonly string[],
): Pick<Judged, 'calendars' | 'work'> {
  const owner = rowOf(store, person, ownerId);
  const whose = new Map<string, string[]>();
  const add = (calendarId: string | null | undefined, who: string) => {
    if (typeof calendarId !== 'string') return;
    whose.set(calendarId, [...(whose.get(calendarId) ?? []), who]);
  };
  add(owner?.holidayCalendarId, owner?.name ?? '');
  for (const id of serviceIds) {
    const row = rowOf(store, service, id);
    add(row?.holidayCalendarId, row?.name ?? '');
  }
  const { workingDays } = listsOf(store).workspace;
  const none: ReadonlyMap<string, string> = new Map();
  if (whose.size === 0) return { calendars: [], work: { workingDays, holidays: none } };
  const days = Map.groupBy(
    store.orm
      .select(plain(holiday))
      .from(holiday)
      .where(alive(holiday, oneOf(holiday.calendarId, [...whose.keys()])))
      .all(),
    ({ calendarId }) => calendarId,
  );
  const calendars = [...whose].flatMap(([id, names]): HolidayCalendarFacts[] => {
    const row = rowOf(store, holidayCalendar, id);
    if (row === null) return [];
    const holidays = new Map((days.get(id) ?? []).map(({ on, name }) => [on, name]));
    return [{ id, name: row.name, region: row.region, of: ofWhom(names), holidays }];
  });
  const ownId = owner?.holidayCalendarId ?? null;
  const own = ownId === null ? null : rowOf(store, holidayCalendar, ownId);
  const holidays = calendars.find(({ id }) => id === ownId)?.holidays ?? none;
  return { calendars, work: { workingDays: own?.workingDays ?? workingDays, holidays } };
}

/** `Mara Okafor keeps`, `Mara Okafor and payments-api keep` */
function ofWhom(names: readonly string[]): string {
  const [first = '', second, ...others] = names;
  if (second === undefined) return `${first} keeps`;
  return others.length === 0
    ? `${first} and ${second} keep`
    : `${first} and ${others.length + 1} others keep`;
}
