import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timelineZooms } from '#shared/model/planning/timeline.ts';
import { draggedStart, grabbedDeployment } from '#shared/rules/planning/timeline/drag.ts';
import { movedStart } from '#shared/rules/planning/reschedule.ts';
import { wallTime } from '#shared/rules/planning/postpone.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** 22:00 in London; clocks go forward on the 28th. */
const planned = { startAt: '2027-03-26T22:00:00.000Z', zone: 'Europe/London' };

describe('draggedStart', () => {
  it('keeps the time of day over a change of clocks where days are dragged', () => {
    const moved = draggedStart(planned, 3.3 * day, 'month', false);
    expect(moved).toEqual({ wanted: { byDays: 3 }, startAt: '2027-03-29T21:00:00.000Z' });
  });

  it.each([
    ['day', 40 * 60_000, '2027-03-26T22:45:00.000Z'],
    ['week', 40 * 60_000, '2027-03-26T23:00:00.000Z'],
    ['week', -20 * 60_000, null],
    ['month', 11 * hour, null],
  ] as const)('in a %s, %d milliseconds lead to %s', (zoom, byMs, startAt) => {
    expect(draggedStart(planned, byMs, zoom, false)?.startAt ?? null).toBe(startAt);
  });

  it('moves a whole release by days however near it is looked at', () => {
    expect(draggedStart(planned, 20 * hour, 'day', true)?.wanted).toEqual({ byDays: 1 });
  });

  it('goes nowhere nothing can be planned', () => {
    expect(draggedStart(planned, 200 * 366 * day, 'year', false)).toBeNull();
  });

  it('comes to lie on the step of its clock, where the move it names leads', () => {
    const zones = ['Asia/Kolkata', 'Australia/Lord_Howe', 'America/New_York', 'Pacific/Apia'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...timelineZooms),
        fc.integer({ min: -40 * day, max: 40 * day }),
        (zone, zoom, byMs) => {
          const from = { startAt: '2027-03-26T22:00:00.000Z', zone };
          const moved = draggedStart(from, byMs, zoom, false);
          if (moved === null) return;
          expect(movedStart(from, moved.wanted)).toBe(moved.startAt);
          const { hour: at, minute } = wallTime(moved.startAt, zone);
          const own = wallTime(from.startAt, zone);
          if (zoom === 'day') expect(minute % 15).toBe(0);
          // Clocks that change by half an hour move a skipped hour by as much.
          else if (zoom === 'week') expect(minute % 30).toBe(0);
          else if (zone !== 'Australia/Lord_Howe')
            expect([at, minute]).toEqual([own.hour, own.minute]);
        },
      ),
    );
  });
});

describe('grabbedDeployment', () => {
  const deployments = [
    { id: 'a', environmentId: 'e', from: 10, to: 20, result: null },
    { id: 'b', environmentId: 'e', from: 26, to: 40, result: null },
  ];
  const bar = { deploymentId: null, deployments };

  it.each([
    [0, null],
    [6, 'a'],
    [15, 'a'],
    [24, 'b'],
    [44, 'b'],
    [50, null],
  ])('at %d is %s', (at, id) => {
    expect(grabbedDeployment(bar, at, 5)).toBe(id);
  });

  it('is the deployment a bar stands for, wherever it is pressed', () => {
    expect(grabbedDeployment({ deploymentId: 'c', deployments }, 0, 0)).toBe('c');
  });
});
