import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

const nobody = '0190a0a0-0000-7000-8000-0000000000ff';

/** A release that starts at a time, or at none. */
async function startingAt(test: TestApp, cast: Cast, name: string, startAt: string | null) {
  const where = { environmentId: cast.production.id, zone: 'Europe/London', durationMinutes: 60 };
  const deployments = startAt === null ? [] : [{ ...where, region: 'eu', startAt }];
  return aRelease(test, cast, { name, deployments });
}

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const checkout = await startingAt(test, cast, 'Checkout 8', '2026-12-01T22:00:00.000Z');
  const payments = await startingAt(test, cast, 'Payments 4.2', '2026-12-03T22:00:00.000Z');
  const ledger = await startingAt(test, cast, 'Ledger 3.0', null);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const needs = (from: { id: string }, to: { id: string }) =>
    test.call('dependencies.save', {
      ...{ releaseId: from.id, kind: 'release', targetReleaseId: to.id },
    });
  const external = (title: string, more: Partial<Input<'dependencies.save'>> = {}) =>
    test.call('dependencies.save', {
      ...{ releaseId: checkout.id, kind: 'external-service', title },
      ...more,
    });
  const list = (releaseId = checkout.id) => test.call('dependencies.list', { releaseId });
  return { test, cast, checkout, payments, ledger, needs, external, list };
}

describe('a dependency on another release', () => {
  it('says whether that one starts in time, and moves with it', async () => {
    const { test, cast, checkout, payments, ledger, needs, list } = await start();
    expect(await needs(checkout, payments)).toMatchObject({
      ...{ title: 'Payments 4.2', state: 'open', late: true, targetReleaseId: payments.id },
      target: { name: 'Payments 4.2', phase: 'planning', startAt: '2026-12-03T22:00:00.000Z' },
      why: 'Payments 4.2 starts Thu 3 Dec, after this release (Tue 1 Dec).',
    });
    expect(await needs(checkout, ledger)).toMatchObject({
      ...{ late: false, why: 'Ledger 3.0 has no planned start yet.' },
    });
    const deployments = [
      {
        ...{ environmentId: cast.production.id, startAt: '2026-11-30T22:00:00.000Z' },
        ...{ zone: 'Europe/London', durationMinutes: 60 },
      },
    ];
    await test.call('releases.update', { id: payments.id, deployments });
    expect((await list()).needs[0]).toMatchObject({
      ...{ late: false, why: 'Payments 4.2 starts Mon 30 Nov, before this release (Tue 1 Dec).' },
    });
    await test.call('releases.cancel', { id: payments.id, reason: 'Not needed' });
    expect((await list()).needs[0]).toMatchObject({
      ...{
        late: true,
        why: 'Payments 4.2 was cancelled, so it does not bring what is needed. Choose another release, or take the dependency out.',
      },
    });
  });

  it('is shown at the other release too, with its name in the sentence', async () => {
    const { checkout, payments, needs, list } = await start();
    await needs(checkout, payments);
    expect(await list(payments.id)).toMatchObject({
      needs: [],
      neededBy: [
        {
          ...{ releaseId: checkout.id, name: 'Checkout 8', state: 'open', late: true },
          why: 'Payments 4.2 starts Thu 3 Dec, after Checkout 8 (Tue 1 Dec).',
        },
      ],
    });
  });

  it('is refused on itself, on none, on what is not there, and in a circle that is named', async () => {
    const { test, checkout, payments, ledger, needs, list } = await start();
    await needs(checkout, payments);
    const last = await needs(payments, ledger);
    const refused = async (targetReleaseId: string | null, releaseId = ledger.id) =>
      (await test.refused('dependencies.save', { releaseId, kind: 'release', targetReleaseId }))
        .message;
    expect(await refused(ledger.id)).toContain('is this release itself');
    expect(await refused(null)).toContain('choose the release it waits for');
    expect(await refused(nobody)).toContain('is none of this workspace');
    expect(await refused(checkout.id)).toBe(
      'The releases would wait for each other: Ledger 3.0 → Checkout 8 → Payments 4.2 → Ledger 3.0. None of them could start; take one of these dependencies out first.',
    );
    const turned = { id: last.id, targetReleaseId: checkout.id };
    expect((await test.refused('dependencies.save', turned)).message).toContain(
      'Payments 4.2 → Checkout 8 → Payments 4.2',
    );
    expect((await list(ledger.id)).needs).toEqual([]);
  });

  it('is not brought back by undo where it would close a circle now', async () => {
    const { test, checkout, payments, needs, list } = await start();
    const { id } = await needs(checkout, payments);
    await test.call('dependencies.remove', { id });
    const { undo } = await test.call('edits.state', {});
    await needs(payments, checkout);
    const refused = await test.refused('edits.undo', { command: undo[0]?.command });
    expect(refused.message).toContain('Checkout 8 → Payments 4.2 → Checkout 8');
    expect((await list()).needs).toEqual([]);
  });
});

describe('a dependency with a lag', () => {
  it('is late when the end of what it names and the lag reach beyond the start', async () => {
    const { test, checkout, payments, ledger } = await start();
    await test.call('releases.cancel', { id: ledger.id, reason: 'Not needed' });
    const gone = { releaseId: payments.id, targetReleaseId: ledger.id };
    const refused = await test.refused('dependencies.add', gone);
    expect(refused.message).toContain('Ledger 3.0 was cancelled, so it will not bring');
    // Checkout ends Tue 1 Dec 23:00, Payments starts Thu 3 Dec 22:00.
    const wait = { releaseId: payments.id, targetReleaseId: checkout.id };
    const made = await test.call('dependencies.add', { ...wait, lagDays: 1 });
    expect(made).toMatchObject({ kind: 'release', title: 'Checkout 8', lagDays: 1, late: false });
    expect(await test.call('dependencies.save', { id: made.id, lagDays: 2 })).toMatchObject({
      late: true,
      why: 'Checkout 8 ends Tue 1 Dec 23:00 and 2 working days lie between, so this release can start Thu 3 Dec 23:00 at the earliest, not Thu 3 Dec 22:00.',
    });
    await test.call('edits.undo', {});
    expect(
      (await test.call('dependencies.list', { releaseId: checkout.id })).neededBy,
    ).toMatchObject([{ lagDays: 1, late: false }]);
    const far = await test.refused('dependencies.save', { id: made.id, lagDays: 5000 });
    expect(far.message).toContain('250 working days');
    const dated = { id: made.id, expectedOn: '2026-12-02' };
    expect((await test.refused('dependencies.save', dated)).message).toContain('says itself');
  });

  it('counts from the day something outside is expected', async () => {
    const { test, external } = await start();
    const made = await external('Certificates', { expectedOn: '2026-11-27', lagDays: 1 });
    expect(made).toMatchObject({ late: false, why: 'It is expected Fri 27 Nov.' });
    const save = (more: object) => test.call('dependencies.save', { id: made.id, ...more });
    expect(await save({ lagDays: 3 })).toMatchObject({
      late: true,
      why: 'It is expected Fri 27 Nov and 3 working days lie between, so this release can start Wed 2 Dec at the earliest, not Tue 1 Dec.',
    });
    expect(await save({ expectedOn: '2026-12-02', lagDays: 0 })).toMatchObject({
      ...{ late: true, why: 'It is expected Wed 2 Dec, after this release starts (Tue 1 Dec).' },
    });
    expect(await save({ expectedOn: '2026-11-20' })).toMatchObject({
      ...{ late: true, why: 'It was expected Fri 20 Nov and is not met.' },
    });
  });
});

describe('a dependency of another kind', () => {
  it('has owner, state, day and note, and names no release', async () => {
    const { test, cast, payments, external, list } = await start();
    const more = { ownerId: cast.ana.id, state: 'agreed', neededOn: '2026-11-27', note: 'By mail' };
    const made = await external('Acquirer sandbox', { ...more, state: 'agreed' });
    expect(made).toMatchObject({ ...more, target: null, late: false, why: '' });
    const wrong = { id: made.id, targetReleaseId: payments.id };
    expect((await test.refused('dependencies.save', wrong)).message).toContain('names one');
    const turned = { id: made.id, kind: 'release', targetReleaseId: payments.id } as const;
    expect(await test.call('dependencies.save', turned)).toMatchObject({ late: true });
    const back = { id: made.id, kind: 'data-migration' } as const;
    expect(await test.call('dependencies.save', back)).toMatchObject({ targetReleaseId: null });
    await test.call('edits.undo', {});
    expect((await list()).needs[0]?.targetReleaseId).toBe(payments.id);
  });

  it('is late once the day has come and it is not met', async () => {
    const { test, external, list } = await start();
    const { id, rev } = await external('Acquirer sandbox', { neededOn: '2026-11-23' });
    expect((await list()).needs).toMatchObject([
      { late: true, why: 'It was needed Mon 23 Nov and is not met.' },
    ]);
    await test.call('dependencies.save', { id, rev, state: 'met' });
    expect((await list()).needs).toMatchObject([{ late: false, why: '' }]);
    const stale = { id, rev, state: 'at-risk' };
    expect((await test.refused('dependencies.save', stale)).code).toBe('conflict');
    await external('After', { neededOn: '2026-12-05' });
    expect((await list()).needs[1]?.why).toBe(
      'It is needed Sat 5 Dec, after this release starts (Tue 1 Dec).',
    );
  });

  it('is refused without a title, with 5,000 characters or an owner nobody knows', async () => {
    const { test, checkout, external } = await start();
    const base = { releaseId: checkout.id, kind: 'data-migration' };
    const refused = async (input: object) =>
      (await test.refused('dependencies.save', { ...base, ...input })).message;
    expect(await refused({})).toContain('say what is needed');
    expect(await refused({ title: 'x'.repeat(5000) })).toContain('200 characters');
    expect(await refused({ title: 'A', ownerId: nobody })).toContain('is nobody');
    expect(await refused({ title: 'A', neededOn: '9999-01-01' })).toContain('2000 to 2199');
    const hostile = '=1+1 <script>alert(1)</script> \u202Eשלום e\u0301';
    expect(await external(hostile, { note: hostile })).toMatchObject({ title: hostile });
    const { text } = await test.call('reports.dossier', { releaseId: checkout.id });
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('External service');
  });

  it('waits for its owner, or the one of the release, when the start is near', async () => {
    const { test, cast, checkout, external } = await start();
    await external('Acquirer sandbox');
    await external('Of Jon', { ownerId: cast.jon.id });
    const { waiting } = await test.call('today.get', {});
    expect(waiting.filter(({ kind }) => kind === 'dependency')).toMatchObject([
      { what: 'Checkout 8 needs Acquirer sandbox', why: 'Dependency, not agreed yet', late: false },
    ]);
    const copy = await test.call('releases.copy', {
      ...{ id: checkout.id, name: 'Copy', startAt: '2026-12-08T22:00:00.000Z' },
    });
    const { needs } = await test.call('dependencies.list', { releaseId: copy.id });
    expect(needs.map(({ title, state }) => `${title} ${state}`)).toEqual([
      'Acquirer sandbox open',
      'Of Jon open',
    ]);
  });

  it('of a closed release stays as it was', async () => {
    const { test, checkout, external, list } = await start();
    const { id } = await external('Acquirer sandbox', { neededOn: '2026-11-25' });
    await test.call('releases.cancel', { id: checkout.id, reason: 'Not needed' });
    test.advance(30 * 86_400_000);
    expect((await list()).needs).toMatchObject([{ late: false }]);
    for (const refused of [
      await test.refused('dependencies.save', { id, state: 'met' }),
      await test.refused('dependencies.remove', { id }),
    ]) {
      expect(refused.message).toContain('Checkout 8 is closed');
    }
  });
});
