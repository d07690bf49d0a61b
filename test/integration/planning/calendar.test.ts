import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

/** One deployment to production, 22:00 to 23:30 on 1 December unless it says otherwise. */
function toProduction(cast: Cast, startAt = '2026-12-01T22:00:00.000Z', durationMinutes = 90) {
  const environmentId = cast.production.id;
  return { environmentId, region: 'eu', startAt, zone: 'Europe/London', durationMinutes };
}

describe('calendar.list', () => {
  it('lists planned deployments with their release, environment and readiness, earliest first', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const later = await aRelease(test, cast, {
      name: 'Payments 4.3',
      deployments: [toProduction(cast, '2026-12-08T22:00:00.000Z')],
    });
    const sooner = await aRelease(test, cast);
    const entries = await test.call('calendar.list', {
      from: '2026-12-01T00:00:00.000Z',
      to: '2027-01-01T00:00:00.000Z',
    });
    expect(entries.map(({ releaseId }) => releaseId)).toEqual([sooner.id, later.id]);
    expect(entries[0]).toMatchObject({
      deploymentId: sooner.deployments[0]?.id,
      name: 'Payments 4.2',
      type: 'minor',
      phase: 'planning',
      outcome: null,
      environment: 'prod-eu',
      region: 'eu',
      startAt: '2026-12-01T22:00:00.000Z',
      endAt: '2026-12-01T23:30:00.000Z',
      zone: 'Europe/London',
      readiness: sooner.readiness,
    });
  });

  it.each([
    ['touches the beginning of the span', '2026-12-01T23:29:00.000Z', 1],
    ['ends when the span begins', '2026-12-01T23:30:00.000Z', 0],
  ])('takes a deployment that %s or leaves it', async (_what, from, expected) => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    await aRelease(test, cast);
    const entries = await test.call('calendar.list', { from, to: '2026-12-31T00:00:00.000Z' });
    expect(entries).toHaveLength(expected);
  });

  it('leaves out a deployment that starts when the span ends', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    await aRelease(test, cast);
    const from = '2026-11-01T00:00:00.000Z';
    const upTo = (to: string) => test.call('calendar.list', { from, to });
    expect(await upTo('2026-12-01T22:00:00.000Z')).toEqual([]);
    expect(await upTo('2026-12-01T22:00:00.001Z')).toHaveLength(1);
  });

  it('counts a deployment without length at its start', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const startAt = '2026-12-01T22:00:00.000Z';
    await aRelease(test, cast, { deployments: [toProduction(cast, startAt, 0)] });
    const to = '2026-12-31T00:00:00.000Z';
    expect(await test.call('calendar.list', { from: startAt, to })).toHaveLength(1);
  });

  it('forgets a deployment that was taken out of the plan', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { id } = await aRelease(test, cast);
    await test.call('releases.update', { id, deployments: [] }, cast.mara.id);
    const span = { from: '2026-01-01T00:00:00.000Z', to: '2027-12-31T00:00:00.000Z' };
    expect(await test.call('calendar.list', span)).toEqual([]);
  });
});
