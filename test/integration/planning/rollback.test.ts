import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

const hostile = '<img src=x onerror=alert(1)>\u202e';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const release = await aRelease(test, cast, { type: 'major' });
  const releaseId = release.id;
  await test.call('rollback.save', { releaseId, steps: 'Switch back', durationMinutes: 40 });
  return { test, cast, releaseId };
}

async function rehearsedGate(test: TestApp, releaseId: string) {
  const gates = await test.call('gates.list', { releaseId });
  return gates.find(({ check }) => check === 'rollback-rehearsed');
}

describe('a rehearsal', () => {
  it('stands newest first, and the plan and its gate tell of it', async () => {
    const { test, cast, releaseId } = await start();
    const common = { releaseId, kind: 'rollback' } as const;
    await test.call('rollback.rehearse', {
      ...{ ...common, rehearsedOn: '2026-11-20', result: 'passed' },
      ...{ durationMinutes: 38, note: 'step 3 by hand', byId: cast.ana.id },
    });
    const plan = await test.call('rollback.rehearse', {
      ...{ ...common, rehearsedOn: '2026-11-10', result: 'failed' },
    });
    expect(plan.rehearsals.map(({ rehearsedOn, byId }) => [rehearsedOn, byId])).toEqual([
      ['2026-11-20', cast.ana.id],
      ['2026-11-10', cast.mara.id],
    ]);
    expect(plan).toMatchObject({
      rehearsedOn: '2026-11-20',
      rehearsalResult: 'passed in 38 min: step 3 by hand',
    });
    expect(await rehearsedGate(test, releaseId)).toMatchObject({ status: 'passed' });
  });

  it('that failed does not pass the gate', async () => {
    const { test, releaseId } = await start();
    const input = { releaseId, kind: 'rollback', rehearsedOn: '2026-11-23' } as const;
    await test.call('rollback.rehearse', { ...input, result: 'passed' });
    await test.call('rollback.rehearse', { ...input, result: 'failed' });
    const gate = await rehearsedGate(test, releaseId);
    expect(gate).toMatchObject({
      status: 'failed',
      summary: 'the rehearsal of Mon 23 Nov failed',
    });
  });

  it('of disaster recovery says nothing of the plan', async () => {
    const { test, releaseId } = await start();
    const plan = await test.call('rollback.rehearse', {
      ...{ releaseId, kind: 'disaster-recovery', rehearsedOn: '2026-11-23', result: 'passed' },
    });
    expect(plan.rehearsals).toHaveLength(1);
    expect(plan.rehearsedOn).toBeNull();
  });

  it('is undone and done again as one', async () => {
    const { test, releaseId } = await start();
    const input = { releaseId, kind: 'rollback', rehearsedOn: '2026-11-23' } as const;
    await test.call('rollback.rehearse', { ...input, result: 'passed' });
    await test.call('edits.undo', {});
    const before = await test.call('rollback.get', { releaseId });
    expect(before).toMatchObject({ rehearsals: [], rehearsedOn: null, rehearsalResult: '' });
    await test.call('edits.redo', {});
    const again = await test.call('rollback.get', { releaseId });
    expect(again).toMatchObject({ rehearsedOn: '2026-11-23', rehearsalResult: 'passed' });
    expect(again.rehearsals).toHaveLength(1);
  });

  it('entered in error is removed, the plan tells of the one before, and undo brings it back', async () => {
    const { test, releaseId } = await start();
    const input = { releaseId, kind: 'rollback', result: 'passed' } as const;
    await test.call('rollback.rehearse', { ...input, rehearsedOn: '2026-11-10' });
    const two = await test.call('rollback.rehearse', { ...input, rehearsedOn: '2026-11-20' });
    const id = two.rehearsals[0]?.id ?? '';
    const one = await test.call('rollback.removeRehearsal', { id });
    expect(one).toMatchObject({ rehearsedOn: '2026-11-10', rehearsals: [expect.anything()] });
    await test.call('edits.undo', {});
    expect(await test.call('rollback.get', { releaseId })).toMatchObject({
      rehearsedOn: '2026-11-20',
      rehearsals: [{ id }, expect.anything()],
    });
    await test.call('rollback.removeRehearsal', { id });
    const gone = await test.refused('rollback.removeRehearsal', { id });
    expect(gone.code).toBe('not_found');
  });

  it('is refused ahead of today, of somebody unknown, and of a release that is closed', async () => {
    const { test, releaseId } = await start();
    const input = { releaseId, kind: 'rollback', result: 'passed' } as const;
    const ahead = await test.refused('rollback.rehearse', { ...input, rehearsedOn: '2026-11-25' });
    expect(ahead.message).toContain('lies ahead: today is');
    expect(ahead.fields).toHaveProperty('rehearsedOn');
    const nobody = { byId: '0190a0a0-0000-7000-8000-0000000000ff', rehearsedOn: '2026-11-20' };
    const unknown = await test.refused('rollback.rehearse', { ...input, ...nobody });
    expect(unknown.fields).toHaveProperty('byId');
    await test.call('releases.cancel', { id: releaseId, reason: 'the market moved' });
    const closed = await test.refused('rollback.rehearse', { ...input, rehearsedOn: '2026-11-20' });
    expect(closed.message).toContain('is closed');
  });
});

describe('alternatives', () => {
  it('are saved whole, undone, refused when two people changed them, and copied along', async () => {
    const { test, releaseId, cast } = await start();
    const { rev } = await test.call('rollback.get', { releaseId });
    const first = { kind: 'switch-off', how: 'The switch new-ledger, off for all' } as const;
    await test.call('rollback.save', { releaseId, rev, alternatives: [first] });
    const other = { kind: 'roll-forward', how: hostile } as const;
    const conflict = await test.refused(
      'rollback.save',
      { releaseId, rev, alternatives: [other] },
      cast.ana.id,
    );
    expect(conflict.code).toBe('conflict');
    await test.call('rollback.save', { releaseId, alternatives: [first, other] });
    await test.call('edits.undo', {});
    expect((await test.call('rollback.get', { releaseId })).alternatives).toEqual([first]);
    await test.call('rollback.rehearse', {
      ...{ releaseId, kind: 'rollback', result: 'passed', rehearsedOn: '2026-11-20' },
    });
    const copy = await test.call('releases.copy', {
      ...{ id: releaseId, name: 'Payments 4.3', startAt: '2027-01-12T22:00:00.000Z' },
    });
    expect(await test.call('rollback.get', { releaseId: copy.id })).toMatchObject({
      ...{ steps: 'Switch back', alternatives: [first], rehearsals: [], rehearsedOn: null },
    });
  });

  it('without a word on how are refused, with their place in the list', async () => {
    const { test, releaseId } = await start();
    const empty = { releaseId, alternatives: [{ kind: 'other', how: ' ' }] };
    const error = await test.refused('rollback.save', empty);
    expect(error.fields).toMatchObject({ 'alternatives.0.how': 'is empty; say how' });
  });
});

describe('the dossier', () => {
  it('shows rehearsals and alternatives, and nothing typed becomes markup', async () => {
    const { test, releaseId } = await start();
    await test.call('rollback.rehearse', {
      ...{ releaseId, kind: 'rollback', result: 'passed', rehearsedOn: '2026-11-20' },
      ...{ durationMinutes: 55, note: hostile },
    });
    const alternatives = [{ kind: 'restore-backup', how: hostile }] as const;
    await test.call('rollback.save', { releaseId, alternatives: [...alternatives] });
    const { text } = await test.call('reports.dossier', { releaseId });
    expect(text).toContain('Restore from backup');
    expect(text).toContain('15 min longer than the 40 min planned');
    expect(text).not.toContain('<img src=x');
  });
});
