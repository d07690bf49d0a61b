import { describe, expect, it } from 'vitest';
import { occurrencesIn } from '#shared/rules/planning/occurrences.ts';

const year = { from: Date.parse('2026-01-01T00:00:00Z'), to: Date.parse('2027-01-01T00:00:00Z') };
const fridays = {
  ...{ zone: 'Europe/London', startWall: '2026-03-20T17:00', endWall: '2026-03-23T08:00' },
  recurrence: 'FREQ=WEEKLY;BYDAY=FR;COUNT=3',
};

describe('The occurrences of a window', () => {
  it('stay at their time of the wall clock when clocks change, at either end', () => {
    const found = occurrencesIn(fridays, [], year);
    expect(found.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2026-03-20T17:00:00.000Z', '2026-03-23T08:00:00.000Z'],
      ['2026-03-27T17:00:00.000Z', '2026-03-30T07:00:00.000Z'],
      ['2026-04-03T16:00:00.000Z', '2026-04-06T07:00:00.000Z'],
    ]);
  });

  it('start behind a gap, and where a time comes twice start early and end late', () => {
    const spring = { zone: 'Europe/London', startWall: '2026-03-29T01:30', recurrence: '' };
    const [gap] = occurrencesIn({ ...spring, endWall: '2026-03-29T05:00' }, [], year);
    expect(gap?.startsAt).toBe('2026-03-29T01:30:00.000Z');
    const autumn = { zone: 'Europe/London', startWall: '2026-10-25T01:15', recurrence: '' };
    const [twice] = occurrencesIn({ ...autumn, endWall: '2026-10-25T01:45' }, [], year);
    expect([twice?.startsAt, twice?.endsAt]).toEqual([
      '2026-10-25T00:15:00.000Z',
      '2026-10-25T01:45:00.000Z',
    ]);
  });

  it('leave out what is skipped, and take in what was moved into the span', () => {
    const changes = [
      { ...{ originalWall: '2026-03-27T17:00', skipped: true, startWall: null, endWall: null } },
      {
        ...{ originalWall: '2026-04-03T17:00', skipped: false },
        ...{ startWall: '2026-06-05T17:00', endWall: '2026-06-08T08:00' },
      },
    ].map((change) => ({ ...change, note: '' }));
    const june = {
      from: Date.parse('2026-06-01T00:00:00Z'),
      to: Date.parse('2026-07-01T00:00:00Z'),
    };
    expect(occurrencesIn(fridays, changes, june).map(({ startsAt }) => startsAt)).toEqual([
      '2026-06-05T16:00:00.000Z',
    ]);
    expect(occurrencesIn(fridays, changes, year)).toHaveLength(2);
  });

  it('belong to a span only where they overlap it: touching ends do not', () => {
    const before = {
      from: Date.parse('2026-03-23T08:00:00Z'),
      to: Date.parse('2026-03-27T17:00:00Z'),
    };
    expect(occurrencesIn(fridays, [], before)).toEqual([]);
    expect(occurrencesIn(fridays, [], { ...before, to: before.to + 1 })).toHaveLength(1);
  });
});
