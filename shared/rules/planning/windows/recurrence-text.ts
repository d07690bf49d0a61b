import { wallMs, wallOf } from './wall-clock.ts';

export const frequencies = ['HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof frequencies)[number];

/** A day of the week, Monday is 1; `nth` counts in its month or year, from the end when negative. */
export type NthDay = { day: number; nth: number | null };

/** An RRULE as it is reckoned with. Empty lists say nothing. */
export type Recurrence = {
  freq: Frequency;
  interval: number;
  count: number | null;
  /** The last moment a start may have, milliseconds of the wall clock as if it were UTC. */
  until: number | null;
  /** On which day of the week its weeks begin. */
  weekStart: number;
  months: number[];
  monthDays: number[];
  yearDays: number[];
  weeks: number[];
  days: NthDay[];
  hours: number[];
  minutes: number[];
  positions: number[];
};

export type ReadRecurrence = { ok: true; rule: Recurrence } | { ok: false; message: string };

const dayKeys = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const example = 'Expected a rule such as FREQ=WEEKLY;BYDAY=FR';

/** How often a rule may come in all: more are a slip of the keyboard. */
const mostTimes = 5_000;

class Unreadable extends Error {}

/** Rules are read for every look at the calendar, and are few. */
const known = new Map<string, ReadRecurrence>();

/**
 * Reads an RRULE. What is refused never reaches the reckoning, so that no rule can keep it busy: parts
 * it does not know, frequencies below an hour, numbers out of their range, parts that do not go
 * together. An UNTIL in UTC becomes a time of the wall clock in the zone.
 */
export function readRecurrence(text: string, zone: string): ReadRecurrence {
  const key = `${zone} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const read = readAnew(text, zone);
  if (known.size > 2_000) known.clear();
  known.set(key, read);
  return read;
}

function readAnew(text: string, zone: string): ReadRecurrence {
  try {
    const rule = ruleOf(partsOf(text), zone);
    refuseTogether(rule);
    return { ok: true, rule };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, message: error.message };
    throw error;
  }
}

const partNames = [
  ...['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYMONTH', 'BYMONTHDAY', 'BYYEARDAY'],
  ...['BYWEEKNO', 'BYDAY', 'BYHOUR', 'BYMINUTE', 'BYSECOND', 'BYSETPOS'],
];

function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  const pieces = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';');
  for (const piece of pieces.filter((each) => each !== '')) {
    const [name = '', value = '', ...more] = piece.split('=');
    if (value === '' || more.length > 0) {
      throw new Unreadable(`${example}, found “${shown(piece)}”.`);
    }
    if (!partNames.includes(name)) {
      throw new Unreadable(
        `Found the part ${shown(name)}, which is not known. Use ${partNames.join(', ')}; the start comes from the window itself.`,
      );
    }
    if (parts.has(name)) throw new Unreadable(`Found ${name} twice. Give it once.`);
    parts.set(name, value);
  }
  return parts;
}

function ruleOf(parts: ReadonlyMap<string, string>, zone: string): Recurrence {
  const freq = frequencies.find((each) => each === parts.get('FREQ'));
  if (freq === undefined) {
    const found = parts.get('FREQ');
    if (found === 'MINUTELY' || found === 'SECONDLY') {
      throw new Unreadable(
        `Found FREQ=${found}. A window comes again every hour at most: use HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY.`,
      );
    }
    const words = found === undefined ? 'no FREQ' : `FREQ=${shown(found)}`;
    throw new Unreadable(`${example}, found ${words}. Give how often it comes.`);
  }
  const numbers = (name: string, range: Range) => numbersOf(parts.get(name), name, range);
  if (numbers('BYSECOND', { from: 0, to: 59 }).some((second) => second !== 0)) {
    throw new Unreadable('Found BYSECOND. Windows begin at whole minutes: leave it out.');
  }
  const [interval = 1] = numbers('INTERVAL', { from: 1, to: 1_000, single: true });
  const [count = null] = numbers('COUNT', { from: 1, to: mostTimes, single: true });
  const until = parts.get('UNTIL');
  return {
    ...{ freq, interval, count },
    until: until === undefined ? null : untilOf(until, zone),
    weekStart: weekStartOf(parts.get('WKST')),
    months: numbers('BYMONTH', { from: 1, to: 12 }),
    monthDays: numbers('BYMONTHDAY', { from: 1, to: 31, backwards: true }),
    yearDays: numbers('BYYEARDAY', { from: 1, to: 366, backwards: true }),
    weeks: numbers('BYWEEKNO', { from: 1, to: 53, backwards: true }),
    days: daysOf(parts.get('BYDAY')),
    hours: numbers('BYHOUR', { from: 0, to: 23 }),
    minutes: numbers('BYMINUTE', { from: 0, to: 59 }),
    positions: numbers('BYSETPOS', { from: 1, to: 366, backwards: true }),
  };
}

type Range = { from: number; to: number; backwards?: boolean; single?: boolean };

function numbersOf(text: string | undefined, name: string, range: Range): number[] {
  if (text === undefined) return [];
  const { from, to, backwards = false, single = false } = range;
  const numbers = text.split(',').map((each) => {
    const number = /^[+-]?\d{1,6}$/.test(each) ? Number(each) : Number.NaN;
    const size = backwards ? Math.abs(number) : number;
    if (size >= from && size <= to) return number;
    const wanted = `${from} to ${to}${backwards ? `, or -${from} to -${to} from the end` : ''}`;
    throw new Unreadable(`Found ${name}=${shown(text)}. Expected numbers from ${wanted}.`);
  });
  if (single && numbers.length !== 1) {
    throw new Unreadable(`Found ${name}=${shown(text)}. Expected a single number.`);
  }
  return [...new Set(numbers)].toSorted((one, other) => one - other);
}

function daysOf(text: string | undefined): NthDay[] {
  if (text === undefined) return [];
  return text.split(',').map((each) => {
    const [, nth = '', key = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(each) ?? [];
    const day = dayKeys.indexOf(key) + 1;
    const number = nth === '' ? null : Number(nth);
    if (day > 0 && number !== 0 && Math.abs(number ?? 1) <= 53) return { day, nth: number };
    throw new Unreadable(
      `Found BYDAY=${shown(text)}. Expected days such as MO,FR, or 1MO for the first and -1FR for the last of a month.`,
    );
  });
}

function weekStartOf(text: string | undefined): number {
  if (text === undefined) return 1;
  const day = dayKeys.indexOf(text) + 1;
  if (day > 0) return day;
  throw new Unreadable(`Found WKST=${shown(text)}. Expected one of ${dayKeys.join(', ')}.`);
}

/** A date counts to its end; a time in UTC is what clocks of the zone show then. */
function untilOf(text: string, zone: string): number {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(text);
  const [, year, month, day, hour = '23', minute = '59', , utc = ''] = found ?? [];
  const wall = `${year}-${month}-${day}T${hour}:${minute}`;
  const ms = found === null ? Number.NaN : wallMs(wall);
  if (Number.isNaN(ms) || wallOf(ms) !== wall) {
    throw new Unreadable(
      `Found UNTIL=${shown(text)}. Expected a date such as 20261231 or a time such as 20261231T170000.`,
    );
  }
  return utc === '' ? ms : wallMs(wallOf(ms, zone));
}

function refuseTogether({ freq, count, until, ...rule }: Recurrence): void {
  const none = (part: string, fits: string) => {
    throw new Unreadable(`${part} does not go with FREQ=${freq}. Use it with ${fits}.`);
  };
  if (count !== null && until !== null) {
    throw new Unreadable('Found COUNT and UNTIL. Give one of them: they both say where it ends.');
  }
  if (rule.weeks.length > 0 && freq !== 'YEARLY') none('BYWEEKNO', 'YEARLY');
  if (rule.yearDays.length > 0 && !['YEARLY', 'HOURLY'].includes(freq)) none('BYYEARDAY', 'YEARLY');
  if (rule.monthDays.length > 0 && freq === 'WEEKLY') none('BYMONTHDAY', 'MONTHLY');
  if (!rule.days.some(({ nth }) => nth !== null)) return;
  if (freq !== 'MONTHLY' && freq !== 'YEARLY') none('A number before a day', 'MONTHLY or YEARLY');
  if (rule.weeks.length > 0) {
    throw new Unreadable('A number before a day does not go with BYWEEKNO. Leave one of them out.');
  }
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text;
}

/** The rule in one way of writing, its parts in one order. */
export function writeRecurrence(rule: Recurrence): string {
  const list = (name: string, numbers: readonly number[]) =>
    numbers.length === 0 ? [] : [`${name}=${numbers.join(',')}`];
  const days = rule.days.map(({ day, nth }) => `${nth ?? ''}${dayKeys[day - 1]}`).join(',');
  return [
    `FREQ=${rule.freq}`,
    ...(rule.interval === 1 ? [] : [`INTERVAL=${rule.interval}`]),
    ...(rule.count === null ? [] : [`COUNT=${rule.count}`]),
    ...(rule.until === null ? [] : [`UNTIL=${compact(rule.until)}`]),
    ...(rule.weekStart === 1 ? [] : [`WKST=${dayKeys[rule.weekStart - 1]}`]),
    ...list('BYMONTH', rule.months),
    ...list('BYMONTHDAY', rule.monthDays),
    ...list('BYYEARDAY', rule.yearDays),
    ...list('BYWEEKNO', rule.weeks),
    ...(days === '' ? [] : [`BYDAY=${days}`]),
    ...list('BYHOUR', rule.hours),
    ...list('BYMINUTE', rule.minutes),
    ...list('BYSETPOS', rule.positions),
  ].join(';');
}

function compact(ms: number): string {
  return `${wallOf(ms).replaceAll(/[-:]/g, '')}00`;
}
