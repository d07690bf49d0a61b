import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const hostile = '=cmd()<b>\u202eשלום';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const { id: releaseId } = await aRelease(test, cast);
  const add = (more: object = {}) =>
    test.call('risks.add', {
      ...{ releaseId, title: hostile, likelihood: 3, impact: 4, mitigation: 'Copy ahead' },
      ...more,
    });
  return { test, cast, releaseId, add };
}

describe('the risk register', () => {
  it('lists the risks of open releases with bands before and after mitigation, and what is late', async () => {
    const { test, cast, releaseId, add } = await start();
    const other = await aRelease(test, cast, { name: 'Checkout 8' });
    await add({ category: 'Data', residualLikelihood: 2, residualImpact: 2, dueOn: '2026-11-23' });
    await add({ releaseId: other.id, title: 'Queues', likelihood: 4, impact: 4 });
    const rows = await test.call('risks.register', {});
    expect(rows).toMatchObject([
      {
        ...{ title: 'Queues', release: 'Checkout 8', band: 'critical' },
        ...{ residualBand: null, standing: 'undated' },
      },
      {
        ...{ title: hostile, releaseId, band: 'high', residualBand: 'low' },
        ...{ category: 'Data', standing: 'overdue' },
      },
    ]);
    const { rev } = await test.call('releases.get', { id: other.id });
    await test.call('releases.cancel', { id: other.id, rev, reason: 'No longer needed' });
    expect(await test.call('risks.register', {})).toHaveLength(1);
    expect((await test.call('risks.register', { which: 'all' }))[0]).toMatchObject({
      ...{ isOver: true, standing: 'settled' },
    });
  });

  it('refuses a residual that is half or above the inherent level, and undoes a change of it', async () => {
    const { test, add } = await start();
    const half = await test.refused('risks.update', { id: (await add()).id, residualImpact: 2 });
    expect(half.message).toContain('the likelihood is missing');
    const { id } = await add({ residualLikelihood: 2, residualImpact: 4 });
    const above = await test.refused('risks.update', { id, impact: 3 });
    expect(above.message).toContain('found 2 × 4 left of 3 × 3');
    await test.call('risks.update', {
      id,
      residualImpact: 1,
      dueOn: '2026-12-01',
      category: 'Data',
    });
    await test.call('edits.undo', {});
    expect((await test.call('risks.register', {})).find((row) => row.id === id)).toMatchObject({
      ...{ residualImpact: 4, dueOn: null, category: '' },
    });
  });
});

describe('execution health and calibration', () => {
  it('tells how the work goes with what is late, whatever the risk, and nothing of closed releases', async () => {
    const { test, releaseId, add } = await start();
    const health = async () => test.call('health.list', { releaseIds: [releaseId] });
    await add({ likelihood: 5, impact: 5 });
    expect(await health()).toEqual([{ releaseId, state: 'on-track', reasons: [] }]);

    const { id } = await add({ dueOn: '2026-11-23' });
    expect(await health()).toMatchObject([
      { state: 'attention', reasons: [{ kind: 'overdue-mitigation', subjectId: id }] },
    ]);
    test.setNow('2026-12-02T09:00:00.000Z');
    const [late] = await health();
    expect(late?.state).toBe('at-risk');
    expect(late?.reasons[0]).toMatchObject({
      ...{ kind: 'start-passed', what: 'Deployment to prod-eu, eu' },
    });
    const { rev } = await test.call('releases.get', { id: releaseId });
    await test.call('releases.cancel', { id: releaseId, rev, reason: 'No longer needed' });
    expect(await health()).toEqual([]);
  });

  it('counts releases that went out without an assessment and leaves them out of every band', async () => {
    const { test, releaseId } = await start();
    expect(await test.call('calibration.read', {})).toMatchObject({ without: 0, releases: [] });
    const { deployments } = await test.call('releases.get', { id: releaseId });
    const [first] = deployments;
    test.setNow('2026-12-02T09:00:00.000Z');
    await test.call('deployments.record', {
      ...{ id: first?.id ?? '', result: 'rolled-back' },
      ...{ actualStartAt: '2026-12-01T22:10:00.000Z', actualEndAt: '2026-12-01T23:00:00.000Z' },
    });
    const answer = await test.call('calibration.read', {});
    expect(answer.without).toBe(1);
    expect(answer.bands.every(({ n, verdict }) => n === 0 && verdict === 'no-data')).toBe(true);
    expect(answer.releases).toMatchObject([
      { id: releaseId, band: null, end: 'rolled-back', wentOutAt: '2026-12-01T22:10:00.000Z' },
    ]);
  });
});
