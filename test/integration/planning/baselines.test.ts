import { expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const release = await aRelease(test, cast);
  const releaseId = release.id;
  const task = await test.call('tasks.save', {
    ...{ releaseId, title: 'Load test', durationDays: 2, startOn: '2026-11-26' },
  });
  const drift = (baselineId?: string) =>
    test.call(
      'baselines.drift',
      baselineId === undefined ? { releaseId } : { releaseId, baselineId },
    );
  return { test, cast, release, releaseId, taskId: task.id, drift };
}

it('holds the dates of a release against those of its baseline, as they moved and as they came', async () => {
  const { test, release, releaseId, taskId, drift } = await start();
  expect(await drift()).toMatchObject({ baseline: null, rows: [] });
  const set = await test.call('baselines.set', { releaseId, note: 'Agreed with the board' });
  expect(set).toMatchObject({ note: 'Agreed with the board', startAt: release.startAt });
  expect((await drift()).why).toBe(
    'The start is as in the baseline of Tue 24 Nov; 0 of 7 dates moved.',
  );
  await test.call('releases.move', { id: releaseId, start: '2026-12-04T22:00:00.000Z' });
  await test.call('tasks.save', { id: taskId, doneOn: '2026-11-24' });
  await test.call('tasks.save', { releaseId, title: 'Late idea' });
  const { rows, why, tasks } = await drift();
  expect(why).toContain('The start is 3 days later than in the baseline of Tue 24 Nov');
  const row = (what: string) => rows.find((each) => each.what === what);
  expect(row('Start')).toMatchObject({
    ...{
      planned: release.startAt,
      current: '2026-12-04T22:00:00.000Z',
      actual: null,
      driftDays: 3,
    },
  });
  expect(row('Deployment begins')).toMatchObject({
    ...{ planned: '2026-12-01', current: '2026-12-04', driftDays: 3 },
  });
  expect(row('Load test')).toMatchObject({
    ...{ planned: '2026-11-27', actual: '2026-11-24', driftDays: -3 },
  });
  expect(row('Late idea')).toMatchObject({ planned: null, driftDays: null });
  expect(tasks).toEqual([{ id: taskId, beginsOn: '2026-11-26', endsOn: '2026-11-27' }]);

  const later = await test.call('baselines.set', { releaseId });
  expect((await drift(later.id)).rows[0]).toMatchObject({ kind: 'start', driftDays: 0 });
  const list = () => test.call('baselines.list', { releaseId });
  expect((await list()).map(({ note }) => note)).toEqual(['', 'Agreed with the board']);
  await test.call('edits.undo', {});
  expect(await list()).toHaveLength(1);
  expect((await test.refused('baselines.drift', { releaseId, baselineId: later.id })).code).toBe(
    'not_found',
  );
  await test.call('releases.cancel', { id: releaseId, reason: 'Not needed' });
  expect((await test.refused('baselines.set', { releaseId })).message).toContain('is closed');
});
