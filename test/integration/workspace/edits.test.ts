import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace, paymentsCommit } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { livingRows } from '../../support/living-rows.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

type Stage = { test: TestApp; cast: Cast; releaseId: string; as: string; path: string };

/** Mara works on a release that Jon created, so that nothing of it is hers to undo yet. */
async function begin(): Promise<Stage> {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const { id } = await aRelease(test, cast, {}, cast.jon.id);
  return {
    test,
    cast,
    releaseId: id,
    as: cast.mara.id,
    path: join(test.folder, 'Payments.slipway'),
  };
}

async function anItem({ test, releaseId, cast }: Stage, title = 'Card aliases') {
  return test.call('scope.add', { releaseId, title, ticket: 'PAY-914' }, cast.jon.id);
}

async function aRisk({ test, releaseId, cast }: Stage) {
  const input = { releaseId, title: 'Cold cache', likelihood: 2, impact: 3 };
  return test.call('risks.add', input, cast.jon.id);
}

/** Each kind of edit: what must be there, and the edit itself. */
const kinds: Record<string, (stage: Stage) => Promise<() => Promise<unknown>>> = {
  'the name of the workspace':
    async ({ test, as }) =>
    () =>
      test.call('workspace.update', { name: 'Cards', profile: 'regulated' }, as),
  'a new person':
    async ({ test, as }) =>
    () =>
      test.call('people.save', { name: 'Noor', roles: ['operations'] }, as),
  'the roles of a person':
    async ({ test, cast, as }) =>
    () =>
      test.call('people.save', { id: cast.ana.id, name: cast.ana.name, roles: ['qa-lead'] }, as),
  'a new role':
    async ({ test, as }) =>
    () =>
      test.call('people.saveRole', { name: 'Steward' }, as),
  'a new service':
    async ({ test, as }) =>
    () =>
      test.call('services.save', { name: 'ledger' }, as),
  'a service':
    async ({ test, cast, as }) =>
    () =>
      test.call(
        'services.save',
        { ...cast.payments, name: 'payments', ownerIds: [cast.jon.id] },
        as,
      ),
  'a new environment':
    async ({ test, as }) =>
    () =>
      test.call('environments.save', { name: 'dr', kind: 'production' }, as),
  'the order of environments':
    async ({ test, cast, as }) =>
    () => {
      const { order, ...values } = cast.production;
      return test.call('environments.save', { ...values, afterId: null }, as);
    },
  'the mapping of a connection': async ({ test, cast, as }) => {
    const given = { name: 'GitHub', baseUrl: 'https://api.github.com', repository: 'a/b' };
    const { id } = await test.call('connections.save', given, cast.jon.id);
    const mapped = { workflow: 'ci.yml', serviceId: cast.payments.id, required: true };
    return () => test.call('connections.save', { id, ...given, workflows: [mapped] }, as);
  },
  'a new release':
    async ({ test, cast, as }) =>
    () =>
      aRelease(test, cast, { name: 'Next' }, as),
  'a copied release':
    async ({ test, releaseId, as }) =>
    () => {
      const startAt = '2027-01-12T22:00:00.000Z';
      return test.call('releases.copy', { id: releaseId, name: 'Payments 4.3', startAt }, as);
    },
  'the facts of a release':
    async ({ test, releaseId, as }) =>
    () =>
      test.call('releases.update', { id: releaseId, name: 'Payments 4.3', notes: 'Two days' }, as),
  'data migration, which asks for a gate':
    async ({ test, releaseId, as }) =>
    () =>
      test.call('releases.update', { id: releaseId, dataMigration: true }, as),
  'the components of a release':
    async ({ test, cast, releaseId, as }) =>
    () => {
      const components = [
        { serviceId: cast.payments.id, version: '4.3.0', commit: paymentsCommit },
        { serviceId: cast.checkout.id, version: '2026.11.1' },
      ];
      return test.call('releases.update', { id: releaseId, components }, as);
    },
  'the deployments and roles of a release':
    async ({ test, cast, releaseId, as }) =>
    () => {
      const startAt = '2026-12-02T22:00:00.000Z';
      const deployments = [{ environmentId: cast.staging.id, startAt, zone: 'UTC' }];
      const roles = [{ roleKey: 'qa-lead', personId: cast.tomas.id }];
      return test.call('releases.update', { id: releaseId, deployments, roles }, as);
    },
  'a new scope item':
    async ({ test, releaseId, as }) =>
    () =>
      test.call('scope.add', { releaseId, title: 'Refunds' }, as),
  'pasted scope items':
    async ({ test, releaseId, as }) =>
    () => {
      const items = [{ title: 'One' }, { title: 'Two', ticket: 'PAY-2' }];
      return test.call('scope.paste', { releaseId, items }, as);
    },
  'a scope item': async (stage) => {
    const { id } = await anItem(stage);
    return () => stage.test.call('scope.update', { id, title: 'Aliases', kind: 'fix' }, stage.as);
  },
  'the order of the scope': async (stage) => {
    await anItem(stage);
    const { id } = await anItem(stage, 'Refunds');
    return () => stage.test.call('scope.reorder', { id, afterId: null }, stage.as);
  },
  'the release of a scope item': async (stage) => {
    const { test, cast, as } = stage;
    const { id } = await anItem(stage);
    const other = await aRelease(test, cast, { name: 'Next' }, cast.jon.id);
    return () => test.call('scope.move', { id, toReleaseId: other.id }, as);
  },
  'a dropped scope item': async (stage) => {
    const { id } = await anItem(stage);
    return () => stage.test.call('scope.drop', { id, reason: 'Not ready' }, stage.as);
  },
  'a removed scope item': async (stage) => {
    const { id } = await anItem(stage);
    return () => stage.test.call('scope.remove', { id }, stage.as);
  },
  'the rollback plan':
    async ({ test, releaseId, as }) =>
    () =>
      test.call('rollback.save', { releaseId, steps: 'Route back', durationMinutes: 10 }, as),
  'a new risk':
    async ({ test, releaseId, as }) =>
    () =>
      test.call('risks.add', { releaseId, title: 'Queues', likelihood: 3, impact: 4 }, as),
  'a risk': async (stage) => {
    const { id } = await aRisk(stage);
    return () =>
      stage.test.call('risks.update', { id, impact: 5, ownerId: stage.cast.ana.id }, stage.as);
  },
  'a removed risk': async (stage) => {
    const { id } = await aRisk(stage);
    return () => stage.test.call('risks.remove', { id }, stage.as);
  },
  'a tick on the checklist': async ({ test, releaseId, as }) => {
    const [item] = await test.call('checklists.list', { releaseId });
    const done = { id: item?.id ?? '', state: 'done', evidence: 'Seen on staging' } as const;
    return () => test.call('checklists.setItem', done, as);
  },
  'a new checklist item':
    async ({ test, releaseId, as }) =>
    () =>
      test.call('checklists.addItem', { releaseId, phase: 'build', text: 'Tell support' }, as),
  'how a deployment went': async ({ test, releaseId, as }) => {
    const [deployment] = (await test.call('releases.get', { id: releaseId })).deployments;
    const actualStartAt = '2026-11-24T09:00:00.000Z';
    return () => test.call('deployments.record', { id: deployment?.id ?? '', actualStartAt }, as);
  },
  'an incident':
    async ({ test, releaseId, as }) =>
    () => {
      const incident = {
        title: 'Slow',
        severity: 'low',
        detectedAt: '2026-11-24T09:00:00.000Z',
      } as const;
      return test.call('incidents.record', { releaseId, ...incident }, as);
    },
};

async function verified({ test }: Stage): Promise<void> {
  expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true, findings: [] });
}

describe('Undo and redo', () => {
  it.each(Object.entries(kinds))('of %s bring back the same rows', async (_kind, prepare) => {
    const stage = await begin();
    const { test, as, path } = stage;
    const edit = await prepare(stage);
    const before = livingRows(path);
    test.advance(60_000);
    await edit();
    const after = livingRows(path);
    expect(after).not.toEqual(before);

    const undone = await test.call('edits.undo', {}, as);
    expect(undone.what).toMatch(/^Undid: \p{L}+ .+/u);
    expect(undone.entries).toBeGreaterThan(0);
    expect(livingRows(path)).toEqual(before);
    await verified(stage);
    expect(await test.call('edits.redo', {}, as)).toMatchObject({
      what: undone.what.replace('Undid', 'Redid'),
      command: undone.command,
    });
    expect(livingRows(path)).toEqual(after);
    await test.call('edits.undo', {}, as);
    expect(livingRows(path)).toEqual(before);
    await verified(stage);
    expect(test.errors).toEqual([]);
  });

  it('say in words what they did, and what they would do next', async () => {
    const stage = await begin();
    const { test, as } = stage;
    const { id, releaseId } = await anItem(stage);
    await test.call('scope.update', { id, title: 'Store card aliases' }, as);
    const state = await test.call('edits.state', {}, as);
    const what = 'changed the title of PAY-914';
    expect(state.undo[0]).toMatchObject({ name: 'scope.update', what, releaseIds: [releaseId] });
    expect(state).toMatchObject({ redo: [], inTheWay: null });
    const undone = await test.call('edits.undo', {}, as);
    expect(undone).toMatchObject({
      what: 'Undid: changed the title of PAY-914',
      command: state.undo[0]?.command,
      releaseIds: [releaseId],
      entries: 1,
    });
    expect((await test.call('edits.state', {}, as)).redo).toMatchObject([
      { what: 'changed the title of PAY-914' },
    ]);
  });

  it('stand in the history with the command they are about', async () => {
    const stage = await begin();
    const { test, as, releaseId } = stage;
    const { id } = await anItem(stage);
    await test.call('scope.remove', { id }, as);
    await test.call('edits.undo', {}, as);
    await test.call('edits.redo', {}, as);
    const { entries } = await test.call('releases.history', { id: releaseId, limit: 2 });
    expect(entries).toMatchObject([
      { command: 'edits.redo', of: 'scope.remove', op: 'delete', byId: as },
      { command: 'edits.undo', of: 'scope.remove', op: 'restore', byId: as },
    ]);
  });

  it('survive closing the file', async () => {
    const stage = await begin();
    const { test, as, path } = stage;
    const { id } = await anItem(stage);
    const before = livingRows(path);
    await test.call('scope.update', { id, title: 'First' }, as);
    await test.call('scope.update', { id, title: 'Second' }, as);
    await test.call('edits.undo', {}, as);
    await test.call('workspace.close', {});
    await test.call('workspace.open', { path });
    await test.call('edits.redo', {}, as);
    expect((await test.call('scope.list', { releaseId: stage.releaseId }))[0]?.title).toBe(
      'Second',
    );
    await test.call('edits.undo', {}, as);
    await test.call('edits.undo', {}, as);
    expect(livingRows(path)).toEqual(before);
    await verified(stage);
  });

  it('are of one’s own edits: two people take back theirs and leave the other’s', async () => {
    const stage = await begin();
    const { test, cast, as, releaseId } = stage;
    const { id } = await anItem(stage);
    await test.call('scope.update', { id, title: 'By Mara' }, as);
    await test.call('scope.update', { id, note: 'By Ana' }, cast.ana.id);
    await test.call('releases.update', { id: releaseId, notes: 'By Mara' }, as);
    await test.call('edits.undo', {}, cast.ana.id);
    await test.call('edits.undo', {}, as);
    const [item] = await test.call('scope.list', { releaseId });
    expect(item).toMatchObject({ title: 'By Mara', note: '' });
    expect((await test.call('releases.get', { id: releaseId })).notes).toBe('');
    await test.call('edits.undo', {}, as);
    expect((await test.call('scope.list', { releaseId }))[0]?.title).toBe('Card aliases');
    await verified(stage);
  });

  it('of a chosen command leave what was done after it', async () => {
    const stage = await begin();
    const { test, as, releaseId } = stage;
    const { id } = await anItem(stage);
    await test.call('scope.update', { id, title: 'Aliases' }, as);
    await test.call('releases.update', { id: releaseId, notes: 'Later' }, as);
    const [, first] = (await test.call('edits.state', {}, as)).undo;
    await test.call('edits.undo', { command: first?.command ?? '' }, as);
    expect((await test.call('scope.list', { releaseId }))[0]?.title).toBe('Card aliases');
    expect((await test.call('releases.get', { id: releaseId })).notes).toBe('Later');
    const again = await test.refused('edits.undo', { command: first?.command }, as);
    expect(again.message).toContain('is undone already');
  });

  it('end with a new edit: what was undone before is not done again', async () => {
    const stage = await begin();
    const { test, as } = stage;
    const { id } = await anItem(stage);
    await test.call('scope.update', { id, title: 'First' }, as);
    await test.call('edits.undo', {}, as);
    await test.call('scope.update', { id, note: 'Something else' }, as);
    expect((await test.call('edits.state', {}, as)).redo).toEqual([]);
    expect((await test.refused('edits.redo', {}, as)).message).toContain('nothing to do again');
  });

  it('keep the gates a release needs when two people add what asks for them', async () => {
    const stage = await begin();
    const { test, cast, as } = stage;
    const base = { serviceId: cast.checkout.id, version: '2026.11.1' };
    const hotfix = await aRelease(test, cast, { type: 'hotfix', components: [base] }, cast.jon.id);
    const ledger = await test.call('services.save', { name: 'ledger', financial: true }, as);
    const first = { ...base, id: hotfix.components[0]?.id };
    const paid = { serviceId: cast.payments.id, version: '4.2.1' };
    const booked = { serviceId: ledger.id, version: '1.0.0' };
    const keys = async () =>
      (await test.call('gates.list', { releaseId: hotfix.id })).map(({ key }) => key).sort();
    const { components } = await test.call(
      'releases.update',
      { id: hotfix.id, components: [first, paid] },
      as,
    );
    const asked = await keys();
    const given = components.map(({ rev, ...one }) => one);
    await test.call(
      'releases.update',
      { id: hotfix.id, components: [...given, booked] },
      cast.ana.id,
    );
    await test.call('edits.undo', {}, as);
    const now = await test.call('releases.get', { id: hotfix.id });
    expect(now.components.map(({ serviceId }) => serviceId)).not.toContain(cast.payments.id);
    expect(await keys()).toEqual(asked);
    await verified(stage);
  });

  it('begin anew on a copy of the file, which is another device', async () => {
    const stage = await begin();
    const { test, as, path } = stage;
    const { id } = await anItem(stage);
    await test.call('scope.update', { id, title: 'Mine' }, as);
    await test.call('workspace.close', {});
    const copy = join(test.folder, 'Copy.slipway');
    copyFileSync(path, copy);
    await test.call('workspace.open', { path: copy });
    expect(await test.call('edits.state', {}, as)).toMatchObject({ undo: [], redo: [] });
    expect((await test.refused('edits.undo', {}, as)).message).toMatch(
      /nothing of yours on this device to undo.*history/,
    );
  });
});
