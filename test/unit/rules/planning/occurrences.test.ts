import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { endInstant, startInstant } from '#shared/rules/planning/windows/wall-clock.ts';
import { occurrencesIn } from '#shared/rules/planning/windows/occurrences.ts';

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

  it('are the instants the zone itself gives, near a change of clocks and far from one', () => {
    const zone = fc.constantFrom(
      ...['Europe/London', 'America/New_York', 'America/Sao_Paulo', 'Australia/Lord_Howe'],
      ...['Asia/Kolkata', 'Pacific/Apia'],
    );
    const minute = fc.integer({ min: Date.UTC(2008, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    fc.assert(
      fc.property(zone, minute, (place, at) => {
        const wall = new Date(at * 60_000).toISOString().slice(0, 16);
        const plain = Temporal.PlainDateTime.from(wall);
        const asked = (disambiguation: 'compatible' | 'later') =>
          plain.toZonedDateTime(place, { disambiguation }).epochMilliseconds;
        expect([startInstant(wall, place), endInstant(wall, place)]).toEqual([
          ...[asked('compatible'), asked('later')],
        ]);
      }),
    );
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
