import { describe, expect, it } from 'vitest';
import { evaluateMeasures } from '#shared/rules/measures/evaluate.ts';
import { percentile, lowerMedian, upperMedian } from '#shared/rules/measures/statistics.ts';
import { covered } from '#shared/rules/measures/waiting.ts';
import { golden, readGiven, spanOf, utc } from '../../../support/golden-measures.ts';

const gate = (name: string, requested: string, decided: string | null) => ({
  ...{ name, requestedAt: utc(requested) },
  decidedAt: decided === null ? null : utc(decided),
});

/** RA went live with D1 on 2 March at 10:00. */
const releases = [
  {
    ...{ id: 'RA', service: 'payments', ideaAt: utc('02-01 10:00'), startedAt: utc('02-20 10:00') },
    gates: [
      gate('security', '02-25 10:00', '02-27 10:00'),
      gate('board', '02-26 10:00', '03-01 10:00'),
    ],
  },
  {
    ...{ id: 'RB', service: 'payments' },
    gates: [
      gate('security', '03-03 08:00', '03-03 10:00'),
      gate('board', '03-03 09:00', '03-03 12:00'),
    ],
  },
  {
    id: 'RX',
    service: 'payments',
    ideaAt: utc('03-01 10:00'),
    gates: [gate('board', '03-28 00:00', null)],
  },
];
const measures = evaluateMeasures(readGiven({ ...golden.rows, releases }), spanOf(golden.window));
const reasons = (of: readonly { id: string; reason: string }[]) =>
  Object.fromEntries(of.map(({ id, reason }) => [id, reason]));

describe('cycle time', () => {
  it('runs from the idea to users, split into before the start, active and waiting', () => {
    const { cycleTime } = measures;
    const day = 1440;
    expect(cycleTime).toMatchObject({ value: 29 * day, n: 1, counted: 'release' });
    // Two gates waited from 25 February to 1 March, one day of it both: four days, not five.
    expect(cycleTime.parts).toEqual([
      { name: 'before the start', value: 19 * day },
      { name: 'active', value: 6 * day },
      { name: 'waiting for gates', value: 4 * day },
      { name: 'waiting for security', value: 2 * day },
      { name: 'waiting for board', value: 3 * day },
    ]);
    expect(reasons(cycleTime.excluded)).toEqual({ RB: 'noIdea', RX: 'notReleased' });
  });
});

describe('gate times', () => {
  it('count a release once while several gates wait, and one that still waits as open', () => {
    const { gateWaitingTime } = measures;
    expect(gateWaitingTime.rows).toMatchObject([{ id: 'RB', minutes: 240 }]);
    expect(gateWaitingTime.open).toEqual([{ id: 'RX', kind: 'release', minutes: 2880 }]);
    expect(reasons(gateWaitingTime.excluded)).toEqual({ RA: 'beforeWindow', RX: 'stillWaiting' });
  });

  it('count each decision by itself', () => {
    const { approvalTurnaround } = measures;
    expect(approvalTurnaround.rows.map(({ id, minutes }) => [id, minutes])).toEqual([
      ['RB · security', 120],
      ['RB · board', 180],
    ]);
    expect(approvalTurnaround).toMatchObject({ value: 150, counted: 'gate' });
  });

  it('count what overlaps once', () => {
    expect(covered([])).toBe(0);
    expect(
      covered([
        { from: 5, to: 9 },
        { from: 0, to: 6 },
        { from: 1, to: 2 },
        { from: 20, to: 20 },
      ]),
    ).toBe(9);
  });
});

describe('middles', () => {
  it('interpolate as type 7 does, or take the lower or upper of two', () => {
    const values = [20, 440, 1140, 1770, 4380, 7545, 7995, 8580];
    expect(percentile(values, 0.5)).toBe(3075);
    expect(percentile(values, 0.85)).toBeCloseTo(7972.5, 6);
    expect(lowerMedian([1, 2, 3, 4])).toBe(2);
    expect(upperMedian([1, 2, 3, 4])).toBe(3);
    expect(percentile([], 0.5)).toBeNull();
    expect(lowerMedian([])).toBeNull();
  });
});
