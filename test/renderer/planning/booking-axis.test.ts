import { describe, expect, it } from 'vitest';
import {
  axisOf,
  dayOf,
  instantAt,
  instantsOf,
  isAbout,
  lanesOf,
  placeOf,
} from '../../../renderer/features/planning/bookings/booking-axis.ts';

const now = '2026-11-24T09:00:00.000Z';
const london = (from: string | undefined, weeks = '2') =>
  axisOf({ from, weeks }, now, 'Europe/London');

describe('the axis of the bookings', () => {
  it('begins on a Monday, of today where the address says nothing that can be', () => {
    expect(london('2026-12-03')).toMatchObject({ from: '2026-11-30', to: '2026-12-14', days: 14 });
    for (const odd of [undefined, '', 'soon', '2026-13-01', '9999-12-31']) {
      expect(axisOf({ from: odd, weeks: '99' }, now, 'UTC')).toMatchObject({
        ...{ from: '2026-11-23', weeks: '4' },
      });
    }
    expect(dayOf('2026-02-30')).not.toBe('2026-02-30');
  });

  it('has days of one width, also where clocks change', () => {
    const axis = london('2026-10-19');
    expect(instantsOf(axis)).toEqual({
      from: '2026-10-18T23:00:00.000Z',
      to: '2026-11-02T00:00:00.000Z',
    });
    expect(placeOf('2026-10-24T23:00:00.000Z', axis)).toBe(6);
    expect(placeOf('2026-10-26T00:00:00.000Z', axis)).toBe(7);
    expect(instantAt(6.99, axis)).toBe('2026-10-26T00:00:00.000Z');
    expect(instantAt(5.5, axis)).toBe('2026-10-24T11:00:00.000Z');
    expect(instantAt(99, axis)).toBe('2026-11-02T00:00:00.000Z');
  });

  it('puts what overlaps into lanes of its own, clipped and never too narrow', () => {
    const axis = london('2026-11-30');
    const use = (startAt: string, endAt: string) => ({ startAt, endAt });
    const { bars, lanes } = lanesOf(
      [
        use('2026-12-01T09:00:00.000Z', '2026-12-03T00:00:00.000Z'),
        use('2026-11-20T09:00:00.000Z', '2026-12-02T00:00:00.000Z'),
        use('2026-12-03T00:00:00.000Z', '2026-12-03T00:01:00.000Z'),
        use('2026-12-13T23:59:00.000Z', '2026-12-20T00:00:00.000Z'),
      ],
      axis,
    );
    expect(lanes).toBe(2);
    expect(bars.map(({ lane }) => lane)).toEqual([0, 1, 0, 0]);
    expect(bars[0]).toMatchObject({ left: 0, right: 2 });
    for (const { left, right } of bars) {
      expect(right - left).toBeGreaterThan(0.2);
      expect(right).toBeLessThanOrEqual(14);
    }
  });

  it('shows a window in the rows of its environments and regions', () => {
    const environment = { id: 'e', rev: 1, name: 'E', kind: 'staging', region: 'eu' } as const;
    const band = { environmentIds: ['e'], regions: [] };
    expect(isAbout(band, environment)).toBe(true);
    expect(isAbout({ ...band, environmentIds: [] }, environment)).toBe(true);
    expect(isAbout({ ...band, environmentIds: ['x'] }, environment)).toBe(false);
    expect(isAbout({ environmentIds: [], regions: ['us'] }, environment)).toBe(false);
  });
});
