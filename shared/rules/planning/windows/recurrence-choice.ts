import { readRecurrence } from './recurrence-text.ts';
import type { Recurrence } from './recurrence-text.ts';
import { wallMs, wallOf } from './wall-clock.ts';

export const repeats = [
  'once',
  'day',
  'week',
  'month-date',
  'month-weekday',
  'year',
  'custom',
] as const;
export type Repeat = (typeof repeats)[number];

/**
 * How a window comes again as people choose it, all of it as typed. What is left empty follows the
 * start, so that another start needs no other choice.
 */
export type RecurrenceChoice = {
  every: Repeat;
  /** Every so many days, weeks, months, years. */
  interval: string;
  /** Days of the week, Monday is 1. */
  days: string[];
  /** Of the month; -1 is its last. */
  date: string;
  /** Which weekday of the month; -1 is the last. */
  nth: string;
  weekday: string;
  ends: 'never' | 'until' | 'count';
  until: string;
  count: string;
  /** The rule itself, where no other choice says it. */
  custom: string;
};

const dayKeys = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The rule a choice stands for, for a window that starts so; empty for what happens once. */
export function ruleOfChoice(choice: RecurrenceChoice, startWall: string): string {
  const { every, days, date, nth, weekday, custom } = choice;
  if (every === 'once') return '';
  if (every === 'custom') return custom.trim();
  const dayOf = (day: string) => dayKeys[Number(day) - 1] ?? '';
  const by = {
    day: ['FREQ=DAILY'],
    week: [
      'FREQ=WEEKLY',
      ...(days.length === 0 ? [] : [`BYDAY=${sorted(days).map(dayOf).join()}`]),
    ],
    'month-date': ['FREQ=MONTHLY', ...(date === '' ? [] : [`BYMONTHDAY=${date}`])],
    'month-weekday': [
      'FREQ=MONTHLY',
      `BYDAY=${nth === '' ? nthOf(startWall) : nth}${dayOf(weekday === '' ? String(weekdayOf(startWall)) : weekday)}`,
    ],
    year: ['FREQ=YEARLY'],
  }[every];
  const interval = choice.interval.trim();
  return [...by, ...(interval === '1' || interval === '' ? [] : [`INTERVAL=${interval}`])]
    .concat(endOf(choice))
    .join(';');
}

function endOf({ ends, until, count }: RecurrenceChoice): string[] {
  if (ends === 'count') return [`COUNT=${count.trim()}`];
  return ends === 'until' && until !== '' ? [`UNTIL=${until.replaceAll('-', '')}T235900`] : [];
}

function sorted(days: readonly string[]): string[] {
  return days.toSorted((one, other) => Number(one) - Number(other));
}

/** The choice that stands for a rule; what none of them says is a rule of its own. */
export function choiceOfRule(rule: string, startWall: string, zone: string): RecurrenceChoice {
  const empty = emptyChoice();
  if (rule === '') return empty;
  const read = readRecurrence(rule, zone);
  const every = read.ok ? repeatOf(read.rule, startWall) : 'custom';
  if (!read.ok || every === 'custom') return { ...empty, every: 'custom', custom: rule };
  const { interval, days, monthDays, until, count } = read.rule;
  const [day] = days;
  return {
    ...empty,
    every,
    interval: String(interval),
    days: days.map((each) => String(each.day)),
    date: String(monthDays[0] ?? empty.date),
    nth: String(day?.nth ?? empty.nth),
    weekday: String(day?.day ?? empty.weekday),
    ends: count !== null ? 'count' : until !== null ? 'until' : 'never',
    until: until === null ? '' : wallOf(until).slice(0, 10),
    count: count === null ? empty.count : String(count),
    custom: rule,
  };
}

/** Nothing chosen yet. */
export function emptyChoice(): RecurrenceChoice {
  return {
    ...{ every: 'once', interval: '1', days: [], date: '', nth: '', weekday: '' },
    ...{ ends: 'never', until: '', count: '10', custom: '' },
  };
}

/** The how-many-eth weekday of its month a start is on. */
export function nthOf(startWall: string): number {
  return Math.ceil((Number(startWall.slice(8, 10)) || 1) / 7);
}

function repeatOf(rule: Recurrence, startWall: string): Repeat {
  const { freq, months, monthDays, days, until } = rule;
  const odd = [rule.yearDays, rule.weeks, rule.hours, rule.minutes, rule.positions, months];
  if (odd.some((list) => list.length > 0) || rule.weekStart !== 1) return 'custom';
  // The form asks for the last day alone; another time of it would be lost.
  if (until !== null && !wallOf(until).endsWith('T23:59')) return 'custom';
  const plain = days.length + monthDays.length === 0;
  if (freq === 'DAILY') return plain ? 'day' : 'custom';
  if (freq === 'WEEKLY') return 'week';
  if (freq === 'YEARLY') return plain ? 'year' : 'custom';
  if (freq !== 'MONTHLY' || days.length + monthDays.length > 1) return 'custom';
  const [day] = days;
  const [date = Number(startWall.slice(8, 10))] = monthDays;
  if (day !== undefined) return fitsNth(day.nth) ? 'month-weekday' : 'custom';
  return date >= -1 ? 'month-date' : 'custom';
}

function fitsNth(nth: number | null): boolean {
  return nth !== null && nth >= -1 && nth <= 5;
}

function weekdayOf(wall: string): number {
  return new Date(wallMs(wall)).getUTCDay() || 7;
}
