import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#shared/model/refusal.ts';
import {
  dateIn,
  daysBetween,
  formatAge,
  formatDate,
  formatInFull,
  formatRange,
  formatRelative,
  formatUtc,
  formatWhen,
  plusDays,
  toInstant,
  zoneName,
} from '#shared/rules/planning/zoned-time.ts';

const london = 'Europe/London';
const lordHowe = 'Australia/Lord_Howe';
const now = '2026-11-24T15:00:00.000Z';

describe('the instant of a planned start', () => {
  it('is the wall-clock time in its zone', () => {
    expect(toInstant({ date: '2026-11-26', time: '22:00', zone: london })).toEqual({
      instant: '2026-11-26T22:00:00.000Z',
      note: null,
    });
    expect(toInstant({ date: '2026-07-01', time: '09:30', zone: london }).instant).toBe(
      '2026-07-01T08:30:00.000Z',
    );
  });

  it('moves behind the hour that London skips in March, and says so', () => {
    expect(toInstant({ date: '2026-03-29', time: '01:30', zone: london })).toEqual({
      instant: '2026-03-29T01:30:00.000Z',
      note: '01:30 does not exist in London on Sun 29 Mar 2026: clocks go forward. Moved to 02:30.',
    });
    expect(toInstant({ date: '2026-03-29', time: '00:59', zone: london }).note).toBeNull();
    expect(toInstant({ date: '2026-03-29', time: '02:00', zone: london }).note).toBeNull();
  });

  it('takes the earlier of the hour that London repeats in October, and says so', () => {
    expect(toInstant({ date: '2026-10-25', time: '01:30', zone: london })).toEqual({
      instant: '2026-10-25T00:30:00.000Z',
      note: '01:30 comes twice in London on Sun 25 Oct 2026: clocks go back. The earlier one is taken, 00:30 UTC.',
    });
    expect(toInstant({ date: '2026-10-25', time: '02:00', zone: london }).note).toBeNull();
  });

  it('knows the half hour by which Lord Howe changes its clocks', () => {
    expect(toInstant({ date: '2026-10-04', time: '02:15', zone: lordHowe })).toEqual({
      instant: '2026-10-03T15:45:00.000Z',
      note: '02:15 does not exist in Lord Howe on Sun 4 Oct 2026: clocks go forward. Moved to 02:45.',
    });
    expect(toInstant({ date: '2026-04-05', time: '01:45', zone: lordHowe }).instant).toBe(
      '2026-04-04T14:45:00.000Z',
    );
  });

  it('names the day too when a whole day was skipped', () => {
    expect(toInstant({ date: '2011-12-30', time: '10:00', zone: 'Pacific/Apia' }).note).toBe(
      '10:00 does not exist in Apia on Fri 30 Dec 2011: clocks go forward. Moved to Sat 31 Dec 2011 10:00.',
    );
  });

  it.each([
    ['2026-02-30', '10:00'],
    ['2026-11-26', '24:00'],
    ['26-11-26', '10:00'],
    ['2026-11-26', '9:00'],
    ['', ''],
  ])('refuses “%s” “%s”, showing what it expected', (date, time) => {
    expect(() => toInstant({ date, time, zone: london })).toThrow(Refusal);
    expect(() => toInstant({ date, time, zone: london })).toThrow('2026-11-26 and 22:00');
  });

  const zones = fc.constantFrom(london, lordHowe, 'America/St_Johns', 'Asia/Kathmandu', 'UTC');
  const minutes = fc
    .integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 })
    .map((minute) => new Date(minute * 60_000).toISOString());

  /** The clock on the wall, written without the code under test. */
  function wallTime(instant: string, zone: string) {
    const plain = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
    return { date: plain.toPlainDate().toString(), time: plain.toString().slice(11, 16) };
  }

  it('comes back from its own wall-clock time, or from the same time one change earlier', () => {
    fc.assert(
      fc.property(minutes, zones, (instant, zone) => {
        const back = toInstant({ ...wallTime(instant, zone), zone });
        if (back.note === null) expect(back.instant).toBe(instant);
        else expect(Date.parse(back.instant)).toBeLessThanOrEqual(Date.parse(instant));
        expect(wallTime(back.instant, zone)).toEqual(wallTime(instant, zone));
      }),
    );
  });

  it('shows another time than was typed exactly when it moved out of a gap', () => {
    const changes = [
      { date: '2026-03-29', zone: london },
      { date: '2026-10-25', zone: london },
      { date: '2026-10-04', zone: lordHowe },
      { date: '2026-04-05', zone: lordHowe },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...changes), fc.nat({ max: 359 }), ({ date, zone }, minute) => {
        const time = new Date(minute * 60_000).toISOString().slice(11, 16);
        const { instant, note } = toInstant({ date, time, zone });
        const moved = wallTime(instant, zone).time !== time;
        expect(moved).toBe(note?.includes('does not exist') ?? false);
        if (moved) expect(wallTime(instant, zone).time > time).toBe(true);
      }),
    );
  });
});

describe('times in words', () => {
  it('reads as weekday, date and time, with the year only when it is another', () => {
    expect(formatWhen('2026-11-26T22:00:00.000Z', london, now)).toBe('Thu 26 Nov 22:00');
    expect(formatWhen('2027-06-03T08:05:00.000Z', london, now)).toBe('Thu 3 Jun 2027 09:05');
  });

  it('asks the zone which year it is', () => {
    const newYear = '2026-12-31T23:30:00.000Z';
    expect(formatWhen(newYear, 'Asia/Tokyo', now)).toBe('Fri 1 Jan 2027 08:30');
    expect(formatWhen(newYear, london, now)).toBe('Thu 31 Dec 23:30');
  });

  it('writes September with three letters whatever the engine would', () => {
    expect(formatDate('2026-09-07', '2026-11-24')).toBe('Mon 7 Sep');
    expect(formatDate('2025-09-07', '2026-11-24')).toBe('Sun 7 Sep 2025');
  });

  it('has a form that can stand alone, in UTC or with the city of the zone', () => {
    expect(formatUtc('2026-11-26T22:00:00.000Z')).toBe('Thu 26 Nov 2026 22:00 UTC');
    expect(formatInFull('2026-11-26T22:00:00.000Z', 'America/New_York')).toBe(
      'Thu 26 Nov 2026 17:00 New York',
    );
    expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });

  it('gives a range one date when both ends share it', () => {
    const start = '2026-11-26T22:00:00.000Z';
    expect(formatRange(start, '2026-11-26T23:30:00.000Z', london, now)).toBe(
      'Thu 26 Nov 22:00 – 23:30',
    );
    expect(formatRange(start, '2026-11-27T00:30:00.000Z', london, now)).toBe(
      'Thu 26 Nov 22:00 – Fri 27 Nov 00:30',
    );
  });

  it('shows the offsets of a range across a change of clocks, which reads backwards otherwise', () => {
    expect(formatRange('2026-10-25T00:30:00.000Z', '2026-10-25T01:15:00.000Z', london, now)).toBe(
      'Sun 25 Oct 01:30 (UTC+01:00) – 01:15 (UTC+00:00)',
    );
  });

  it.each([
    ['2026-11-26T22:00:00.000Z', 'in 2 d 7 h'],
    ['2026-11-24T14:19:00.000Z', '41 min ago'],
    ['2026-11-24T15:00:59.999Z', 'now'],
    ['2026-11-24T14:59:01.000Z', 'now'],
    ['2026-11-24T17:05:00.000Z', 'in 2 h 5 min'],
    ['2026-11-24T17:00:00.000Z', 'in 2 h'],
    ['2026-11-23T15:00:00.000Z', '1 d ago'],
    ['2026-12-10T22:00:00.000Z', 'in 16 d'],
  ])('%s is %s', (instant, words) => expect(formatRelative(instant, now)).toBe(words));

  it('gives an age without a direction, and none below zero', () => {
    expect(formatAge('2026-11-24T14:19:00.000Z', now)).toBe('41 min');
    expect(formatAge('2026-11-22T08:00:00.000Z', now)).toBe('2 d 7 h');
    expect(formatAge('2026-11-24T15:20:00.000Z', now)).toBe('less than 1 min');
  });
});

describe('calendar days', () => {
  it('counts them across months and in both directions', () => {
    expect(daysBetween('2026-10-14', '2026-11-24')).toBe(41);
    expect(daysBetween('2026-11-24', '2026-10-14')).toBe(-41);
    expect(plusDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('are those of the zone, not of UTC', () => {
    expect(dateIn('2026-11-24T23:30:00.000Z', 'Europe/Berlin')).toBe('2026-11-25');
    expect(dateIn('2026-11-24T02:00:00.000Z', 'America/New_York')).toBe('2026-11-23');
  });
});
