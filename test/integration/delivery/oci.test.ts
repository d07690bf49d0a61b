import { describe, expect, it } from 'vitest';
import * as faults from '../../support/servers/faults.ts';
import { anImage, anIndex, digestOf } from '../../support/servers/registry.ts';
import { importedFromFile } from './artefacts.ts';
import { someTags, startRegistry } from './registry.ts';

describe('A sync with an OCI registry', () => {
  it('brings each tag with its digest, and the images of an index beside it', async () => {
    const index = anIndex();
    const { sync, artefacts, asked } = await startRegistry({
      'acme/api': { '4.2.0': index, '4.1.0': anImage() },
    });
    expect(await sync()).toMatchObject({ added: 4, updated: 0, rejected: 0 });
    const [older, ...newer] = await artefacts();
    expect(older).toMatchObject({
      ...{ name: 'acme/api', version: '4.1.0', digest: digestOf(anImage()), goneAt: null },
      ...{ size: 1234, publishedAt: '2026-02-01T10:00:00.000Z', serviceId: null },
    });
    expect(newer.map(({ version }) => version)).toEqual(['4.2.0', '4.2.0', '4.2.0']);
    expect(newer.map(({ digest }) => digest)).toContain(digestOf(index));
    // One token of the registry's own serves all that is asked of a repository.
    expect(asked(/^\/token$/)).toBe(1);
  });

  it('is none the worse for a repository without tags', async () => {
    const { sync, artefacts } = await startRegistry({ 'acme/api': {} });
    expect(await sync()).toMatchObject({ added: 0, rejected: 0 });
    expect(await artefacts()).toEqual([]);
  });

  it('reads every page, also where they shift meanwhile or nothing links them', async () => {
    const tags = someTags(230);
    const { registry, sync, artefacts } = await startRegistry({ 'acme/api': tags });
    registry.behaviour.afterPage = (page) => {
      if (page === 1) tags['0.9.0'] = anImage('late');
    };
    expect(await sync()).toMatchObject({ added: 230, rejected: 0 });
    registry.behaviour.afterPage = () => undefined;
    registry.linked = false;
    expect(await sync()).toMatchObject({ added: 1, updated: 0, rejected: 0 });
    delete tags['1.0.229'];
    // Whatever page size is asked for: all there is, every time, without a link.
    registry.pageSize = Number.POSITIVE_INFINITY;
    expect(await sync()).toMatchObject({ added: 0, updated: 1 });
    expect((await artefacts()).filter(({ goneAt }) => goneAt !== null)).toHaveLength(1);
  });

  it('asks no manifest of a known tag again, and looks at the newest only', async () => {
    const { sync, asked } = await startRegistry({ 'acme/api': someTags(130) });
    await sync();
    expect([asked(/manifests/), asked(/manifests/, 'HEAD')]).toEqual([130, 0]);
    expect(await sync()).toMatchObject({ added: 0, updated: 0, unchanged: 130 });
    expect([asked(/manifests/), asked(/manifests/, 'HEAD')]).toEqual([130, 100]);
    expect(asked(/manifests\/1\.0\.129$/, 'HEAD')).toBe(1);
    expect(asked(/manifests\/1\.0\.9$/, 'HEAD')).toBe(0);
  });

  it('takes a tag that moved for another artefact, and the one it was for gone', async () => {
    const tags = { '4.2.0': anImage('1'), latest: anImage('1') };
    const { registry, sync, artefacts } = await startRegistry({ 'acme/api': tags });
    await sync();
    registry.repositories['acme/api'] = { '4.2.0': anImage('2'), latest: anImage('1') };
    expect(await sync()).toMatchObject({ added: 1, updated: 1, unchanged: 1 });
    const moved = (await artefacts()).filter(({ version }) => version === '4.2.0');
    expect(new Map(moved.map(({ digest, goneAt }) => [digest, goneAt !== null]))).toEqual(
      new Map([
        [digestOf(anImage('1')), true],
        [digestOf(anImage('2')), false],
      ]),
    );
    // And back again: it is there as if it had never been away.
    registry.repositories['acme/api'] = tags;
    await sync();
    const back = (await artefacts()).find(
      ({ version, digest }) => version === '4.2.0' && digest === digestOf(anImage('1')),
    );
    expect(back?.goneAt).toBeNull();
  });

  it('reads the newest of very many, says so, and the rest next time', async () => {
    const { sync, artefacts } = await startRegistry({ 'acme/api': someTags(520) });
    const first = await sync();
    expect(first).toMatchObject({ added: 500, rejected: 1 });
    expect(first.warnings[0]?.reason).toBe('has 20 more new tags, which the next syncs read');
    expect((await artefacts()).some(({ version }) => version === '1.0.3')).toBe(false);
    expect(await sync()).toMatchObject({ added: 20, unchanged: 500, rejected: 0 });
  });

  it('reads several repositories, each with a token for itself, and drops one that is taken out', async () => {
    const started = await startRegistry(
      { 'acme/api': { '1.0.0': anImage('1') }, web: { '1.0.0': anImage('2') } },
      { repository: ' web ,acme/api, web,' },
    );
    const { test, cast, sync, artefacts, connection, registry, asked } = started;
    expect(connection.repository).toBe('web, acme/api');
    expect(await sync()).toMatchObject({ added: 2 });
    expect(asked(/^\/token$/)).toBe(2);
    const { id, name, baseUrl } = connection;
    await test.call('connections.save', { id, name, baseUrl, repository: 'web' }, cast.mara.id);
    await sync();
    const gone = (await artefacts()).filter(({ goneAt }) => goneAt !== null);
    expect(gone.map((each) => each.name)).toEqual(['acme/api']);
    expect(registry.requests.every(({ method }) => ['GET', 'HEAD'].includes(method))).toBe(true);
  });

  it('takes a new token when the one it was given ends on the way', async () => {
    const { registry, sync, asked } = await startRegistry({ 'acme/api': someTags(120) });
    registry.behaviour.afterPage = (page) => {
      if (page > 1) registry.issued = 'issued-2';
    };
    expect(await sync()).toMatchObject({ added: 120, rejected: 0 });
    // However many requests were under way, one of them fetched the new token.
    expect(asked(/^\/token$/)).toBe(2);
  });

  it.each([
    ['user and token themselves', { auth: 'basic' as const }],
    ['nothing, where everybody may pull', { token: null }],
  ])('asks with %s', async (_what, options) => {
    const { sync, asked } = await startRegistry({ 'acme/api': someTags(3) }, options);
    expect(await sync()).toMatchObject({ added: 3 });
    expect(asked(/^\/token$/)).toBe(0);
  });

  it('keeps what it has where a tag went in between, and says what is no manifest', async () => {
    const { registry, sync, artefacts } = await startRegistry({ 'acme/api': someTags(4) });
    registry.fail(faults.failure(404), { to: /manifests\/1\.0\.1/ });
    registry.fail(faults.body('[]'), { to: /manifests\/1\.0\.2/ });
    const { added, warnings } = await sync();
    expect(added).toBe(2);
    expect(warnings).toEqual([
      { at: 'acme/api:1.0.2', reason: 'expected a manifest, found a list' },
    ]);
    expect(await sync()).toMatchObject({ added: 2, rejected: 0 });
    expect(await artefacts()).toHaveLength(4);
  });

  it('goes by no digest where the registry tells none', async () => {
    const { registry, sync, artefacts, test, connection } = await startRegistry({
      'acme/api': someTags(1),
    });
    registry.digests = false;
    await sync();
    await sync();
    expect(await artefacts()).toMatchObject([{ version: '1.0.0', digest: null, goneAt: null }]);
    const { notes } = await test.call('connections.test', { id: connection.id });
    expect(notes[0]).toContain('is shown without a digest');
  });

  it('is right after it was cut off, cancelled or limited', async () => {
    const { registry, test, cast, connection, sync, refusedSync, artefacts } = await startRegistry({
      'acme/api': someTags(120),
    });
    registry.fail(faults.tooManyRequests('3600'), { times: 100, to: /manifests\/1\.0\.4$/ });
    expect((await refusedSync()).message).toContain('rate limited until');
    const some = (await artefacts()).length;
    expect(some).toBeGreaterThan(50);
    expect(some).toBeLessThan(120);
    registry.heal();
    const progressId = 'cancelled-sync';
    registry.fail(() => void test.call('progress.cancel', { id: progressId }), { to: /tags/ });
    const input = { id: connection.id, progressId };
    expect((await test.refused('connections.sync', input, cast.mara.id)).message).toBeTruthy();
    expect(await sync()).toMatchObject({ added: 120 - some, unchanged: some, updated: 0 });
    expect((await artefacts()).every(({ goneAt }) => goneAt === null)).toBe(true);
  });

  it('is the same from an exported file, row for row', async () => {
    const tags = { '4.2.0': anIndex(), '4.1.0': anImage() };
    const started = await startRegistry({ 'acme/api': tags });
    await started.sync();
    const exported = Object.entries(tags).map(([tag, manifest]) => ({
      ...{ name: 'acme/api', tag, digest: digestOf(manifest) },
      ...manifest,
    }));
    const { artefacts } = await importedFromFile(started.place, exported, started);
    expect(artefacts).toEqual(await started.artefacts());
  });
});
