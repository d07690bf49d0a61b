import { describe, expect, it } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const nobody = '0190a0a0-0000-7000-8000-0000000000ff';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const memberIds = [cast.jon.id, cast.jon.id, cast.ana.id];
  const team = await test.call('teams.save', { name: 'Ledger <b>', memberIds });
  const { payments } = cast;
  const service = await test.call('services.save', {
    ...{ id: payments.id, rev: payments.rev, name: payments.name, teamId: team.id },
  });
  return { test, cast, team, service };
}

describe('a team', () => {
  it('has a name and members, each once, and services name it', async () => {
    const { test, cast, team, service } = await start();
    expect(team.memberIds).toEqual([cast.jon.id, cast.ana.id]);
    expect(service.teamId).toBe(team.id);
    // A save that says nothing of the team leaves it.
    const again = await test.call('services.save', { id: service.id, name: 'payments' });
    expect(again.teamId).toBe(team.id);
  });

  it('is refused with unknown members or the name of another; so is a service with a team that is gone', async () => {
    const { test, team, service } = await start();
    const wrong = { name: 'LEDGER <B>', memberIds: [nobody] };
    const refused = await test.refused('teams.save', wrong);
    expect(Object.keys(refused.fields ?? {})).toEqual(['memberIds', 'name']);
    await test.call('teams.remove', { id: team.id });
    const gone = await test.refused('services.save', {
      ...{ id: service.id, name: 'payments', teamId: team.id },
    });
    expect(gone.message).toContain('it may have been removed, choose another one');
    const pasted = { name: 'x', teamId: team.id };
    const row = await test.refused('services.paste', { rows: [pasted] });
    expect(row.fields).toHaveProperty('rows.0.teamId');
    expect((await test.refused('teams.remove', { id: team.id })).code).toBe('not_found');
  });

  it('that is removed is let go of by its services, and both come back by undo', async () => {
    const { test, team, service } = await start();
    const teamOf = async () =>
      (await test.call('services.list', {})).find(({ id }) => id === service.id)?.teamId;
    expect(await test.call('teams.remove', { id: team.id })).toMatchObject({ services: 1 });
    expect(await teamOf()).toBeNull();
    await test.call('edits.undo', {});
    expect(await teamOf()).toBe(team.id);
    expect(await test.call('teams.list', {})).toMatchObject([{ id: team.id }]);
  });

  it('is not saved over what somebody changed meanwhile, nor undone while a service names it', async () => {
    const { test, cast, team } = await start();
    await test.call('teams.save', { id: team.id, name: 'Theirs', memberIds: [] }, cast.ana.id);
    const refused = await test.refused('teams.save', { id: team.id, rev: 1, name: 'Mine' });
    expect(refused.code).toBe('conflict');
    await test.call('edits.undo', {}, cast.ana.id);
    await test.call('edits.undo', {});
    await test.call(
      'services.save',
      {
        ...{ id: cast.checkout.id, name: 'checkout', teamId: team.id },
        versionScheme: cast.checkout.versionScheme,
      },
      cast.ana.id,
    );
    const named = await test.refused('edits.undo', {});
    expect(named.message).toContain('is named by the service checkout');
  });
});
