import { describe, expect, it } from 'vitest';
import {
  ageText,
  dateText,
  dayText,
  durationText,
  rangeText,
  relativeText,
  spanText,
  timeText,
  utcText,
  whenText,
  zoneText,
} from '../../../renderer/components/when-text.ts';

const now = '2026-11-24T15:02:00.000Z';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('whenText', () => {
  it('tells weekday, date and time on a 24-hour clock in the zone asked for', () => {
    expect(whenText('2026-11-26T22:00:00.000Z', 'Europe/London', now)).toBe('Thu 26 Nov 22:00');
    expect(whenText('2026-11-26T22:00:00.000Z', 'Asia/Tokyo', now)).toBe('Fri 27 Nov 07:00');
  });

  it('writes midnight as 00:00', () => {
    expect(whenText('2026-11-26T00:00:00.000Z', 'UTC', now)).toBe('Thu 26 Nov 00:00');
  });

  it('adds the year when it is not this one, by the year of the zone', () => {
    expect(whenText('2027-01-04T09:30:00.000Z', 'Europe/London', now)).toBe('Mon 4 Jan 2027 09:30');
    expect(whenText('2026-12-31T23:30:00.000Z', 'Pacific/Chatham', now)).toBe(
      'Fri 1 Jan 2027 13:15',
    );
  });

  it('abbreviates September with three letters, as all other months', () => {
    expect(dayText('2026-09-03T10:00:00.000Z', 'UTC', now)).toBe('Thu 3 Sep');
  });

  it('tells both instants of the repeated hour alike, and UTC tells them apart', () => {
    const first = '2026-10-25T00:30:00.000Z';
    const second = '2026-10-25T01:30:00.000Z';
    expect(timeText(first, 'Europe/London')).toBe(timeText(second, 'Europe/London'));
    expect(utcText(first, now)).not.toBe(utcText(second, now));
  });

  it('says so when the text is no instant', () => {
    expect(whenText('tomorrow', 'UTC', now)).toBe('unknown time');
    expect(relativeText('tomorrow', now)).toBe('');
  });
});

describe('rangeText', () => {
  it('tells one date when both ends share it', () => {
    expect(
      rangeText('2026-11-26T22:00:00.000Z', '2026-11-26T23:30:00.000Z', 'Europe/London', now),
    ).toBe('Thu 26 Nov 22:00 – 23:30');
  });

  it('tells two dates when the zone parts the ends, though UTC does not', () => {
    expect(
      rangeText('2026-11-26T14:00:00.000Z', '2026-11-26T16:00:00.000Z', 'Asia/Tokyo', now),
    ).toBe('Thu 26 Nov 23:00 – Fri 27 Nov 01:00');
  });
});

describe('relativeText', () => {
  it.each([
    ['2026-11-26T22:00:00.000Z', 'in 2 d 6 h'],
    ['2026-11-24T15:43:00.000Z', 'in 41 min'],
    ['2026-11-24T15:02:30.000Z', 'now'],
    ['2026-11-24T08:00:00.000Z', '7 h ago'],
    ['2026-11-12T15:00:00.000Z', '12 d ago'],
    ['2027-01-04T09:30:00.000Z', 'in 40 d'],
    ['2027-03-01T09:30:00.000Z', 'in 3 months'],
    ['2023-11-24T15:02:00.000Z', '3 years ago'],
  ])('%s is %s', (at, words) => {
    expect(relativeText(at, now)).toBe(words);
  });
});

describe('spans', () => {
  it('have two units where both matter', () => {
    expect(spanText(72 * minute)).toBe('1 h 12 min');
    expect(spanText(2 * hour)).toBe('2 h');
    expect(spanText(4 * day + 2 * hour)).toBe('4 d 2 h');
    expect(spanText(9 * day + 2 * hour)).toBe('9 d');
    expect(spanText(30_000)).toBe('less than 1 min');
  });

  it('have one unit where they are an age', () => {
    expect(ageText(72 * minute)).toBe('1 h');
    expect(ageText(47 * hour)).toBe('47 h');
    expect(ageText(49 * hour)).toBe('2 d');
  });

  it('stay in minutes up to two hours where they are planned', () => {
    expect(durationText(90)).toBe('90 min');
    expect(durationText(150)).toBe('2 h 30 min');
  });
});

it('dateText tells a date without a time, whatever the zone of the machine', () => {
  expect(dateText('2026-11-26', 2026)).toBe('Thu 26 Nov');
  expect(dateText('2027-01-04', 2026)).toBe('Mon 4 Jan 2027');
  expect(dateText('soon', 2026)).toBe('unknown date');
});

it('zoneText tells the place of a zone', () => {
  expect(zoneText('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect(zoneText('UTC')).toBe('UTC');
});
