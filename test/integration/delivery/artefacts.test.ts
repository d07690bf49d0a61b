import { describe, expect, it } from 'vitest';
import { anImage, digestOf } from '../../support/servers/registry.ts';
import { mapServices } from './artefacts.ts';
import { startRegistry } from './registry.ts';

describe('The list of artefacts', () => {
  it('is narrowed by connection, name and text, in pages, the newest first', async () => {
    const dated = (of: string, day: string) => anImage(of, `2026-02-${day}T10:00:00Z`);
    const { test, connection, sync } = await startRegistry(
      {
        'acme/api': { '4.2.0': dated('1', '03'), '4.1.0': dated('2', '01') },
        web: { '1.0.0': dated('3', '02'), edge: anImage('4', 'no date') },
      },
      { repository: 'acme/api, web' },
    );
    await sync();
    const list = async (input: Parameters<typeof test.call<'artefacts.list'>>[1]) => {
      const { artefacts, total } = await test.call('artefacts.list', input);
      return [total, ...artefacts.map(({ name, version }) => `${name}:${version}`)];
    };
    const all = [4, 'acme/api:4.2.0', 'web:1.0.0', 'acme/api:4.1.0', 'web:edge'];
    expect(await list({})).toEqual(all);
    expect(await list({ connectionId: connection.id })).toEqual(all);
    expect(await list({ limit: 2, offset: 2 })).toEqual([4, ...all.slice(3)]);
    expect(await list({ name: 'web' })).toEqual([2, 'web:1.0.0', 'web:edge']);
    expect(await list({ text: 'API' })).toEqual([2, 'acme/api:4.2.0', 'acme/api:4.1.0']);
    expect(await list({ text: '4.1' })).toEqual([1, 'acme/api:4.1.0']);
    const digest = digestOf(dated('3', '02')).slice(7, 27).toUpperCase();
    expect(await list({ text: digest })).toEqual([1, 'web:1.0.0']);
    // A sign that stands for others in patterns stands for itself.
    expect(await list({ text: '%' })).toEqual([0]);
  });

  it('says which service a name is mapped to, and from when on a version is gone', async () => {
    const { test, cast, connection, registry, sync, artefacts } = await startRegistry({
      'acme/api': { '4.2.0': anImage('1'), '4.1.0': anImage('2') },
    });
    await mapServices(test, connection.id, [{ name: 'acme/api', serviceId: cast.payments.id }]);
    await sync();
    delete registry.repositories['acme/api']?.['4.1.0'];
    test.advance(3_600_000);
    await sync();
    const found = (await artefacts()).map(({ version, goneAt, serviceId }) => ({
      ...{ version, goneAt, serviceId },
    }));
    expect(found).toEqual([
      { version: '4.1.0', goneAt: '2026-11-24T10:20:00.000Z', serviceId: cast.payments.id },
      { version: '4.2.0', goneAt: null, serviceId: cast.payments.id },
    ]);
  });
});
