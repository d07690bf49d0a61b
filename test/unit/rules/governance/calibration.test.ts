import { describe, expect, it } from 'vitest';
import { calibrate } from '#shared/rules/governance/calibration.ts';
import type { WentOut } from '#shared/rules/governance/calibration.ts';
import { shareInterval } from '#shared/rules/share-interval.ts';

const release = (id: string, more: Partial<WentOut> = {}): WentOut => ({
  ...{ id, number: 1, name: id, at: 1000 },
  ...{ rolledBack: false, failed: false, incident: false, ...more },
});

describe('the interval of a share', () => {
  // Checked against the worked figures of the formula by hand and by R's prop.test(correct = FALSE).
  it.each([
    [0, 10, 0, 0.2775],
    [1, 10, 0.0179, 0.4042],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
  ])('%i of %i reaches from %f to %f', (hits, n, low, high) => {
    const interval = shareInterval(hits, n);
    expect(interval?.low).toBeCloseTo(low, 3);
    expect(interval?.high).toBeCloseTo(high, 3);
  });

  it('is none of nothing', () => {
    expect(shareInterval(0, 0)).toBeNull();
  });
});

describe('calibration', () => {
  it('goes by the last band told before a release went out, and leaves out what was told later', () => {
    const told = [
      { releaseId: 'a', at: 100, band: 'low' as const },
      { releaseId: 'a', at: 900, band: 'high' as const },
      { releaseId: 'a', at: 1001, band: 'critical' as const },
      { releaseId: 'b', at: 1001, band: 'low' as const },
    ];
    const { releases, without, bands } = calibrate([release('a'), release('b')], told);
    expect(releases.map(({ id, band }) => [id, band])).toEqual([
      ['a', 'high'],
      ['b', null],
    ]);
    expect(without).toBe(1);
    expect(bands.map(({ band, n }) => [band, n])).toEqual([
      ['low', 0],
      ['medium', 0],
      ['high', 1],
      ['critical', 0],
    ]);
  });

  it('says no data, too few under five, and a share from five on', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const told = ids.map((releaseId) => ({ releaseId, at: 1, band: 'medium' as const }));
    const all = ids.map((id) => release(id, { incident: id === 'a', failed: id === 'b' }));
    expect(calibrate(all.slice(0, 4), told).bands[1]).toMatchObject({ n: 4, verdict: 'too-few' });
    expect(calibrate(all, told).bands[1]).toMatchObject({
      ...{ n: 5, wentWrong: 2, verdict: 'enough', interval: { share: 0.4 } },
    });
    expect(calibrate(all, told).bands[0]).toMatchObject({ verdict: 'no-data', interval: null });
  });

  it('names the weightiest of what happened', () => {
    const all = [
      release('clean'),
      release('incident', { incident: true }),
      release('failed', { incident: true, failed: true }),
      release('back', { incident: true, failed: true, rolledBack: true }),
    ];
    expect(calibrate(all, []).releases.map(({ end }) => end)).toEqual([
      ...['clean', 'incident', 'failed-deployment', 'rolled-back'],
    ]);
  });
});
