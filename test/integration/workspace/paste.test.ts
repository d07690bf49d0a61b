import { describe, expect, it } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const hostile = '<b onclick=x>\u202e=cmd|calc';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const names = async () => (await test.call('people.list', {})).people.map(({ name }) => name);
  return { test, cast, names };
}

describe('a pasted list of people', () => {
  it('adds and changes in one step, which undo takes back', async () => {
    const { test, cast, names } = await start();
    const before = await names();
    const saved = await test.call('people.paste', {
      rows: [
        { name: hostile, email: 'new@harbour.example', roles: ['qa-lead'] },
        { id: cast.jon.id, rev: cast.jon.rev, name: 'Jon A. Bell', roles: ['qa-lead'] },
      ],
    });
    expect(saved.map(({ name }) => name)).toEqual([hostile, 'Jon A. Bell']);
    expect(await names()).toEqual(expect.arrayContaining([hostile, 'Jon A. Bell']));
    await test.call('edits.undo', {});
    expect(await names()).toEqual(before);
  });

  it('is taken whole or not at all, and says by its number which row is wrong', async () => {
    const { test, cast, names } = await start();
    const before = await names();
    const refused = await test.refused('people.paste', {
      rows: [
        { name: 'Fine' },
        { name: '', roles: ['wizard'] },
        { name: 'No', email: 'nowhere' },
        { name: 'Wizard', roles: ['wizard'] },
        { id: cast.jon.id, name: 'Jon' },
        { id: cast.jon.id, name: 'Jon again' },
      ],
    });
    expect(refused.message).toContain('Row 2: name is empty');
    expect(refused.fields).toMatchObject({
      'rows.2.email': 'is not an e-mail address',
      'rows.3.roles': 'names wizard, which is no role here',
      'rows.5.id': 'is nobody here, or stands twice',
    });
    expect(await names()).toEqual(before);
    const many = Array.from({ length: 501 }, () => ({ name: 'Many' }));
    expect((await test.refused('people.paste', { rows: many })).message).toContain('500 rows');
    expect((await test.refused('people.paste', { rows: [] })).message).toContain('has no rows');
  });

  it('does not overwrite what somebody changed since it was looked at', async () => {
    const { test, cast, names } = await start();
    await test.call('people.save', { id: cast.jon.id, name: 'Jon B.', roles: [] }, cast.ana.id);
    const refused = await test.refused('people.paste', {
      rows: [{ name: 'Fine' }, { id: cast.jon.id, rev: cast.jon.rev, name: 'Jon C.' }],
    });
    expect(refused.code).toBe('conflict');
    expect(await names()).not.toContain('Fine');
  });
});

describe('pasted services and environments', () => {
  it('are added and changed, and checked as single ones are', async () => {
    const { test, cast } = await start();
    const { payments } = cast;
    await test.call('services.paste', {
      rows: [
        { name: 'ledger', criticality: 'critical', ownerIds: [cast.jon.id] },
        { id: payments.id, rev: payments.rev, name: payments.name, financial: false },
      ],
    });
    const services = await test.call('services.list', {});
    expect(services.map(({ name, financial }) => [name, financial])).toEqual(
      expect.arrayContaining([
        ['ledger', false],
        ['payments-api', false],
      ]),
    );
    const refused = await test.refused('services.paste', {
      rows: [
        { name: 'a', ownerIds: ['nobody'] },
        { name: 'b', versionScheme: { kind: 'pattern', pattern: '[' } },
      ],
    });
    expect(Object.keys(refused.fields ?? {})).toEqual([
      'rows.0.ownerIds.0',
      'rows.1.versionScheme',
    ]);
    await test.call('edits.undo', {});
    expect((await test.call('services.list', {})).map(({ name }) => name)).not.toContain('ledger');
  });

  it('stand in their order behind those that are there', async () => {
    const { test, cast } = await start();
    await test.call('environments.paste', {
      rows: [
        { name: 'prod-us', kind: 'production' },
        { id: cast.staging.id, name: 'staging', kind: 'staging', region: 'eu' },
        { name: 'prod-asia', kind: 'production' },
      ],
    });
    const list = await test.call('environments.list', {});
    expect(list.map(({ name }) => name)).toEqual(['staging', 'prod-eu', 'prod-us', 'prod-asia']);
    const refused = await test.refused('environments.paste', {
      rows: [{ name: 'x', kind: 'test', region: 'r'.repeat(61) }],
    });
    expect(refused.fields).toHaveProperty('rows.0.region');
    await test.call('edits.undo', {});
    expect(await test.call('environments.list', {})).toHaveLength(2);
  });
});
