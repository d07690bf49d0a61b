import { describe, expect, it } from 'vitest';
import type { Band } from '../../../shared/model/planning/windows.ts';
import { laneStrips } from '../../../renderer/features/planning/calendar/band-lanes.ts';
import {
  addressOf,
  filterOf,
  hrefOf,
  settingsOfAddress,
} from '../../../renderer/features/planning/calendar/calendar-address.ts';
import {
  byDay,
  dayIndex,
  daysIn,
  spanOf,
} from '../../../renderer/features/planning/calendar/calendar-days.ts';
import { nearestPlace } from '../../../renderer/features/planning/calendar/entry-focus.ts';
import {
  dateOfAddress,
  monthDays,
  shiftView,
  viewDays,
  viewTitle,
} from '../../../renderer/features/planning/calendar/view-span.ts';

const service = '0190a0a0-0000-7000-8000-000000000001';

describe('where the calendar is turned to', () => {
  it('is what the address says, else today in the zone of the workspace', () => {
    const now = '2026-11-30T23:30:00.000Z';
    const at = (search: { on?: string; month?: string }, zone = 'Europe/London') =>
      dateOfAddress(search, now, zone);
    expect(at({ on: '2027-02-03' })).toBe('2027-02-03');
    expect(at({ month: '2027-02' })).toBe('2027-02-01');
    expect(at({})).toBe('2026-11-30');
    expect(at({}, 'Europe/Berlin')).toBe('2026-12-01');
    expect(at({ month: '2026-13' })).toBe('2026-11-30');
    expect(at({ on: '2027-02-30' })).toBe('2026-11-30');
    expect(at({ on: 'soon' })).toBe('2026-11-30');
  });

  it('goes on by the step of the view, over the turn of the year', () => {
    expect(shiftView('month', '2026-12-31', 1)).toBe('2027-01-01');
    expect(shiftView('week', '2026-12-30', 1)).toBe('2027-01-06');
    expect(shiftView('quarter', '2026-02-28', -1)).toBe('2025-10-01');
    expect(shiftView('year', '2028-02-29', 1)).toBe('2029-01-01');
    expect(viewTitle('month', '2027-01-05')).toBe('January 2027');
    expect(viewTitle('quarter', '2027-06-30')).toBe('Q2 2027');
    expect(viewTitle('week', '2026-12-31')).toBe('Mon 28 Dec 2026 – Sun 3 Jan 2027');
  });

  it('shows a month in whole weeks from Monday, the others as they are', () => {
    expect(viewDays('month', '2026-11-12')).toEqual({ first: '2026-10-26', count: 42 });
    // February 2027 begins on a Monday and fills four weeks exactly.
    expect(viewDays('month', '2027-02-12')).toEqual({ first: '2027-02-01', count: 28 });
    expect(viewDays('quarter', '2026-11-12')).toEqual({ first: '2026-10-01', count: 92 });
    expect(viewDays('year', '2028-11-12')).toEqual({ first: '2028-01-01', count: 366 });
  });
});

describe('the days of a view', () => {
  const march = daysIn(monthDays('2026-03-05'), 'Europe/London');

  it('begin and end at midnight of the zone, also when clocks change in them', () => {
    expect(spanOf(march)).toEqual({
      from: '2026-03-01T00:00:00.000Z',
      to: '2026-03-31T23:00:00.000Z',
    });
    expect(march).toHaveLength(31);
  });

  it('hold an instant on the day it is in the zone', () => {
    const on = (at: string) => march[dayIndex(march, Date.parse(at))]?.date;
    expect(on('2026-03-29T22:59:00.000Z')).toBe('2026-03-29');
    expect(on('2026-03-29T23:00:00.000Z')).toBe('2026-03-30');
    expect(on('2026-04-01T00:00:00.000Z')).toBeUndefined();
    const found = byDay(march, [
      { startAt: '2026-03-02T23:59:00.000Z' },
      { startAt: '2027-01-01T00:00:00.000Z' },
    ]);
    expect([...found.keys()]).toEqual(['2026-03-02']);
  });
});

function band(kind: Band['kind'], startsAt: string, endsAt: string): Band {
  const scope = { serviceIds: [], environmentIds: [], regions: [], authorityId: null };
  const windowId = service;
  const times = { startsAt, endsAt, originalWall: startsAt.slice(0, 16), zone: 'UTC' };
  return { windowId, kind, name: kind, ...times, ...scope };
}

describe('bands over a row of days', () => {
  const week = daysIn(viewDays('week', '2026-12-16'), 'UTC');

  it('lie where they begin and end, freezes above all else, those that meet under each other', () => {
    const strips = laneStrips(
      [
        band('maintenance', '2026-12-14T00:00:00.000Z', '2026-12-16T00:00:00.000Z'),
        band('hard-freeze', '2026-12-15T12:00:00.000Z', '2027-01-04T08:00:00.000Z'),
        band('qa', '2026-12-01T00:00:00.000Z', '2026-12-15T00:00:00.000Z'),
        band('deployment', '2026-12-21T00:00:00.000Z', '2026-12-22T00:00:00.000Z'),
      ],
      week,
      0.5,
    );
    expect(strips).toMatchObject([
      { band: { kind: 'hard-freeze' }, lane: 0, left: 1.5, width: 5.5, begins: true, ends: false },
      { band: { kind: 'maintenance' }, lane: 1, left: 0, width: 2, begins: true, ends: true },
      // It ends where the freeze has not begun yet: the lane above is free.
      { band: { kind: 'qa' }, lane: 0, left: 0, width: 1, begins: false, ends: true },
    ]);
  });

  it('are long enough to be read, within the row', () => {
    const [strip] = laneStrips(
      [band('deployment', '2026-12-20T22:00:00.000Z', '2026-12-20T23:00:00.000Z')],
      week,
      0.5,
    );
    expect(strip).toMatchObject({ left: 6.5, width: 0.5 });
  });
});

describe('the address of the calendar', () => {
  it('keeps view, date and filter, and leaves out what means nothing', () => {
    const search = { view: 'week', service, type: 'major,hotfix', risk: 'enormous' };
    const settings = settingsOfAddress(search);
    expect(settings).toMatchObject({
      view: 'week',
      filter: { services: [service], types: ['major', 'hotfix'], bands: [] },
    });
    if (settings === null) throw new Error('expected settings');
    const address = addressOf(settings, '2026-12-01', undefined);
    expect(hrefOf(address)).toBe(
      `#/calendar?view=week&on=2026-12-01&service=${service}&type=major,hotfix`,
    );
    expect(filterOf(address)).toEqual(settings.filter);
  });

  it('of old, with a month alone, is that month', () => {
    expect(settingsOfAddress({ month: '2026-12' })?.view).toBe('month');
    expect(settingsOfAddress({ saved: service })).toBeNull();
  });
});

describe('arrows between deployments', () => {
  const at = (left: number, top: number) => ({ left, top, right: left + 10, bottom: top + 10 });

  it('lead to the nearest one that way, straight ahead first', () => {
    const places = [at(100, 0), at(40, 60), at(0, 100)];
    expect(nearestPlace(at(0, 0), places, 'ArrowRight')).toBe(0);
    expect(nearestPlace(at(0, 0), places, 'ArrowDown')).toBe(2);
    expect(nearestPlace(at(0, 0), places, 'ArrowUp')).toBe(-1);
    expect(nearestPlace(at(0, 0), places, 'Enter')).toBe(-1);
  });
});
