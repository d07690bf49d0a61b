import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

async function planned() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const at = (environmentId: string, startAt: string) => ({
    ...{ environmentId, startAt, zone: 'Europe/London', durationMinutes: 60 },
  });
  const release = await aRelease(test, cast, {
    deployments: [
      at(cast.staging.id, '2026-11-30T09:00:00.000Z'),
      at(cast.production.id, '2026-12-01T22:00:00.000Z'),
    ],
  });
  const [staging, production] = release.deployments;
  if (staging === undefined || production === undefined) throw new Error('two were planned');
  return { test, cast, as: cast.mara.id, release, staging, production };
}

const starts = (release: { deployments: { startAt: string }[] }) =>
  release.deployments.map(({ startAt }) => startAt);

describe('rescheduling', () => {
  it('moves one deployment by days, keeps the others, and is undone', async () => {
    const { test, as, release, production } = await planned();
    const input = { id: release.id, deploymentId: production.id, byDays: 2 };
    const moved = await test.call('releases.reschedule', input, as);
    expect(starts(moved)).toEqual(['2026-11-30T09:00:00.000Z', '2026-12-03T22:00:00.000Z']);
    expect(moved.postponements).toEqual([]);
    const { undo } = await test.call('edits.state', {}, as);
    expect(undo[0]).toMatchObject({ name: 'releases.reschedule' });
    await test.call('edits.undo', {}, as);
    expect(starts(await test.call('releases.get', { id: release.id }))).toEqual(starts(release));
  });

  it('moves all that is ahead, and the dates of phases ahead with it', async () => {
    const { test, as, release } = await planned();
    const moved = await test.call('releases.reschedule', { id: release.id, byDays: 7 }, as);
    expect(starts(moved)).toEqual(['2026-12-07T09:00:00.000Z', '2026-12-08T22:00:00.000Z']);
    const before = release.phases.find(({ phase }) => phase === 'deployment')?.plannedOn;
    const after = moved.phases.find(({ phase }) => phase === 'deployment')?.plannedOn;
    expect([before, after]).toEqual(['2026-12-01', '2026-12-08']);
  });

  it('is a conflict when somebody moved it since it was seen', async () => {
    const { test, cast, as, release, production } = await planned();
    const input = { id: release.id, deploymentId: production.id, fromAt: production.startAt };
    await test.call('releases.reschedule', { ...input, byDays: 1 }, cast.jon.id);
    const error = await test.refused('releases.reschedule', { ...input, byDays: 1 }, as);
    expect(error).toMatchObject({ code: 'conflict' });
    expect(error.message).toContain('Wed 2 Dec 2026 22:00 London now');
  });

  it('refuses what has begun and what ended; the preview says the same', async () => {
    const { test, as, release, production } = await planned();
    await test.call(
      'deployments.record',
      { id: production.id, actualStartAt: '2026-11-20T12:00:00.000Z' },
      as,
    );
    const input = { id: release.id, deploymentId: production.id, byDays: 1 };
    const error = await test.refused('releases.reschedule', input, as);
    expect(error.message).toContain('Plan a further deployment');
    const preview = await test.call('releases.previewReschedule', input, as);
    expect(preview).toMatchObject({ refused: error.message, moves: 0 });
    await test.call('releases.cancel', { id: release.id, reason: 'Not needed' }, as);
    const ended = await test.refused('releases.reschedule', { id: release.id, byDays: 1 }, as);
    expect(ended.message).toContain('is closed');
  });

  it('asks for days or a time, one of them', async () => {
    const { test, as, release } = await planned();
    const toAt = '2026-12-05T22:00:00.000Z';
    for (const wanted of [{}, { byDays: 1, toAt }]) {
      const error = await test.refused('releases.reschedule', { id: release.id, ...wanted }, as);
      expect(error.code).toBe('invalid_input');
    }
  });

  it('tells how many approvals bind the start, and offers to postpone instead', async () => {
    const { test, cast, as, release, staging, production } = await planned();
    const gates = await test.call('gates.list', { releaseId: release.id });
    const gate = gates.find(
      ({ check, facts }) => check === 'decision' && facts.includes('planned-start'),
    );
    const place = gate?.places[0];
    if (gate === undefined || place === undefined) throw new Error('no gate binds the start');
    const people = Object.values(cast).flatMap((each) => ('roles' in each ? [each] : []));
    const decider = people.find(
      ({ id, roles }) => id !== as && roles.some((role) => JSON.stringify(place).includes(role)),
    );
    if (decider === undefined) throw new Error('nobody can decide');
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'go' }, decider.id);
    const preview = (deploymentId: string, byDays: number) =>
      test.call('releases.previewReschedule', { id: release.id, deploymentId, byDays }, as);
    expect(await preview(production.id, 1)).toMatchObject({
      ...{ stale: 1, moves: 1, stay: 1, postponeTo: '2026-12-02T22:00:00.000Z' },
    });
    // Staging moves no planned start; one that moves earlier is no postponement.
    expect(await preview(staging.id, 1)).toMatchObject({ stale: 0, postponeTo: null });
    expect(await preview(production.id, -1)).toMatchObject({ stale: 1, postponeTo: null });
    const many = { ids: [release.id], change: { moveDays: 1 } };
    expect(await test.call('releases.previewMany', many, as)).toMatchObject([{ stale: 1 }]);
  });
});
