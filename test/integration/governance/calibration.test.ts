import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const least = [
  { questionKey: 'size', answerKey: 'small' },
  { questionKey: 'users', answerKey: 'nobody' },
];
const most = [
  { questionKey: 'size', answerKey: 'very-large' },
  { questionKey: 'users', answerKey: 'all' },
];

/** Releases of the checkout with a rollback plan, so that nothing but answers and register tells. */
async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const release = async (name: string, hasPlan = true) => {
    const components = [{ serviceId: cast.checkout.id, version: '2026.12.1', commit: null }];
    const { id, deployments } = await aRelease(test, cast, { name, components });
    if (hasPlan) await test.call('rollback.save', { releaseId: id, steps: 'Switch back' });
    return { releaseId: id, deploymentId: deployments[0]?.id ?? '' };
  };
  const goOut = (id: string, result: 'succeeded' | 'failed' | 'rolled-back' = 'succeeded') =>
    test.call('deployments.record', {
      ...{ id, result, actualStartAt: '2026-12-01T22:00:00.000Z' },
      actualEndAt: '2026-12-01T23:00:00.000Z',
    });
  return { test, release, goOut };
}

describe('calibration', () => {
  it('holds the band that was told against what happened, with n, share and interval', async () => {
    const { test, release, goOut } = await start();
    const low = [];
    for (const n of [1, 2, 3, 4, 5]) low.push(await release(`Low ${n}`));
    for (const { releaseId } of low) {
      expect(await test.call('risks.assess', { releaseId, answers: least })).toMatchObject({
        band: 'low',
      });
    }
    const high = [await release('Critical 1'), await release('Critical 2')];
    for (const { releaseId } of high) {
      expect(await test.call('risks.assess', { releaseId, answers: most })).toMatchObject({
        band: 'critical',
      });
    }
    const untold = await release('Untold');
    test.setNow('2026-12-02T09:00:00.000Z');
    for (const { deploymentId } of low) await goOut(deploymentId);
    const [first, second] = high;
    await goOut(first?.deploymentId ?? '', 'rolled-back');
    await goOut(second?.deploymentId ?? '', 'failed');
    await goOut(untold.deploymentId);
    await test.call('incidents.record', {
      ...{ releaseId: low[0]?.releaseId ?? '', title: 'Slow', severity: 'medium' },
      detectedAt: '2026-12-02T01:00:00.000Z',
    });
    // Told afterwards, when everybody knows: it changes nothing.
    await test.call('risks.assess', { releaseId: untold.releaseId, answers: most });

    const { bands, without, releases } = await test.call('calibration.read', {});
    expect(without).toBe(1);
    expect(releases).toHaveLength(8);
    const of = (wanted: string) => bands.find(({ band }) => band === wanted);
    expect(of('low')).toMatchObject({ n: 5, wentWrong: 1, verdict: 'enough' });
    // Wilson's interval of one of five.
    expect(of('low')?.interval?.share).toBeCloseTo(0.2, 10);
    expect(of('low')?.interval?.low).toBeCloseTo(0.0362, 4);
    expect(of('low')?.interval?.high).toBeCloseTo(0.6245, 4);
    expect(of('critical')).toMatchObject({
      ...{ n: 2, wentWrong: 2, verdict: 'too-few' },
      interval: { share: 1, high: 1 },
    });
    expect(of('medium')).toMatchObject({ n: 0, interval: null, verdict: 'no-data' });
    const ends = new Map(releases.map(({ name, end }) => [name, end]));
    expect([ends.get('Low 1'), ends.get('Low 2')]).toEqual(['incident', 'clean']);
    expect([ends.get('Critical 1'), ends.get('Critical 2')]).toEqual([
      ...(['rolled-back', 'failed-deployment'] as const),
    ]);
  });

  it('counts a band that a trigger raised as the band that was told, whatever the answers say', async () => {
    const { test, release, goOut } = await start();
    const { releaseId, deploymentId } = await release('No way back', false);
    const told = await test.call('risks.assess', { releaseId, answers: least });
    expect(told.band).toBe('high');
    expect(told.raisedBy.length).toBeGreaterThan(0);
    test.setNow('2026-12-02T09:00:00.000Z');
    await goOut(deploymentId);
    const { bands } = await test.call('calibration.read', {});
    expect(bands.map(({ band, n }) => [band, n])).toEqual([
      ...[
        ['low', 0],
        ['medium', 0],
        ['high', 1],
        ['critical', 0],
      ],
    ]);
  });
});
