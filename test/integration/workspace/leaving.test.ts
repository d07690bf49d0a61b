import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const leftOn = '2026-11-20';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const release = await aRelease(test, cast, { ownerId: cast.jon.id });
  const releaseId = release.id;
  const peer = async () => {
    const gates = await test.call('gates.list', { releaseId });
    const gate = gates.find(({ key }) => key === 'peer-review');
    if (gate === undefined) throw new Error('No peer review');
    return gate;
  };
  return { test, cast, release, releaseId, peer };
}

describe('somebody who left', () => {
  it('keeps what they decided and own, which is listed to be handed over', async () => {
    const { test, cast, releaseId, peer } = await start();
    await test.call('risks.add', {
      ...{ releaseId, title: 'Ledger drifts', likelihood: 2, impact: 2, ownerId: cast.jon.id },
    });
    await test.call('scope.add', { releaseId, title: 'Refunds', ownerId: cast.jon.id });
    const { payments } = cast;
    await test.call('services.save', {
      ...{ id: payments.id, name: payments.name, ownerIds: [cast.jon.id] },
    });
    await test.call('approvals.decide', { gateId: (await peer()).id, outcome: 'go' }, cast.jon.id);
    const left = await test.call('people.leave', { id: cast.jon.id, leftOn });
    expect(left.person.leftOn).toBe(leftOn);
    const inWords = left.held.map(({ kind, label, release }) => `${kind} ${label} ${release}`);
    expect(inWords).toEqual([
      'release Payments 4.2 Payments 4.2',
      'role Development lead Payments 4.2',
      'risk Ledger drifts Payments 4.2',
      'scope-item Refunds Payments 4.2',
      'service payments-api null',
    ]);
    expect(await test.call('people.held', { id: cast.jon.id })).toEqual(left.held);
    expect(await peer()).toMatchObject({
      ...{ status: 'passed', decisions: [{ decidedById: cast.jon.id, withdrawn: null }] },
    });
    const { ownerId } = await test.call('releases.get', { id: releaseId });
    expect(ownerId).toBe(cast.jon.id);
  });

  it('is waited for at no gate and seated by no template', async () => {
    const { test, cast, peer } = await start();
    expect((await peer()).seats[0]?.personIds).toEqual([cast.jon.id]);
    await test.call('people.leave', { id: cast.jon.id, leftOn });
    const open = await peer();
    expect(open.seats[0]?.personIds).toEqual([]);
    expect(open.summary).toContain('nobody');
    const fresh = await aRelease(test, cast, { name: 'Payments 4.3' });
    expect(fresh.roles.find(({ roleKey }) => roleKey === 'development-lead')?.personId).toBeNull();
  });

  it('is chosen for nothing new, while a change of something else leaves them', async () => {
    const { test, cast, release } = await start();
    await test.call('people.leave', { id: cast.jon.id, leftOn });
    await test.call('releases.update', { id: release.id, notes: 'Read', roles: release.roles });
    const refused = await test.refused('releases.create', {
      ...{ name: 'Late', type: 'patch', ownerId: cast.jon.id },
    });
    expect(refused.message).toContain('Jon Bell left on 2026-11-20; choose somebody who is here');
    await test.call('people.leave', { id: cast.iris.id, leftOn });
    const roles = [{ roleKey: 'qa-lead', personId: cast.iris.id }];
    const seat = await test.refused('releases.update', { id: release.id, roles });
    expect(seat.fields).toHaveProperty('roles.0.personId');
  });

  it('works here no more, until they are back', async () => {
    const { test, cast } = await start();
    await test.call('people.leave', { id: cast.jon.id, leftOn });
    const acting = await test.refused('people.save', { name: 'New' }, cast.jon.id);
    expect(acting).toMatchObject({ code: 'forbidden' });
    expect(acting.message).toContain('Jon Bell left on 2026-11-20');
    expect((await test.refused('workspace.actAs', { personId: cast.jon.id })).code).toBe(
      'forbidden',
    );
    const back = await test.call('people.return', { id: cast.jon.id });
    expect(back.leftOn).toBeNull();
    await test.call('people.save', { name: 'New' }, cast.jon.id);
  });

  it('is no longer the one chosen on a device where they worked', async () => {
    const { test, cast } = await start();
    await test.call('people.leave', { id: cast.mara.id, leftOn }, cast.jon.id);
    expect((await test.call('workspace.state', {})).open?.actingAs).toBeNull();
  });

  it('is back by undo, and left again by redo', async () => {
    const { test, cast } = await start();
    const state = async () =>
      (await test.call('people.list', {})).people.find(({ id }) => id === cast.jon.id)?.leftOn;
    await test.call('people.leave', { id: cast.jon.id, leftOn });
    await test.call('edits.undo', {});
    expect(await state()).toBeNull();
    await test.call('edits.redo', {});
    expect(await state()).toBe(leftOn);
  });

  it('is neither the one who works here, nor the last, nor to leave tomorrow', async () => {
    const { test, cast } = await start();
    const own = await test.refused('people.leave', { id: cast.mara.id, leftOn });
    expect(own.message).toContain('Mara Okafor is who works here');
    const ahead = await test.refused('people.leave', { id: cast.jon.id, leftOn: '2026-11-25' });
    expect(ahead.fields).toHaveProperty('leftOn');
    const own2 = await test.refused('people.remove', { id: cast.mara.id });
    expect(own2.message).toContain('cannot be removed');
  });
});

describe('somebody entered in error', () => {
  it('is removed, their teams let go of them, and undo brings both back', async () => {
    const { test } = await start();
    const wrong = await test.call('people.save', { name: 'Jno Blel' });
    const memberIds = [wrong.id];
    const team = await test.call('teams.save', { name: 'Ledger', memberIds });
    expect(await test.call('people.remove', { id: wrong.id })).toMatchObject({ name: 'Jno Blel' });
    const members = async () => (await test.call('teams.list', {}))[0]?.memberIds;
    expect(await members()).toEqual([]);
    await test.call('edits.undo', {});
    expect(await members()).toEqual(memberIds);
    expect(team.memberIds).toEqual(memberIds);
    expect((await test.call('people.list', {})).people.map(({ id }) => id)).toContain(wrong.id);
  });

  it('is not removed once they decided or own anything, with what names them', async () => {
    const { test, cast, peer } = await start();
    await test.call('approvals.decide', { gateId: (await peer()).id, outcome: 'go' }, cast.jon.id);
    const refused = await test.refused('people.remove', { id: cast.jon.id });
    expect(refused.message).toMatch(/Jon Bell is named by .*1 release/);
    expect(refused.message).toContain('1 decision');
    expect(refused.message).toContain('the history of what they did here');
    expect(refused.message).toContain('Record that they left instead');
    const { checkout } = cast;
    await test.call('services.save', {
      ...{ id: checkout.id, name: 'checkout', ownerIds: [cast.iris.id] },
      versionScheme: checkout.versionScheme,
    });
    const owner = await test.refused('people.remove', { id: cast.iris.id });
    expect(owner.message).toContain('1 service');
    expect((await test.refused('people.remove', { id: checkout.id })).code).toBe('not_found');
  });
});
