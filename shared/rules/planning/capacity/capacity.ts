import type {
  Absence,
  CapacityView,
  Commitment,
  WeekLoad,
} from '#shared/model/planning/bookings.ts';
import { isPlannable } from '#shared/model/primitives.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Person, Role } from '#shared/model/workspace/people.ts';
import { absenceKindWords } from './absences.ts';
import { isWorkingDay } from '../working-days.ts';
import type { WorkingDays } from '../working-days.ts';
import { formatDate, plusDays } from '../zoned-time.ts';

/** On which days somebody works: those of a week without the holidays, by their date. */
export type WorkCalendar = { workingDays: WorkingDays; holidays: ReadonlyMap<string, string> };

/** Days of one week: those of work, and what is taken from them. */
export type PersonWeek = {
  available: number;
  working: number;
  holidays: { on: string; name: string }[];
  away: Map<Absence['kind'], number>;
  /** Days of work after they left. */
  gone: number;
};

type Away = Pick<Absence, 'kind' | 'firstOn' | 'lastOn'>;

/**
 * The days somebody has in the week of a Monday. Each day counts once: after they left it is gone, a
 * holiday is no absence, and an absence over a weekend takes only days of work.
 */
export function personWeek(
  weekOn: string,
  calendar: WorkCalendar,
  absences: readonly Away[],
  leftOn: string | null,
): PersonWeek {
  const week: PersonWeek = { available: 0, working: 0, holidays: [], away: new Map(), gone: 0 };
  for (let offset = 0; offset < 7; offset += 1) {
    const on = plusDays(weekOn, offset);
    if (!isWorkingDay(on, calendar.workingDays)) continue;
    week.working += 1;
    const holiday = calendar.holidays.get(on);
    const absence = absences.find(({ firstOn, lastOn }) => firstOn <= on && on <= lastOn);
    if (leftOn !== null && on > leftOn) week.gone += 1;
    else if (holiday !== undefined) week.holidays.push({ on, name: holiday });
    else if (absence !== undefined) {
      week.away.set(absence.kind, (week.away.get(absence.kind) ?? 0) + 1);
    } else week.available += 1;
  }
  return week;
}

/** `5 working days − 1 holiday (Fri 25 Dec Christmas Day) − 2 leave = 2 d` */
export function personWeekInWords(week: PersonWeek, today: string): string {
  const parts = [`${week.working} working ${week.working === 1 ? 'day' : 'days'}`];
  const { length } = week.holidays;
  if (length > 0) {
    const named = week.holidays.map(({ on, name }) => `${formatDate(on, today)} ${name}`);
    parts.push(`${length} ${length === 1 ? 'holiday' : 'holidays'} (${named.join(', ')})`);
  }
  for (const [kind, days] of week.away) {
    parts.push(`${days} ${absenceKindWords[kind].toLowerCase()}`);
  }
  if (week.gone > 0) parts.push(`${week.gone} after they left`);
  const { available } = week;
  return parts.length === 1 ? parts.join('') : `${parts.join(' − ')} = ${available} d`;
}

export type CapacityInput = {
  today: string;
  /** Mondays. */
  weeks: readonly string[];
  roles: readonly Role[];
  people: readonly Person[];
  calendarOf: (personId: string) => WorkCalendar;
  absencesOf: (personId: string) => readonly Away[];
  commitments: readonly Commitment[];
};

type Loads = Pick<CapacityView, 'roles' | 'people'>;

/**
 * What there is and what is promised. A role counts all days of everybody who holds it, so somebody
 * with two roles counts in both; what is promised of a person counts over all their roles.
 */
export function capacityOf(input: CapacityInput): Loads {
  const { weeks, commitments } = input;
  const byWeek = Map.groupBy(commitments, ({ weekOn }) => weekOn);
  const committed = (weekOn: string, fits: (each: Commitment) => boolean) =>
    (byWeek.get(weekOn) ?? []).filter(fits).reduce((sum, { days }) => sum + days, 0);
  const first = weeks[0] ?? input.today;
  const named = new Set(commitments.map(({ personId }) => personId));
  const people = input.people
    .filter(({ id, leftOn }) => leftOn === null || leftOn >= first || named.has(id))
    .map((person) => ({
      personId: person.id,
      name: person.name,
      roles: person.roles,
      weeks: weeks.map((weekOn) => {
        const { id, leftOn } = person;
        const week = personWeek(weekOn, input.calendarOf(id), input.absencesOf(id), leftOn);
        const promised = committed(weekOn, ({ personId }) => personId === id);
        const why = personWeekInWords(week, input.today);
        return loadOf(weekOn, week.available, promised, why);
      }),
    }));
  const known = new Map(input.roles.map((role) => [role.key, role.name]));
  const gone = commitments.map(({ roleKey }) => roleKey).filter((key) => !known.has(key));
  const keys = [...known.keys(), ...new Set(gone)];
  const roles = keys.map((key) => {
    const holders = people.filter((person) => person.roles.includes(key));
    return {
      key,
      name: known.get(key) ?? key,
      personIds: holders.map(({ personId }) => personId),
      weeks: weeks.map((weekOn, place) => {
        const available = holders.reduce(
          (sum, each) => sum + (each.weeks[place]?.available ?? 0),
          0,
        );
        const promised = committed(weekOn, ({ roleKey }) => roleKey === key);
        return loadOf(weekOn, available, promised, holdersInWords(holders, key, known));
      }),
    };
  });
  return { roles, people };
}

function loadOf(weekOn: string, available: number, committed: number, how: string): WeekLoad {
  const over = committed > available;
  const tail = over ? ` Over-booked by ${committed - available} d.` : '';
  const why = `${how}${how.endsWith('.') ? '' : '.'} ${committed} of ${available} d promised.${tail}`;
  return { weekOn, available, committed, over, why };
}

type Holder = Loads['people'][number];

function holdersInWords(
  holders: readonly Holder[],
  key: string,
  known: ReadonlyMap<string, string>,
): string {
  if (holders.length === 0) return 'Nobody holds this role, so there are no days.';
  const people = holders.length === 1 ? '1 person holds' : `${holders.length} people hold`;
  const twice = holders
    .filter(({ roles }) => roles.length > 1)
    .map(({ name, roles }) => {
      const others = roles.filter((role) => role !== key).map((role) => known.get(role) ?? role);
      return ` The days of ${name} also count for ${others.join(' and ')}.`;
    });
  return `${people} this role.${twice.join('')}`;
}

/** The Monday of the week a date is in. */
export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return plusDays(date, -((weekday + 6) % 7));
}

/** Weeks begin on Mondays; another day is refused with the Monday that was meant. */
export function requireMonday(date: string, field: string, today: string): void {
  if (!isPlannable(date)) {
    const message = 'is not between 2000 and 2199; correct the year';
    throw new Refusal('invalid_input', `The week ${date} ${message}.`, { [field]: message });
  }
  const monday = mondayOf(date);
  if (monday === date) return;
  throw new Refusal(
    'invalid_input',
    `A week goes by its Monday, and ${formatDate(date, today)} is none. Give ${monday}, ${formatDate(monday, today)}.`,
    { [field]: `is no Monday; give ${monday}` },
  );
}

/** Somebody can be promised for a role they hold and while they are here. */
export function checkCommitment(
  wanted: Pick<Commitment, 'roleKey' | 'personId'>,
  roles: readonly Role[],
  people: readonly Person[],
): void {
  const role = roles.find(({ key }) => key === wanted.roleKey);
  if (role === undefined) {
    throw new Refusal(
      'invalid_input',
      `There is no role ${wanted.roleKey}. Known roles: ${roles.map(({ key }) => key).join(', ')}.`,
      { roleKey: 'is not a role of this workspace' },
    );
  }
  if (wanted.personId === null) return;
  const person = people.find(({ id }) => id === wanted.personId);
  const wrong =
    person === undefined
      ? 'is nobody of this workspace'
      : person.leftOn !== null
        ? `left on ${person.leftOn}`
        : person.roles.includes(role.key)
          ? null
          : `does not hold the role ${role.name}`;
  if (wrong === null) return;
  throw new Refusal(
    'invalid_input',
    `${person?.name ?? 'The person'} ${wrong}. Choose somebody who holds ${role.name}, or nobody, so that the days count for the role alone.`,
    { personId: `${wrong}; choose somebody who holds ${role.name}` },
  );
}
