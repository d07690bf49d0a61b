import { describe, expect, it } from 'vitest';
import { daysIn } from '../../../renderer/features/planning/calendar/calendar-days.ts';
import { besideEachOther, stretchIn } from '../../../renderer/features/planning/calendar/hours.ts';

const dayOf = (date: string, zone: string) => {
  const [day] = daysIn({ first: date, count: 1 }, zone);
  if (day === undefined) throw new Error('no day');
  return day;
};

describe('the hours of a day', () => {
  it('are those of the wall clock, also on the day clocks change', () => {
    const zone = 'Europe/London';
    const spring = dayOf('2026-03-29', zone);
    const entry = { startAt: '2026-03-29T21:00:00.000Z', endAt: '2026-03-29T23:30:00.000Z' };
    expect(stretchIn(entry, spring, zone)).toEqual({ from: 22 * 60, to: 24 * 60 });
    expect(stretchIn(entry, dayOf('2026-03-30', zone), zone)).toEqual({ from: 0, to: 30 });
    expect(stretchIn(entry, dayOf('2026-03-31', zone), zone)).toBeNull();
  });

  it('count what has no length at its start, and leave out what ends at midnight', () => {
    const day = dayOf('2026-12-01', 'UTC');
    const at = '2026-12-01T00:00:00.000Z';
    expect(stretchIn({ startAt: at, endAt: at }, day, 'UTC')).toEqual({ from: 0, to: 0 });
    const before = { startAt: '2026-11-30T22:00:00.000Z', endAt: at };
    expect(stretchIn(before, day, 'UTC')).toBeNull();
  });
});

describe('what overlaps in a day', () => {
  const place = (...spans: [number, number][]) =>
    besideEachOther(
      spans.map(([from, to], thing) => ({ thing, stretch: { from, to } })),
      30,
    ).map(({ thing, column, columns }) => [thing, column, columns]);

  it('stands beside each other, and what only touches does not', () => {
    expect(place([60, 120], [120, 180])).toEqual([
      [0, 0, 1],
      [1, 0, 1],
    ]);
    expect(place([60, 180], [60, 90], [100, 120], [170, 200])).toEqual([
      [0, 0, 2],
      [1, 1, 2],
      [2, 1, 2],
      [3, 1, 2],
    ]);
  });

  it('is counted as long as it is drawn, within the day', () => {
    expect(place([60, 61], [70, 71])).toEqual([
      [0, 0, 2],
      [1, 1, 2],
    ]);
    const [late] = besideEachOther([{ thing: 'late', stretch: { from: 1435, to: 1440 } }], 30);
    expect(late).toMatchObject({ from: 1410, to: 1440 });
  });
});
