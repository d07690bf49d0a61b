import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { TimelineBar, TimelineTile } from '#shared/model/planning/timeline.ts';
import { axisOf } from '#shared/rules/planning/timeline/axis.ts';
import { barStanding } from '#shared/rules/planning/timeline/bar-standing.ts';
import { giveLanes } from '#shared/rules/planning/timeline/lanes.ts';
import { hatchLines } from '#shared/rules/planning/timeline/patterns.ts';
import {
  barTop,
  laneAt,
  lanesBetween,
  placeRows,
} from '#shared/rules/planning/timeline/placed-rows.ts';
import { sceneOf } from '#shared/rules/planning/timeline/scene.ts';
import { roughWidth } from '#shared/rules/planning/timeline/shapes.ts';

const london = { zone: 'Europe/London', workingDays: [1, 2, 3, 4, 5], locale: 'en-GB' } as const;
const at = (text: string) => Date.parse(text);

describe('giveLanes', () => {
  const spans = fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 200 }), length: fc.integer({ min: 0, max: 40 }) }),
    { maxLength: 60 },
  );

  it('never lets bars of a lane overlap, and takes as few lanes as bars lie over each other', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 20 }), (drawn, least) => {
        const items = drawn
          .map(({ from, length }) => ({ from, to: from + length }))
          .toSorted((one, other) => one.from - other.from || one.to - other.to);
        const { lanes, count } = giveLanes(items, least);
        const ends = new Map<number, number>();
        const until = (item: { from: number; to: number }) => Math.max(item.to, item.from + least);
        items.forEach((item, index) => {
          const lane = lanes[index] ?? -1;
          expect(item.from).toBeGreaterThanOrEqual(ends.get(lane) ?? 0);
          ends.set(lane, until(item));
        });
        const most = Math.max(
          0,
          ...items.map(
            ({ from }) => items.filter((other) => other.from <= from && until(other) > from).length,
          ),
        );
        expect(count).toBe(most);
      }),
    );
  });
});

describe('axisOf', () => {
  it('gives a day in which clocks change its 23 hours, and marks days without work', () => {
    const axis = axisOf(
      'week',
      { from: at('2027-03-26T00:00:00Z'), to: at('2027-03-30T00:00:00Z') },
      london,
    );
    const sunday = axis.lower.find(({ label }) => label === 'Sun 28');
    expect((sunday?.until ?? 0) - (sunday?.at ?? 0)).toBe(23 * 3_600_000);
    expect(axis.upper.map(({ label }) => label)).toEqual(['March 2027']);
    expect(axis.idle).toEqual([
      { from: at('2027-03-27T00:00:00Z'), to: at('2027-03-28T23:00:00Z') },
    ]);
  });

  it('names hours as clocks show them where one of them is left out', () => {
    const { lower } = axisOf(
      'day',
      { from: at('2027-03-28T00:00:00Z'), to: at('2027-03-28T06:00:00Z') },
      london,
    );
    expect(lower.map(({ label }) => label)).toEqual(['00:00', '02:00', '04:00', '06:00']);
    expect(lower[1]?.at).toBe(at('2027-03-28T01:00:00Z'));
  });

  it.each(['day', 'week', 'month', 'quarter', 'year'] as const)(
    'leaves no gap in the ticks of a %s',
    (zoom) => {
      const span = { from: at('2026-12-28T12:00:00Z'), to: at('2027-01-04T12:00:00Z') };
      const { lower } = axisOf(zoom, span, london);
      expect(lower[0]?.at).toBeLessThanOrEqual(span.from);
      expect(lower.at(-1)?.until).toBeGreaterThanOrEqual(span.to);
      for (const [index, tick] of lower.entries()) {
        if (index > 0) expect(tick.at).toBe(lower[index - 1]?.until);
      }
    },
  );
});

describe('placeRows', () => {
  const placed = placeRows(
    [0, 1, 5].map((lanes) => ({ id: null, name: 'row', bars: lanes, lanes })),
  );

  it('finds the lane of a bar again where the bar is drawn', () => {
    for (let lane = 0; lane < placed.lanes; lane += 1) {
      expect(laneAt(placed, barTop(placed, lane) + 10)).toBe(lane);
    }
    expect(laneAt(placed, 10)).toBeUndefined();
  });

  it('asks for the lanes of a stretch and no others', () => {
    expect(lanesBetween(placed, 0, placed.height)).toEqual([0, 6]);
    expect(lanesBetween(placed, 0, 40)).toEqual([0, 0]);
    expect(lanesBetween(placed, barTop(placed, 3), barTop(placed, 4) - 4)).toEqual([3, 4]);
  });
});

describe('barStanding', () => {
  const bar = { deploymentId: null, deployments: [], outcome: null, onHold: false };

  it('tells how it ended before where its gates stand', () => {
    const readiness = { passed: 1, total: 3, worst: 'failed' as const, firstInTheWay: null };
    expect(barStanding(bar, readiness).word).toBe('blocked, 1 of 3 gates');
    expect(barStanding({ ...bar, onHold: true }, readiness).word).toMatch(/^on hold/);
    expect(barStanding({ ...bar, outcome: 'cancelled' }, readiness).word).toBe('cancelled');
    expect(barStanding(bar, undefined).word).toBe('not judged yet');
    expect(barStanding(bar, { ...readiness, total: 0 }).word).toBe('no gates');
  });
});

describe('sceneOf', () => {
  it('keeps hatches of pieces that are drawn apart on one raster', () => {
    const whole = hatchLines({ x: 0, y: 0, width: 200, height: 50 }, 8);
    const right = hatchLines({ x: 0, y: 0, width: 100, height: 50 }, 8, { x: 100, y: 0 });
    const sums = new Set(whole.map(([[x, y]]) => (x + y).toFixed(6)));
    expect(right.length).toBeGreaterThan(5);
    for (const [[x, y]] of right) expect(sums).toContain((x + y + 100).toFixed(6));
  });

  it('cuts a name to the room before the next bar of its lane', () => {
    const hour = 3_600_000;
    const short: TimelineBar = {
      ...{ releaseId: 'a', deploymentId: 'b', lane: 0, from: 0, to: hour, next: 100 * hour },
      ...{ number: 1, name: 'n'.repeat(200), type: 'minor', phase: 'planning', outcome: null },
      ...{ onHold: false, ownerId: 'o', risk: 'low', exceptions: 0, phases: [], milestones: [] },
      deployments: [{ id: 'b', environmentId: 'e', from: 0, to: hour, result: null }],
    };
    const tile: TimelineTile = { bars: [short], bands: [], links: [] };
    const shapes = sceneOf({
      ...{ placed: placeRows([{ id: null, name: 'row', bars: 1, lanes: 1 }]), tile },
      ...{ from: 0, msPerPixel: hour, top: 0, width: 500, height: 60, measure: roughWidth },
      axis: { upper: [], lower: [], idle: [] },
      standingOf: () => ({ standing: 'waiting', word: 'waiting' }),
      standsAlone: true,
    });
    const name = shapes.find((shape) => shape.kind === 'text');
    expect(name?.kind === 'text' && name.x + name.width).toBeLessThanOrEqual(100);
  });
});
