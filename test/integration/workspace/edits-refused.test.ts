import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { livingRows } from '../../support/living-rows.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

type Stage = { test: TestApp; cast: Cast; releaseId: string; as: string; path: string };

async function begin(): Promise<Stage> {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const { id } = await aRelease(test, cast, {}, cast.jon.id);
  const path = join(test.folder, 'Payments.slipway');
  return { test, cast, releaseId: id, as: cast.mara.id, path };
}

/** Undo must be refused, and leave every row and the journal as they are. */
async function refusedUndo({ test, as, path }: Stage, input: { command?: string } = {}) {
  const before = livingRows(path);
  const { entries } = await test.call('workspace.verify', {});
  const error = await test.refused('edits.undo', input, as);
  expect(livingRows(path)).toEqual(before);
  expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true, entries });
  expect(test.errors).toEqual([]);
  return error;
}

/** The newest edit, where something that is not undone was done after it. */
async function newestEdit({ test, as }: Stage): Promise<string> {
  return (await test.call('edits.state', {}, as)).undo[0]?.command ?? '';
}

describe('Undo is refused', () => {
  it('when somebody changed the same field since: with the field, both values and who', async () => {
    const stage = await begin();
    const { test, cast, as, releaseId } = stage;
    const { id } = await test.call('scope.add', { releaseId, title: 'A', ticket: 'PAY-9' }, as);
    await test.call('scope.update', { id, title: 'By Mara' }, as);
    await test.call('scope.update', { id, title: 'By Ana', note: 'And a note' }, cast.ana.id);
    const error = await refusedUndo(stage);
    expect(error.code).toBe('conflict');
    expect(error.message).toMatch(
      /^Ana Duarte changed the title of PAY-9 since: it is now “By Ana”, and your change had left “By Mara”/,
    );
    expect(error.fields).toEqual({ title: 'is now “By Ana”; your change had left “By Mara”' });
  });

  it('for a person by their name and not by an id', async () => {
    const stage = await begin();
    const { test, cast, as, releaseId } = stage;
    await test.call('releases.update', { id: releaseId, ownerId: cast.jon.id }, as);
    await test.call('releases.update', { id: releaseId, ownerId: cast.ana.id }, cast.ana.id);
    const { message } = await refusedUndo(stage);
    expect(message).toContain('it is now “Ana Duarte”, and your change had left “Jon Bell”');
  });

  it('not when the other change was taken back as well', async () => {
    const { test, cast, as, releaseId } = await begin();
    await test.call('releases.update', { id: releaseId, notes: 'By Mara' }, as);
    await test.call('releases.update', { id: releaseId, notes: 'By Ana' }, cast.ana.id);
    await test.call('edits.undo', {}, cast.ana.id);
    await test.call('edits.undo', {}, as);
    expect((await test.call('releases.get', { id: releaseId })).notes).toBe('');
  });

  it('when it was removed since, and when oneself went on from it', async () => {
    const stage = await begin();
    const { test, cast, as, releaseId } = stage;
    const risk = { releaseId, title: 'Cold cache', likelihood: 2, impact: 3 };
    const { id } = await test.call('risks.add', risk, as);
    const added = await newestEdit(stage);
    await test.call('risks.update', { id, impact: 4 }, as);
    const own = await refusedUndo(stage, { command: added });
    expect(own.message).toMatch(/^You changed the impact of “Cold cache” since.*Undo that first/);
    await test.call('risks.remove', { id }, cast.ana.id);
    expect((await refusedUndo(stage)).message).toContain('Ana Duarte removed “Cold cache” since');
  });

  it('for a decision, which is withdrawn, and for a withdrawal; the edit before can be chosen', async () => {
    const stage = await begin();
    const { test, cast, releaseId, as } = stage;
    const gates = await test.call('gates.list', { releaseId });
    const gateId = gates.find(({ key }) => key === 'qa-sign-off')?.id ?? '';
    await test.call('releases.update', { id: releaseId, notes: 'Before' }, as);
    const given = { outcome: 'go', decidedById: cast.ana.id, channel: 'meeting' } as const;
    const decision = await test.call('approvals.decide', { gateId, ...given }, as);
    const error = await refusedUndo(stage);
    expect(error.code).toBe('precondition_failed');
    expect(error.message).toMatch(/you recorded a decision.*withdrawn, never undone/);
    expect((await test.call('edits.state', {}, as)).inTheWay).toBe(error.message);

    await test.call('approvals.withdraw', { decisionId: decision.id, reason: 'Wrong gate' }, as);
    expect((await refusedUndo(stage)).message).toContain('A withdrawal stays in the record');
    await test.call('edits.undo', { command: await newestEdit(stage) }, as);
    expect((await test.call('releases.get', { id: releaseId })).notes).toBe('');
  });

  it('for a request, and for what nobody has said can be undone', async () => {
    const stage = await begin();
    const { test, releaseId, as } = stage;
    const gates = await test.call('gates.list', { releaseId });
    const gateId = gates.find(({ check }) => check === 'decision')?.id ?? '';
    await test.call('approvals.request', { gateId, note: 'By Thursday' }, as);
    expect((await refusedUndo(stage)).message).toContain('A request stays in the record');
    await test.call('releases.hold', { id: releaseId, reason: 'Freeze' }, as);
    expect((await refusedUndo(stage)).message).toContain('Take the release off hold instead');
  });

  it('in a release that ended', async () => {
    const stage = await begin();
    const { test, cast, as, releaseId } = stage;
    await test.call('rollback.save', { releaseId, steps: 'Route back' }, as);
    await test.call('releases.cancel', { id: releaseId, reason: 'No longer needed' }, cast.jon.id);
    const error = await refusedUndo(stage);
    expect(error.code).toBe('precondition_failed');
    expect(error.message).toContain('Payments 4.2 is closed, so it stays as it was');
  });

  it('of creating a release that others have worked on, not of one that is as it was', async () => {
    const stage = await begin();
    const { test, cast, as } = stage;
    const { id: releaseId } = await aRelease(test, cast, { name: 'Next' }, as);
    const title = 'Refunds';
    const item = await test.call('scope.add', { releaseId, title }, cast.ana.id);
    const cancel =
      /^Ana Duarte has worked on Next since it was created.*Cancel the release instead/;
    expect((await refusedUndo(stage)).message).toMatch(cancel);
    await test.call('scope.remove', { id: item.id }, cast.ana.id);
    await test.call('releases.update', { id: releaseId, notes: 'Mind the queue' }, cast.ana.id);
    expect((await refusedUndo(stage)).message).toMatch(cancel);
    await test.call('edits.undo', {}, cast.ana.id);
    await test.call('edits.undo', {}, as);
    expect((await test.refused('releases.get', { id: releaseId })).code).toBe('not_found');
  });

  it('of the address of a connection, whose token is in no journal', async () => {
    const stage = await begin();
    const { test, as } = stage;
    const given = { name: 'GitHub', baseUrl: 'https://api.github.com', repository: 'a/b' };
    const { id } = await test.call('connections.save', given, as);
    expect((await refusedUndo(stage)).message).toContain('token belongs to the address');
    const moved = { id, ...given, baseUrl: 'https://git.example.test/api/v3' };
    await test.call('connections.save', moved, as);
    expect((await refusedUndo(stage)).message).toContain('type the token there');
  });

  it('of adding what others name by now', async () => {
    const stage = await begin();
    const { test, cast, as } = stage;
    const ledger = await test.call('services.save', { name: 'ledger' }, as);
    const added = await newestEdit(stage);
    const components = [{ serviceId: ledger.id, version: '1.0.0' }];
    await aRelease(test, cast, { name: 'Ledger 1', components }, cast.jon.id);
    expect((await refusedUndo(stage, { command: added })).message).toMatch(
      /^ledger is named by the component ledger/,
    );
    const noor = await test.call('people.save', { name: 'Noor', roles: [] }, as);
    const joined = await newestEdit(stage);
    await test.call('releases.update', { id: stage.releaseId, notes: 'By Noor' }, noor.id);
    expect((await refusedUndo(stage, { command: joined })).message).toMatch(
      /^Noor has worked here since/,
    );
    const role = await test.call('people.saveRole', { name: 'Steward' }, as);
    const named = await newestEdit(stage);
    const { id, name } = cast.ana;
    await test.call('people.save', { id, name, roles: [role.key] }, cast.jon.id);
    expect((await refusedUndo(stage, { command: named })).message).toContain(
      'Steward is named by the person Ana Duarte',
    );
  });

  it('of taking a service out of a release into which somebody put it again', async () => {
    const stage = await begin();
    const { test, cast, as, releaseId } = stage;
    await test.call('releases.update', { id: releaseId, components: [] }, as);
    const components = [{ serviceId: cast.payments.id, version: '4.2.9' }];
    await test.call('releases.update', { id: releaseId, components }, cast.ana.id);
    const { message } = await refusedUndo(stage);
    expect(message).toContain('payments-api was added to the release again since');
  });

  it('of a change to what belongs to a release that is gone', async () => {
    const stage = await begin();
    const { test, cast, as, releaseId } = stage;
    const item = await test.call('scope.add', { releaseId, title: 'Refunds' }, as);
    const next = await aRelease(test, cast, { name: 'Next' }, cast.ana.id);
    await test.call('scope.move', { id: item.id, toReleaseId: next.id }, as);
    await test.call('edits.undo', {}, as);
    await test.call('edits.undo', {}, cast.ana.id);
    const error = await test.refused('edits.redo', {}, as);
    expect(error.message).toContain('belongs to Next, which was removed since');
  });

  it('while nobody is chosen, and where the command is not one’s own', async () => {
    const stage = await begin();
    const { test, as, cast, releaseId } = stage;
    expect((await test.refused('edits.undo', {})).message).toContain('Nobody is chosen');
    expect(await test.call('edits.state', {})).toEqual({ undo: [], redo: [], inTheWay: null });
    await test.call('rollback.save', { releaseId, steps: 'Route back' }, cast.ana.id);
    const theirs = (await test.call('edits.state', {}, cast.ana.id)).undo[0]?.command;
    const error = await test.refused('edits.undo', { command: theirs }, as);
    expect(error).toMatchObject({ code: 'not_found' });
    expect(error.message).toContain('edits.state lists those that can');
  });
});
