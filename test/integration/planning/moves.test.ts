import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

async function startingAt(test: TestApp, cast: Cast, name: string, startAt: string, more = {}) {
  const where = { environmentId: cast.production.id, zone: 'Europe/London', durationMinutes: 60 };
  return aRelease(test, cast, {
    name,
    deployments: [{ ...where, region: 'eu', startAt }],
    ...more,
  });
}

/** Checkout waits for Payments with a day between, Ledger for Checkout; Gateway is part of Payments. */
async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const payments = await startingAt(test, cast, 'Payments 4.2', '2026-12-01T22:00:00.000Z');
  const gateway = await startingAt(test, cast, 'Gateway 1.1', '2026-12-02T07:00:00.000Z');
  const checkout = await startingAt(test, cast, 'Checkout 8', '2026-12-03T22:00:00.000Z');
  const ledger = await startingAt(test, cast, 'Ledger 3.0', '2026-12-16T22:00:00.000Z');
  const wait = (from: { id: string }, to: { id: string }, lagDays = 0) =>
    test.call('dependencies.add', { releaseId: from.id, targetReleaseId: to.id, lagDays });
  await wait(checkout, payments, 1);
  await wait(ledger, checkout);
  await test.call('releases.setParent', { id: gateway.id, parentId: payments.id });
  const all = [payments, gateway, checkout, ledger];
  /** Every date of every release, as people read it back. */
  const dates = () =>
    Promise.all(
      all.map(async ({ id }) => {
        const { name, startAt, deployments, phases } = await test.call('releases.get', { id });
        const { tasks } = await test.call('tasks.list', { releaseId: id });
        return {
          ...{ name, startAt, phases },
          deployments: deployments.map((each) => [each.id, each.startAt]),
          tasks: tasks.map(({ title, startOn, beginsOn, endsOn }) => [
            ...[title, startOn, beginsOn, endsOn],
          ]),
        };
      }),
    );
  return { test, cast, payments, gateway, checkout, ledger, wait, dates };
}

describe('moving a release with everything behind it', () => {
  it('previews old and new of all that moves, writes the same, and one undo takes it back', async () => {
    const { test, payments, gateway, checkout, ledger, dates } = await start();
    const own = { releaseId: payments.id, kind: 'milestone' as const, durationDays: 0 };
    await test.call('tasks.save', { ...own, title: 'Candidate', startOn: '2026-11-30' });
    await test.call('tasks.save', {
      ...{ releaseId: payments.id, title: 'Announce', durationDays: 2, startOn: '2026-12-02' },
    });
    const before = await dates();
    const move = { id: payments.id, start: '2026-12-03T21:00:00.000Z' };
    const preview = await test.call('releases.move', { ...move, preview: true });
    expect(preview).toMatchObject({
      ...{ refused: null, applied: false },
      moved: [
        {
          ...{ id: payments.id, cause: 'chosen', fromAt: payments.startAt, toAt: move.start },
          tasks: [
            { title: 'Candidate', from: '2026-11-30', to: '2026-12-02' },
            { title: 'Announce', from: '2026-12-02', to: '2026-12-04' },
          ],
        },
        { id: gateway.id, cause: 'child', toAt: '2026-12-04T06:00:00.000Z' },
        {
          ...{ id: checkout.id, cause: 'successor', toAt: '2026-12-04T22:00:00.000Z' },
          why: 'It waits for Payments 4.2, which ends Thu 3 Dec 22:00 and 1 working day lies between.',
        },
      ],
      stays: [{ id: ledger.id, why: expect.stringContaining('so it can stay') }],
    });
    const deploying = preview.moved[0]?.phases.find(({ phase }) => phase === 'deployment');
    expect(deploying).toEqual({ phase: 'deployment', from: '2026-12-01', to: '2026-12-03' });
    expect(await dates()).toEqual(before);
    expect(await test.call('releases.previewMove', move)).toEqual(preview);

    expect(await test.call('releases.move', { ...move, fromAt: payments.startAt ?? '' })).toEqual({
      ...preview,
      applied: true,
    });
    expect((await dates()).map(({ startAt }) => startAt)).toEqual([
      '2026-12-03T21:00:00.000Z',
      '2026-12-04T06:00:00.000Z',
      '2026-12-04T22:00:00.000Z',
      '2026-12-16T22:00:00.000Z',
    ]);
    const { undo } = await test.call('edits.state', {});
    expect(undo[0]?.what).toBe('moved Payments 4.2 and 2 more releases');
    await test.call('edits.undo', {});
    expect(await dates()).toEqual(before);
  });

  it('names the approvals that would be out of date', async () => {
    const { test, cast, payments } = await start();
    const gates = await test.call('gates.list', { releaseId: payments.id });
    const gate = gates.find(
      ({ check, facts }) => check === 'decision' && facts.includes('planned-start'),
    );
    const place = gate?.places[0];
    if (gate === undefined || place === undefined) throw new Error('no gate binds the start');
    const decider = [cast.jon, cast.iris, cast.ana, cast.tomas].find(({ roles }) =>
      roles.some((role) => JSON.stringify(place).includes(role)),
    );
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'go' }, decider?.id);
    const move = { id: payments.id, start: '2026-12-02T22:00:00.000Z' };
    const { moved } = await test.call('releases.previewMove', move);
    expect(moved[0]?.decisions).toEqual([
      { gateId: gate.id, gate: gate.name, personId: decider?.id },
    ]);
  });

  it('refuses what it cannot keep, the same in the preview, and what was moved meanwhile', async () => {
    const { test, cast, payments, checkout } = await start();
    const early = { id: checkout.id, start: '2026-12-02T20:00:00.000Z' };
    const refused = await test.refused('releases.move', early);
    expect(refused.message).toContain('Checkout 8 waits for Payments 4.2, which ends Tue 1 Dec');
    expect(refused.message).toContain('it can start Wed 2 Dec 2026 23:00 London at the earliest');
    expect(await test.call('releases.previewMove', early)).toMatchObject({
      ...{ refused: refused.message, moved: [], stays: [] },
    });
    const past = { id: payments.id, start: '2026-11-01T22:00:00.000Z' };
    expect((await test.refused('releases.move', past)).message).toContain('lies in the past');
    const seen = { id: payments.id, start: '2026-12-02T22:00:00.000Z', fromAt: past.start };
    expect((await test.refused('releases.move', seen)).code).toBe('conflict');

    const [deployment] = checkout.deployments;
    const begun = { id: deployment?.id ?? '', actualStartAt: '2026-11-20T12:00:00.000Z' };
    await test.call('deployments.record', begun);
    const behind = await test.refused('releases.move', { id: payments.id, start: seen.start });
    expect(behind.message).toContain('Checkout 8 began');
    const [need] = (await test.call('dependencies.list', { releaseId: checkout.id })).needs;
    await test.call('dependencies.save', { id: need?.id, state: 'met' });
    const moved = await test.call('releases.move', { id: payments.id, start: seen.start });
    expect(moved.moved.map(({ name }) => name)).toEqual(['Payments 4.2', 'Gateway 1.1']);
    await test.call('releases.cancel', { id: payments.id, reason: 'Not needed' }, cast.mara.id);
    const over = await test.refused('releases.move', { id: payments.id, start: past.start });
    expect(over.message).toContain('Payments 4.2 is closed');
  });
});

describe('a release that is part of another', () => {
  it('is listed there with start and readiness, and is taken out by undo', async () => {
    const { test, payments, gateway } = await start();
    expect(await test.call('releases.family', { id: payments.id })).toMatchObject({
      parent: null,
      children: [{ name: 'Gateway 1.1', startAt: gateway.startAt, readiness: { passed: 0 } }],
    });
    expect(await test.call('releases.family', { id: gateway.id })).toMatchObject({
      parent: { name: 'Payments 4.2' },
      children: [],
    });
    await test.call('edits.undo', {});
    expect((await test.call('releases.get', { id: gateway.id })).parentId).toBeNull();
  });

  it('is refused in a circle, of itself and of one that is closed', async () => {
    const { test, payments, gateway, checkout, ledger } = await start();
    await test.call('releases.setParent', { id: checkout.id, parentId: gateway.id });
    const refused = async (id: string, parentId: string) =>
      (await test.refused('releases.setParent', { id, parentId })).message;
    expect(await refused(payments.id, checkout.id)).toContain(
      'Payments 4.2 → Checkout 8 → Gateway 1.1 → Payments 4.2',
    );
    expect(await refused(payments.id, payments.id)).toContain('part of itself');
    await test.call('releases.cancel', { id: ledger.id, reason: 'Not needed' });
    expect(await refused(payments.id, ledger.id)).toContain('Ledger 3.0 is closed');
    expect(await refused(ledger.id, payments.id)).toContain('Ledger 3.0 is closed');
  });
});
