import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecurrence } from '#shared/rules/planning/windows/recurrence-text.ts';
import { startsIn } from '#shared/rules/planning/windows/recurrence.ts';
import { RRule } from '../../../support/rrule.ts';
import { wallMs, wallOf } from '#shared/rules/planning/windows/wall-clock.ts';

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const some = <T>(value: fc.Arbitrary<T>, maxLength = 3) =>
  fc.uniqueArray(value, { minLength: 1, maxLength });
const part = (name: string, values: fc.Arbitrary<(number | string)[]>) =>
  values.map((list) => `${name}=${list.join(',')}`);
const either = (max: number) =>
  fc.oneof(fc.integer({ min: 1, max }), fc.integer({ min: -max, max: -1 }));
const day = fc.constantFrom(...days);
const nthDay = fc
  .tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2), day)
  .map(([nth, name]) => `${nth}${name}`);

const months = part('BYMONTH', some(fc.integer({ min: 1, max: 12 })));
const monthDays = part('BYMONTHDAY', some(either(31)));
const weekdays = part('BYDAY', some(day));
const nthDays = part('BYDAY', some(nthDay));
const yearDays = part('BYYEARDAY', some(either(366)));
const weeks = part('BYWEEKNO', some(either(53)));
const hours = part('BYHOUR', some(fc.integer({ min: 0, max: 23 })));
const minutes = part('BYMINUTE', some(fc.constantFrom(0, 15, 30, 45)));
const weekStart = part('WKST', some(day, 1));

const common = [hours, minutes, weekStart];
const byFrequency: Record<string, fc.Arbitrary<string>[]> = {
  DAILY: [months, monthDays, weekdays, ...common],
  WEEKLY: [months, weekdays, ...common],
  MONTHLY: [months, monthDays, fc.oneof(weekdays, nthDays), ...common],
  YEARLY: [months, monthDays, fc.oneof(weekdays, nthDays), yearDays, ...common],
};
const weekly: fc.Arbitrary<string>[] = [weeks, weekdays, ...common];

function ruleOf(frequency: string, parts: fc.Arbitrary<string>[]) {
  const chosen = fc.tuple(...parts.map((each) => fc.option(each, { nil: null, freq: 1 })));
  const interval = fc.integer({ min: 1, max: 4 });
  const end = fc.oneof(
    fc.constant(null),
    fc.integer({ min: 1, max: 30 }).map((count) => `COUNT=${count}`),
    fc.constantFrom('UNTIL=20280229T120000', 'UNTIL=20301231T235900'),
  );
  return fc
    .tuple(interval, end, chosen)
    .map(([every, ends, list]) =>
      [`FREQ=${frequency}`, `INTERVAL=${every}`, ends, ...list]
        .filter((each) => each !== null)
        .join(';'),
    );
}

const rules = fc.oneof(
  ...Object.entries(byFrequency).map(([frequency, parts]) => ruleOf(frequency, parts)),
  ruleOf('YEARLY', weekly),
);
const starts = fc
  .integer({ min: wallMs('2023-12-28T00:00'), max: wallMs('2029-01-03T00:00') })
  .map((ms) => ms - (ms % 60_000));

function ours(text: string, first: number, from: number, to: number, most = 5_000): number[] {
  const read = readRecurrence(text, 'UTC');
  if (!read.ok) throw new Error(read.message);
  return startsIn(read.rule, first, { from, to, most });
}

describe('A recurrence', () => {
  it('comes when rrule says it does, whatever its parts, over leap days and year ends', () => {
    fc.assert(
      fc.property(rules, starts, fc.integer({ min: 0, max: 2_000 }), (text, first, later) => {
        const from = first + later * 86_400_000;
        const to = from + 800 * 86_400_000;
        const rule = new RRule({ ...RRule.parseString(text), dtstart: new Date(first) });
        const expected: string[] = [];
        // rrule looks until the year 9999 for what never comes: a bound keeps the test short.
        rule
          .between(new Date(from), new Date(to), true, (_, count) => count < 200)
          .forEach((date) => expected.push(wallOf(date.getTime())));
        const found = ours(text, first, from, to + 1, 200).map((ms) => wallOf(ms));
        expect(found, `${text} from ${wallOf(first)}`).toEqual(expected);
      }),
      { numRuns: 150, seed: 20_261_127 },
    );
  });

  it('comes every so many hours, on the days and at the hours it names', () => {
    const first = wallMs('2026-11-27T09:30');
    const found = ours('FREQ=HOURLY;INTERVAL=5;BYDAY=MO', first, first, Infinity, 4);
    expect(found.map((ms) => wallOf(ms))).toEqual([
      ...['2026-11-30T02:30', '2026-11-30T07:30', '2026-11-30T12:30', '2026-11-30T17:30'],
    ]);
  });

  it('answers at once for rules that never come, or come once in centuries', () => {
    const first = wallMs('2026-01-01T10:00');
    for (const text of [
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=HOURLY;INTERVAL=24;BYHOUR=5',
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
      'FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1',
      'FREQ=HOURLY;BYMINUTE=10;BYSETPOS=2',
      'FREQ=WEEKLY;INTERVAL=1000;BYMONTH=2;BYDAY=MO;BYSETPOS=3',
    ]) {
      expect(ours(text, first, first, Infinity, 1), text).toEqual([]);
    }
  });

  it('skips years to the span it is asked about, and still counts from the first', () => {
    const first = wallMs('2000-01-07T17:00');
    const [late] = ours('FREQ=WEEKLY;BYDAY=FR', first, wallMs('2199-06-01T00:00'), Infinity, 1);
    expect(wallOf(late ?? 0)).toBe('2199-06-07T17:00');
    expect(ours('FREQ=DAILY;COUNT=3', first, first + 2 * 86_400_000, Infinity)).toHaveLength(1);
  });

  it.each([
    ['FREQ=MINUTELY', 'Found FREQ=MINUTELY. A window comes again every hour at most'],
    ['BYDAY=FR', 'found no FREQ'],
    ['FREQ=WEEKLY;BYEASTER=1', 'Found the part BYEASTER'],
    ['every friday', 'found “EVERY FRIDAY”'],
    ['FREQ=DAILY;DTSTART=20260101', 'the start comes from the window itself'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20270101', 'Give one of them'],
    ['FREQ=DAILY;COUNT=99999999', 'Expected numbers from 1 to 5000'],
    ['FREQ=DAILY;INTERVAL=0', 'Expected numbers from 1 to 1000'],
    ['FREQ=DAILY;BYDAY=1FR', 'does not go with FREQ=DAILY'],
    ['FREQ=MONTHLY;BYDAY=XX', 'Expected days such as MO,FR'],
    ['FREQ=DAILY;UNTIL=20260230', 'Expected a date such as 20261231'],
    ['FREQ=DAILY;FREQ=DAILY', 'Found FREQ twice'],
    ['FREQ=DAILY;BYSECOND=30', 'whole minutes'],
  ])('that cannot be read says what was found: %s', (text, words) => {
    const read = readRecurrence(text, 'Europe/London');
    expect(read.ok ? '' : read.message).toContain(words);
  });

  it('takes an UNTIL in UTC as the time clocks of the zone show then', () => {
    const read = readRecurrence('RRULE:freq=daily;until=20260701T160000Z', 'Europe/London');
    expect(read.ok && read.rule.until).toBe(wallMs('2026-07-01T17:00'));
  });
});
