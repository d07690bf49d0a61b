import fc from 'fast-check';
import { expect, it } from 'vitest';
import { movedBooking, movedWeekDays } from '#shared/rules/planning/moves/moved-along.ts';
import { stepTo } from '#shared/rules/planning/moves/slip-span.ts';
import { wallTime } from '#shared/rules/planning/postpone.ts';

const zones = [
  ...['Europe/London', 'America/New_York', 'America/Sao_Paulo', 'Australia/Lord_Howe'],
  ...['Asia/Kolkata', 'Pacific/Apia'],
];

const lead = (startAt: string) => ({
  ...{ id: 'd', place: 'prod', zone: 'Europe/London', durationMinutes: 60, startAt },
  ...{ actualStartAt: null, actualEndAt: null, counts: true },
});

it('keeps a booking at its time of day over a change of clocks', () => {
  // From summer time to winter time in London; nine to five stays nine to five.
  const step = stepTo(lead('2026-10-20T21:00:00.000Z'), '2026-10-27T22:00:00.000Z');
  const booked = { startAt: '2026-10-19T08:00:00.000Z', endAt: '2026-10-20T16:00:00.000Z' };
  expect(movedBooking({ ...booked, zone: 'Europe/London' }, step)).toEqual({
    startAt: '2026-10-26T09:00:00.000Z',
    endAt: '2026-10-27T17:00:00.000Z',
  });
});

it('never leaves nothing of a booking, and keeps its length to the hours clocks take or give', () => {
  const instant = fc
    .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) })
    .map((ms) => new Date(Math.round(ms / 60_000) * 60_000).toISOString());
  fc.assert(
    fc.property(
      instant,
      instant,
      instant,
      fc.integer({ min: 1, max: 4_000 }),
      fc.constantFrom(...zones),
      (fromAt, toAt, startAt, minutes, zone) => {
        const endAt = new Date(Date.parse(startAt) + minutes * 60_000).toISOString();
        const to = movedBooking({ startAt, endAt, zone }, stepTo(lead(fromAt), toAt));
        const length = Date.parse(to.endAt) - Date.parse(to.startAt);
        expect(length).toBeGreaterThan(0);
        expect(Math.abs(length - minutes * 60_000)).toBeLessThanOrEqual(2 * 3_600_000);
      },
    ),
    { numRuns: 300 },
  );
});

it('goes back to where it was by the step back, but for hours clocks skip', () => {
  const booked = { startAt: '2026-03-20T09:00:00.000Z', endAt: '2026-03-20T17:00:00.000Z' };
  const [one, other] = ['2026-03-24T22:00:00.000Z', '2026-04-09T21:00:00.000Z'];
  const there = movedBooking({ ...booked, zone: 'Europe/London' }, stepTo(lead(one), other));
  expect(wallTime(there.startAt, 'Europe/London').toString()).toBe('2026-04-05T09:00:00');
  expect(movedBooking({ ...there, zone: 'Europe/London' }, stepTo(lead(other), one))).toEqual(
    booked,
  );
});

it('moves promised weeks by whole weeks: as many before the start as they were', () => {
  const step = (fromAt: string | null, toAt: string | null, days: number) =>
    movedWeekDays({ fromAt, toAt, zone: 'Europe/London', days });
  // Within a week nothing moves; from a Friday to the Monday behind it is the next week.
  expect(step('2026-11-23T22:00:00.000Z', '2026-11-27T22:00:00.000Z', 4)).toBe(0);
  expect(step('2026-11-27T22:00:00.000Z', '2026-11-30T22:00:00.000Z', 3)).toBe(7);
  expect(step('2026-11-30T22:00:00.000Z', '2026-11-27T22:00:00.000Z', -3)).toBe(-7);
  expect(step(null, null, 10)).toBe(7);
});
