import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { nextOccurrences } from '#shared/rules/planning/windows/next-occurrences.ts';
import { occurrencesIn } from '#shared/rules/planning/windows/occurrences.ts';
import {
  choiceOfRule,
  repeats,
  ruleOfChoice,
} from '#shared/rules/planning/windows/recurrence-choice.ts';
import { wallMs, wallOf } from '#shared/rules/planning/windows/wall-clock.ts';
import { checkTimes, timesNotes } from '#shared/rules/planning/windows/window-checks.ts';
import { isAbout, scopeInWords } from '#shared/rules/planning/windows/window-scope.ts';
import { windowInWords } from '#shared/rules/planning/windows/window-words.ts';

const zones = [
  ...['Europe/London', 'America/New_York', 'America/Sao_Paulo', 'Australia/Lord_Howe'],
  ...['Asia/Kolkata', 'Pacific/Apia'],
];
const minute = 60_000;
const day = 1_440 * minute;
const london = { zone: 'Europe/London' };
const times = (startWall: string, endWall: string, recurrence = '') => ({
  ...{ ...london, startWall, endWall, recurrence },
});

describe('The occurrences of a window in a zone', () => {
  it('show its own time of the wall clock, but where clocks skip that', () => {
    const start = fc
      .integer({ min: wallMs('2009-01-01T00:00'), max: wallMs('2028-12-31T00:00') })
      .map((ms) => ms - (ms % (15 * minute)));
    const length = fc.integer({ min: 1, max: 95 }).map((quarters) => quarters * 15 * minute);
    fc.assert(
      fc.property(fc.constantFrom(...zones), start, length, (zone, first, lasts) => {
        const startWall = wallOf(first);
        const endWall = wallOf(first + lasts);
        const daily = { zone, startWall, endWall, recurrence: 'FREQ=DAILY' };
        const from = first + 100 * day;
        const found = occurrencesIn(daily, [], { from, to: from + 270 * day });
        let last = -Infinity;
        for (const { startsAt, endsAt, originalWall } of found) {
          const [startMs, endMs] = [Date.parse(startsAt), Date.parse(endsAt)];
          const plain = Temporal.PlainDateTime.from(originalWall);
          const shows = wallOf(startMs, zone) === originalWall;
          const possible = [plain.toZonedDateTime(zone, { disambiguation: 'earlier' })];
          const skipped = !possible[0]?.toPlainDateTime().equals(plain);
          expect(shows).toBe(!skipped);
          // The earlier of two instants, and behind a gap never before it.
          if (shows) expect(startMs).toBe(possible[0]?.epochMilliseconds);
          else expect(wallOf(startMs, zone) > originalWall).toBe(true);
          expect(endMs).toBeGreaterThan(startMs);
          expect(startMs).toBeGreaterThanOrEqual(last);
          last = startMs;
        }
        // A day that clocks skip wholly is none; every other day has its own.
        const at = 270 + (lasts >= day ? 1 : 0);
        expect(Math.abs(found.length - at)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 25, seed: 20_261_127 },
    );
  });

  it('keep what is left of one that starts in a gap', () => {
    const gap = times('2026-03-28T01:30', '2026-03-28T02:20', 'FREQ=DAILY;COUNT=3');
    const [, second] = nextOccurrences(gap, [], { from: wallMs('2026-03-01T00:00'), count: 3 });
    expect(second).toMatchObject({
      ...{ startsAt: '2026-03-29T01:00:00.000Z', endsAt: '2026-03-29T01:20:00.000Z' },
      note: 'Its start 01:30 does not exist in London that day: it moves to 02:00.',
    });
  });

  it('say what a change of clocks does to them', () => {
    const weekend = times('2026-10-23T17:00', '2026-10-26T08:00');
    const [over] = nextOccurrences(weekend, [], { from: 0, count: 1 });
    expect(over?.note).toBe('Clocks go back in London meanwhile: it lasts 1 h longer.');
    const night = times('2026-10-25T01:15', '2026-10-25T01:45');
    const [twice] = nextOccurrences(night, [], { from: 0, count: 1 });
    expect(twice?.note).toBe(
      'Its start 01:15 comes twice in London: the earlier one is taken, 00:15 UTC. Its end 01:45 comes twice in London: the later one is taken, 01:45 UTC.',
    );
  });

  it('come on leap days and over the ends of years', () => {
    const leap = times('2024-02-29T10:00', '2024-02-29T11:00', 'FREQ=YEARLY');
    const found = nextOccurrences(leap, [], { from: wallMs('2025-01-01T00:00'), count: 2 });
    expect(found.map(({ local }) => local.start)).toEqual(['2028-02-29T10:00', '2032-02-29T10:00']);
    const year = times('2026-12-31T23:00', '2027-01-01T01:00', 'FREQ=YEARLY');
    const [eve] = nextOccurrences(year, [], { from: wallMs('2028-01-01T00:30'), count: 1 });
    expect(eve?.startsAt).toBe('2027-12-31T23:00:00.000Z');
  });
});

describe('The times of a window', () => {
  it('may touch their next occurrence, not overlap it', () => {
    const whole = times('2026-11-23T00:00', '2026-11-24T00:00', 'FREQ=DAILY');
    expect(checkTimes(whole)).toEqual(whole);
    const over = { ...whole, endWall: '2026-11-24T00:01' };
    expect(() => checkTimes(over)).toThrow('comes again after 1 d');
  });

  it('that lie in the past say so', () => {
    const now = Date.parse('2026-11-24T09:00:00Z');
    const ended = times('2020-01-01T10:00', '2020-01-01T11:00', 'FREQ=DAILY;COUNT=3');
    expect(timesNotes(ended, now)).toEqual([
      'It lies in the past: the recurrence has ended after its COUNT=3.',
    ]);
    expect(timesNotes({ ...ended, recurrence: 'FREQ=DAILY' }, now)).toEqual([]);
  });

  it.each([
    ['2026-11-27T17:00', '2026-11-30T08:00', 'FREQ=WEEKLY', 'every Friday 17:00 to Monday 08:00'],
    ['2026-11-24T20:00', '2026-11-25T00:00', 'FREQ=DAILY', 'every day 20:00 to midnight'],
    [
      '2026-11-24T20:00',
      '2026-11-24T23:00',
      'FREQ=WEEKLY;BYDAY=TU,WE',
      'every Tuesday and Wednesday 20:00 to 23:00',
    ],
    [
      '2026-11-29T06:00',
      '2026-11-29T10:00',
      'FREQ=MONTHLY;BYDAY=-1SU',
      'every month on the last Sunday 06:00 to 10:00',
    ],
    [
      '2026-12-18T17:00',
      '2027-01-03T08:00',
      'FREQ=YEARLY',
      'every year on 18 December 17:00 to 3 January 08:00',
    ],
    [
      '2026-11-26T00:00',
      '2026-12-01T06:00',
      'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
      'every year on the fourth Thursday of November 00:00 to Tuesday 06:00',
    ],
  ])('read %s to %s by %s as words', (start, end, rule, words) => {
    expect(windowInWords(times(start, end, rule))).toBe(`${words} London`);
  });

  it('are the same when the form has read and written their rule', () => {
    const startWall = '2026-11-27T17:00';
    for (const every of repeats.filter((each) => each !== 'custom')) {
      for (const ends of ['never', 'until', 'count'] as const) {
        const choice = {
          ...choiceOfRule('', startWall, london.zone),
          ...{ every, ends, until: '2027-06-30', count: '7', interval: '2', days: ['2', '4'] },
          ...{ date: '-1', nth: '-1', weekday: '5' },
        };
        const rule = ruleOfChoice(choice, startWall);
        const again = choiceOfRule(rule, startWall, london.zone);
        expect(ruleOfChoice(again, startWall), rule).toBe(rule);
        expect(again.every).toBe(every);
      }
    }
    const plain = { ...choiceOfRule('', startWall, london.zone), every: 'month-weekday' } as const;
    expect(ruleOfChoice(plain, startWall)).toBe('FREQ=MONTHLY;BYDAY=4FR');
    const odd = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1';
    expect(choiceOfRule(odd, startWall, london.zone)).toMatchObject({
      every: 'custom',
      custom: odd,
    });
  });
});

describe('The scope of a window', () => {
  const all = { serviceIds: [], environmentIds: [], regions: [] };
  const subject = { serviceIds: ['a'], environmentId: 'prod', region: 'EU ' };

  it('is everything where nothing is named, and else what is named', () => {
    expect(isAbout(all, subject)).toBe(true);
    expect(isAbout({ ...all, regions: ['eu'] }, subject)).toBe(true);
    expect(isAbout({ ...all, serviceIds: ['b'] }, subject)).toBe(false);
    expect(isAbout({ ...all, environmentIds: ['prod'], regions: ['us'] }, subject)).toBe(false);
    // What is not known of a release cannot be ruled out.
    expect(isAbout({ ...all, serviceIds: ['b'] }, { ...subject, serviceIds: [] })).toBe(true);
  });

  it('is said in words', () => {
    const names = { service: (id: string) => id, environment: (id: string) => id };
    expect(scopeInWords(all, names)).toBe('everything: all services, environments and regions');
    expect(scopeInWords({ ...all, serviceIds: ['a', 'b'] }, names)).toBe(
      'a and b, all environments, all regions',
    );
  });
});
