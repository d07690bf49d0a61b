import { wallMs } from '../occurrences.ts';
import { RRule } from '../rrule.ts';
import { readTime, wallOf, wallText } from './times.ts';

/** The recurrence as windows keep it, with the start it really begins at; or why it cannot be taken. */
export type CheckedRecurrence = { recurrence: string; startWall: string } | { reason: string };

type Asked = {
  startWall: string;
  /** Milliseconds one occurrence lasts. */
  length: number;
  zone: string;
  zoneOf: (tzid: string) => string;
  search: Search;
};

/** How many rules of one file may be searched to the end of time without a single occurrence. */
export type Search = { vain: number };
const mostVain = 5;

const hour = 3_600_000;
/** No period of the kind is longer; what lasts longer than it meets itself. */
const longest: Readonly<Record<string, number>> = {
  YEARLY: 366 * 24 * hour,
  MONTHLY: 31 * 24 * hour,
  WEEKLY: 7 * 24 * hour,
  DAILY: 24 * hour,
  HOURLY: hour,
};

const always = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST'];
const within = [...always, 'BYMONTH', 'BYDAY', 'BYHOUR', 'BYMINUTE', 'BYSECOND'];
/**
 * What may narrow each kind. The rest is possible by the standard and refused here: to look for the
 * 30 February of a rule that is written as daily takes the library seconds, for each of them.
 */
const parts: Readonly<Record<string, readonly string[]>> = {
  YEARLY: [...within, 'BYMONTHDAY', 'BYSETPOS', 'BYYEARDAY', 'BYWEEKNO'],
  MONTHLY: [...within, 'BYMONTHDAY', 'BYSETPOS'],
  WEEKLY: within,
  DAILY: within,
  HOURLY: always,
};

/** Windows are kept from this year on. */
const firstWall = '2000-01-01T00:00';

/** Checks an RRULE and puts it on the wall clock: `UNTIL` is written in UTC, and kept as local time. */
export function checkRecurrence(value: string, asked: Asked): CheckedRecurrence {
  const pairs = new Map<string, string>();
  for (const part of value.replaceAll(/\s/g, '').toUpperCase().split(';').filter(Boolean)) {
    const [key = '', ...rest] = part.split('=');
    if (pairs.has(key)) return no(`names ${told(key)} twice`);
    pairs.set(key, rest.join('='));
  }
  const kind = pairs.get('FREQ') ?? '';
  const flaw = flawOf(pairs, kind);
  if (flaw !== null) return no(flaw);
  const interval = Number(pairs.get('INTERVAL') ?? 1);
  if (asked.length > interval * (longest[kind] ?? 0) && pairs.get('COUNT') !== '1') {
    return no('comes again before it has ended; shorten it, or make it come less often');
  }
  const until = pairs.get('UNTIL');
  if (until !== undefined) {
    const wall = untilWall(until, asked);
    if (wall === null) return no(`ends at ${told(until)}, which is no date`);
    pairs.set('UNTIL', wall);
  }
  const recurrence = [...pairs].map(([key, text]) => `${key}=${text}`).join(';');
  if (recurrence.length > 500) return no('is longer than 500 characters');
  return begin(recurrence, pairs, asked);
}

function flawOf(pairs: ReadonlyMap<string, string>, kind: string): string | null {
  const allowed = Object.hasOwn(parts, kind) ? parts[kind] : undefined;
  if (allowed === undefined) {
    return `comes ${told(kind === '' ? 'without a FREQ' : kind)}; windows come yearly, monthly, weekly, daily or hourly`;
  }
  for (const [key, text] of pairs) {
    if (!allowed.includes(key)) return `has ${told(key)}, which is not read for ${kind}`;
    const digits = key === 'INTERVAL' || key === 'COUNT';
    if (digits && !/^[1-9]\d{0,3}$/.test(text)) {
      return `has ${key}=${told(text)}; expected a number from 1 to 9999`;
    }
    if (key.startsWith('BY') && !text.split(',').every((each) => isOf(key, each, kind))) {
      return `has ${key}=${told(text)}, which names no such day or number`;
    }
  }
  // Every seventh day is always the same day of the week, so it may never be the one asked for.
  if (kind === 'DAILY' && pairs.has('BYDAY') && Number(pairs.get('INTERVAL') ?? 1) > 1) {
    return 'comes every few days, but only on some weekdays; write it as weekly';
  }
  return null;
}

/** The numbers each list may hold; below zero counts from the end. */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  BYMONTH: [1, 12],
  BYHOUR: [0, 23],
  BYMINUTE: [0, 59],
  BYSECOND: [0, 0],
  BYMONTHDAY: [-31, 31],
  BYYEARDAY: [-366, 366],
  BYWEEKNO: [-53, 53],
  BYSETPOS: [-366, 366],
};

function isOf(key: string, text: string, kind: string): boolean {
  if (key === 'BYDAY') {
    const counted = kind === 'YEARLY' || kind === 'MONTHLY';
    return (counted ? /^([+-]?[1-9]\d?)?(MO|TU|WE|TH|FR|SA|SU)$/ : /^(MO|TU|WE|TH|FR|SA|SU)$/).test(
      text,
    );
  }
  const [from, to] = ranges[key] ?? [0, 0];
  const number = Number(text);
  // Zero is a time of day or a second, never a day of a month, and `-0` is nothing at all.
  return (
    /^[+-]?\d{1,3}$/.test(text) && number >= from && number <= to && (from === 0 || number !== 0)
  );
}

/** `UNTIL` on the wall clock, in the form the library reads and writes. */
function untilWall(value: string, { zone, zoneOf }: Asked): string | null {
  const time = readTime(value, new Map());
  if (time === null) return null;
  const wall =
    time.kind === 'date' ? `${time.wall.slice(0, 10)}T23:59` : wallOf(time, zone, zoneOf);
  const seconds = time.kind === 'date' ? '59' : String(Math.min(time.seconds, 59)).padStart(2, '0');
  return `${wall.replaceAll(/[-:]/g, '')}${seconds}Z`;
}

/**
 * A start that is none by its own rule moves to the first one that is, and one before the year 2000
 * to the first since. Where nothing narrows the rule, its start is one.
 */
function begin(
  recurrence: string,
  pairs: ReadonlyMap<string, string>,
  { startWall, search }: Asked,
): CheckedRecurrence {
  const early = startWall < firstWall;
  if (early && pairs.has('COUNT')) return no('began before 2000 and comes a number of times');
  const narrowed = [...pairs.keys()].some((key) => key.startsWith('BY') || key === 'UNTIL');
  if (!early && !narrowed) return { recurrence, startWall };
  if (search.vain >= mostVain)
    return no('was not checked: too many others of the file never happen');
  try {
    const dtstart = new Date(wallMs(startWall));
    const rule = new RRule({ ...RRule.parseString(recurrence), dtstart });
    const from = new Date(Math.max(dtstart.getTime(), wallMs(firstWall)));
    const first = rule.after(from, true);
    if (first !== null) return { recurrence, startWall: wallText(first.getTime()) };
  } catch {
    return no('is no rule that can be read');
  }
  search.vain += 1;
  return no('never happens');
}

function no(reason: string): { reason: string } {
  return { reason: `Its recurrence ${reason}.` };
}

function told(text: string): string {
  return `“${text.slice(0, 40).toWellFormed()}”`;
}
