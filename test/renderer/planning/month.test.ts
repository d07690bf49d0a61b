import { describe, expect, it } from 'vitest';
import {
  monthOf,
  monthSpan,
  monthTitle,
  sheetSpan,
  shiftMonth,
} from '../../../renderer/features/planning/calendar/month.ts';

describe('the month of the calendar', () => {
  it('is the one in the address, else the present one in the zone of the workspace', () => {
    const now = '2026-11-30T23:30:00.000Z';
    expect(monthOf('2027-02', now, 'Europe/London')).toBe('2027-02');
    expect(monthOf(undefined, now, 'Europe/London')).toBe('2026-11');
    expect(monthOf(undefined, now, 'Europe/Berlin')).toBe('2026-12');
    expect(monthOf('2026-13', now, 'Europe/London')).toBe('2026-11');
    expect(monthOf('soon', now, 'Europe/London')).toBe('2026-11');
  });

  it('goes over the turn of the year', () => {
    expect(shiftMonth('2026-12', 1)).toBe('2027-01');
    expect(shiftMonth('2026-01', -1)).toBe('2025-12');
    expect(monthTitle('2027-01')).toBe('January 2027');
  });

  it('begins and ends at midnight of the zone, also when clocks change in it', () => {
    expect(monthSpan('2026-03', 'Europe/London')).toEqual({
      from: '2026-03-01T00:00:00.000Z',
      to: '2026-03-31T23:00:00.000Z',
    });
  });

  it('is shown in six whole weeks from Monday', () => {
    expect(sheetSpan('2026-11', 'Europe/London')).toEqual({
      from: '2026-10-26T00:00:00.000Z',
      to: '2026-12-07T00:00:00.000Z',
    });
    // February 2027 begins on a Monday and fills four weeks exactly.
    expect(sheetSpan('2027-02', 'UTC').from).toBe('2027-02-01T00:00:00.000Z');
  });
});
