import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const nobody = '0190a0a0-0000-7000-8000-0000000000ff';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const release = await aRelease(test, cast);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const add = (more: Partial<Input<'stakeholders.save'>>) =>
    test.call('stakeholders.save', { releaseId: release.id, ...more });
  const names = async () =>
    (await test.call('stakeholders.list', { releaseId: release.id })).map(({ name }) => name);
  return { test, cast, release, add, names };
}

describe('a stakeholder', () => {
  it('is a person of the workspace, by the name they have now, or somebody from outside', async () => {
    const { test, cast, add, names } = await start();
    const jon = await add({ personId: cast.jon.id });
    expect(jon).toMatchObject({ name: 'Jon Bell', involvement: 'informed', contact: '' });
    const interest = 'Signs the contract for the new acquirer';
    await add({ name: 'Dr. Lea Brandt', interest, involvement: 'consulted', contact: '+49 30 1' });
    expect(await names()).toEqual(['Dr. Lea Brandt', 'Jon Bell']);
    const { id, rev, roles } = cast.jon;
    await test.call('people.save', { id, rev, name: 'Jonathan Bell', roles });
    expect(await names()).toEqual(['Dr. Lea Brandt', 'Jonathan Bell']);
  });

  it('is refused without a name, twice, or as somebody nobody knows', async () => {
    const { test, cast, release, add, names } = await start();
    const refused = (input: object) =>
      test.refused('stakeholders.save', { releaseId: release.id, ...input });
    expect((await refused({})).fields).toHaveProperty('name');
    expect((await refused({ personId: nobody })).fields).toHaveProperty('personId');
    expect((await refused({ name: 'x'.repeat(5000) })).message).toContain('200 characters');
    expect((await refused({ name: 'A', interest: 'x'.repeat(501) })).message).toContain('shorten');
    expect((await refused({ name: 'A', contact: 'a\nb' })).message).toContain('line break');
    await add({ personId: cast.jon.id });
    expect((await refused({ personId: cast.jon.id })).message).toContain(
      'Jon Bell is a stakeholder',
    );
    const outside = await add({ name: 'Lea' });
    const twice = { id: outside.id, personId: cast.jon.id };
    expect((await test.refused('stakeholders.save', twice)).code).toBe('conflict');
    expect(await names()).toEqual(['Jon Bell', 'Lea']);
  });

  it('is changed, taken off and brought back by undo; hostile text stays text', async () => {
    const { test, release, add, names } = await start();
    const hostile = '=1+1 <b>Lea</b> \u202Eשלום';
    const { id, rev } = await add({ name: hostile, interest: hostile, contact: hostile });
    const changed = await test.call('stakeholders.save', { id, rev, involvement: 'consulted' });
    expect(changed).toMatchObject({ name: hostile, involvement: 'consulted' });
    const stale = { id, rev, involvement: 'informed' };
    expect((await test.refused('stakeholders.save', stale)).code).toBe('conflict');
    await test.call('stakeholders.remove', { id });
    expect(await names()).toEqual([]);
    await test.call('edits.undo', {});
    expect(await names()).toEqual([hostile]);
    const { text } = await test.call('reports.dossier', { releaseId: release.id });
    expect(text).toContain('&lt;b&gt;Lea&lt;/b&gt;');
    const startAt = '2026-12-15T22:00:00.000Z';
    const copy = await test.call('releases.copy', { id: release.id, name: 'Copy', startAt });
    const copied = await test.call('stakeholders.list', { releaseId: copy.id });
    expect(copied).toMatchObject([{ name: hostile, involvement: 'consulted' }]);
  });

  it('of a closed release stays', async () => {
    const { test, release, add } = await start();
    const { id } = await add({ name: 'Lea' });
    await test.call('releases.cancel', { id: release.id, reason: 'Not needed' });
    for (const refused of [
      await test.refused('stakeholders.save', { id, name: 'Leo' }),
      await test.refused('stakeholders.save', { releaseId: release.id, name: 'Leo' }),
      await test.refused('stakeholders.remove', { id }),
    ]) {
      expect(refused.message).toContain('Payments 4.2 is closed');
    }
  });
});
