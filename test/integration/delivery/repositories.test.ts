import { describe, expect, it } from 'vitest';
import * as faults from '../../support/servers/faults.ts';
import { listedFile } from '../../support/servers/artifactory.ts';
import { addressed, anImageVersion } from '../../support/servers/github-packages.ts';
import { aComponent } from '../../support/servers/nexus.ts';
import { importedFromFile } from './artefacts.ts';
import { secret, startArtifactory, startNexus, startPackages, token } from './repositories.ts';

const someVersions = (count: number) => Array.from({ length: count }, (_, n) => `1.0.${n}`);

describe('A sync with Nexus', () => {
  it('reads page after page, each once, where pages shift and an empty one goes on', async () => {
    const components = someVersions(40).map((each) => aComponent(each));
    const { server, sync, artefacts } = await startNexus(components);
    server.emptyEnd = true;
    server.behaviour.afterPage = (page) => {
      if (page === 2) server.components.splice(3, 1);
      if (page === 3) server.components.push(aComponent('2.0.0'));
    };
    expect(await sync()).toMatchObject({ added: 41, rejected: 0 });
    server.behaviour.afterPage = () => undefined;
    expect(await sync()).toMatchObject({ added: 0, updated: 1, unchanged: 40 });
    const gone = (await artefacts()).filter(({ goneAt }) => goneAt !== null);
    expect(gone.map(({ version }) => version)).toEqual(['1.0.3']);
  });

  it('goes on beyond the usual number of pages: its own are small', async () => {
    const { server, sync } = await startNexus(someVersions(250).map((each) => aComponent(each)));
    server.pageSize = 1;
    expect(await sync()).toMatchObject({ added: 250 });
  });

  it('takes a version with another digest for another artefact, and the one before for gone', async () => {
    const { server, sync, artefacts } = await startNexus([aComponent('1.0')]);
    await sync();
    const { assets } = aComponent('other');
    server.components[0] = aComponent('1.0', { assets });
    expect(await sync()).toMatchObject({ added: 1, updated: 1 });
    const [one, other] = await artefacts();
    expect(one?.digest).not.toBe(other?.digest);
    expect([one?.goneAt, other?.goneAt].filter((at) => at === null)).toHaveLength(1);
  });

  it('warns of a bad row with its place, and takes nothing for gone meanwhile', async () => {
    const { server, sync, artefacts } = await startNexus(
      [
        aComponent('1.0', { repository: 'releases' }),
        aComponent('x', { name: null }),
        aComponent('größe/ü', { group: null, format: 'raw' }),
        aComponent('1.0', { repository: 'images', group: null, assets: null }),
      ],
      'releases, images',
    );
    server.repositories.push('images');
    const first = await sync();
    expect(first).toMatchObject({ added: 3, rejected: 1 });
    expect(first.warnings[0]?.at).toBe('releases, page 1, items[1]');
    server.components.splice(0, 1);
    await sync();
    expect((await artefacts()).every(({ goneAt }) => goneAt === null)).toBe(true);
    expect((await artefacts()).map(({ externalId }) => externalId.split('@')[0])).toEqual([
      'images/shop:1.0',
      'releases/com.acme:shop:1.0',
      'releases/shop:größe/ü',
    ]);
  });

  it('is the same from an exported file, and says what it reached', async () => {
    const components = someVersions(12).map((each) => aComponent(each));
    const started = await startNexus(components);
    const { test, connection, place } = started;
    await started.sync();
    const pages = [
      { items: components.slice(0, 10), continuationToken: '1.0.9' },
      { items: components.slice(10), continuationToken: null },
    ];
    const { artefacts } = await importedFromFile(place, pages, started);
    expect(artefacts).toEqual(await started.artefacts());
    const reached = { repository: 'releases', workflows: [], notes: [] };
    expect(await test.call('connections.test', { id: connection.id })).toEqual(reached);
    started.server.components.length = 0;
    const { notes } = await test.call('connections.test', { id: connection.id });
    expect(notes).toEqual([
      'releases shows no component; it is empty, or the user may not see them',
    ]);
  });
});

describe('A sync with Artifactory', () => {
  const files = () => [
    { path: 'libs/com/acme/shop/1.2.0/shop-1.2.0.jar' },
    { path: 'libs/com/acme/shop/1.2.0/shop-1.2.0.pom' },
    { path: 'libs/acme/api/4.2.0/manifest.json', sha256: 'a'.repeat(64) },
    { path: `libs/acme/api/4.2.0/sha256__${'b'.repeat(64)}` },
    { path: 'libs/werkzeug/größe ü-1.0.tgz' },
  ];
  const named = ['libs/acme/api:4.2.0', 'libs/com/acme/shop:1.2.0', 'libs/werkzeug/größe ü:1.0'];

  it('reads all files below a folder in one question, without layers and companions', async () => {
    const started = await startArtifactory(files());
    const { sync, artefacts, server, place } = started;
    expect(await sync()).toMatchObject({ added: 3, rejected: 0 });
    expect(server.requests).toHaveLength(1);
    const rows = await artefacts();
    expect(rows.map(({ externalId }) => externalId.split('@')[0])).toEqual(named);
    expect(rows[0]).toMatchObject({ name: 'acme/api', digest: `sha256:${'a'.repeat(64)}` });
    server.files.splice(0, 2);
    expect(await sync()).toMatchObject({ updated: 1, unchanged: 2 });

    server.files.push(...files().slice(0, 2));
    await sync();
    const uri = `${server.baseUrl}/api/storage/libs`;
    const exported = { uri, files: server.files.map((each) => listedFile(each, 'libs')) };
    const fromFile = await importedFromFile(place, exported, started);
    expect(fromFile.artefacts).toEqual(await artefacts());
  });

  it('walks from folder to folder where an edition has no lists, and never out of them', async () => {
    const { sync, artefacts, server } = await startArtifactory(files(), { repository: '/libs/' });
    server.isPro = false;
    server.oddChildren = [{ uri: '/..' }, { uri: '/../../system', folder: true }, 7, { uri: '/' }];
    expect(await sync()).toMatchObject({ added: 3, rejected: 0 });
    expect((await artefacts()).map(({ externalId }) => externalId.split('@')[0])).toEqual(named);
    expect(server.requests.every(({ path }) => path.includes('/api/storage/libs'))).toBe(true);
    server.files.splice(2, 1);
    expect(await sync()).toMatchObject({ updated: 1, unchanged: 2 });
  });

  it.each([
    ['a user and password', token, ['authorization', `Basic ${btoa(token)}`]],
    ['a key of the old kind', `AKC${secret}`, ['x-jfrog-art-api', `AKC${secret}`]],
  ] as const)('takes %s', async (_what, given, [header, value]) => {
    const sentAs = (): [string, string] => [header, value];
    const { sync } = await startArtifactory(files(), { given, sentAs });
    expect(await sync()).toMatchObject({ added: 3 });
  });

  it.each(['libs/../system', '../system', 'libs?x', 'libs%2F..', 'libs\\x'])(
    'takes %s for no place before anything is sent',
    async (repository) => {
      const { test, connection, server } = await startArtifactory([]);
      const refused = await test.refused('connections.test', { id: connection.id, repository });
      expect(refused.fields?.['repository']).toContain('is no name that can be read');
      expect(server.requests).toEqual([]);
    },
  );
});

describe('A sync with GitHub Packages', () => {
  const versions = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      anImageVersion((count - n).toString(16), [`1.0.${count - n}`]),
    );

  it('brings the versions of every page, by digest, with the tag that tells', async () => {
    const { server, sync, artefacts } = await startPackages({ 'container/shop': versions(200) });
    server.behaviour.links = 'relative';
    server.behaviour.afterPage = (page) => {
      if (page === 1) server.packages['container/shop']?.unshift(anImageVersion('fff', ['2.0']));
    };
    expect(await sync()).toMatchObject({ added: 200, rejected: 0 });
    server.behaviour.afterPage = () => undefined;
    expect(await sync()).toMatchObject({ added: 1 });
    const newest = (await artefacts()).find(({ version }) => version === '2.0');
    expect(newest).toMatchObject({ name: 'shop', digest: `sha256:${'fff'.padStart(64, '0')}` });
  });

  it('reads no body of what is unchanged, and yet knows what is gone', async () => {
    const { server, sync, artefacts } = await startPackages(
      {
        'container/shop': versions(250),
        'container/web': versions(3).map((each) => ({ ...each, ...addressed('container', 'web') })),
      },
      'acme/container',
    );
    expect(await sync()).toMatchObject({ added: 253 });
    server.requests.length = 0;
    expect(await sync()).toMatchObject({ added: 0, updated: 0, unchanged: 253 });
    const conditional = server.requests.filter(({ headers }) => headers['if-none-match']);
    expect(conditional).toHaveLength(4);
    expect(server.requests).toHaveLength(5);
    // The last of the third page: the two before it are as they were.
    server.packages['container/shop']?.pop();
    expect(await sync()).toMatchObject({ added: 0, updated: 1 });
    delete server.packages['container/web'];
    expect(await sync()).toMatchObject({ added: 0, updated: 3 });
    const gone = (await artefacts()).filter(({ goneAt }) => goneAt !== null);
    expect(gone.map(({ name }) => name).toSorted()).toEqual(['shop', 'web', 'web', 'web']);
  });

  it('finds the packages of a person, slashes in names, and other types by their version', async () => {
    const npm = { id: 1, name: '1.2.0', metadata: { package_type: 'npm' }, created_at: null };
    const { server, sync, artefacts } = await startPackages(
      { 'container/shop/api': [anImageVersion('1', [])], 'npm/web': [npm], 'npm/other': [npm] },
      'acme/container/shop/api, acme/npm/web',
    );
    server.owners = 'users';
    expect(await sync()).toMatchObject({ added: 2, rejected: 0 });
    expect(await artefacts()).toMatchObject([
      { name: 'shop/api', version: `sha256:${'1'.padStart(64, '0')}` },
      { name: 'web', version: '1.2.0', digest: null, publishedAt: null },
    ]);
    expect(server.requests.some(({ path }) => path.endsWith('/container/shop%2Fapi'))).toBe(true);
  });

  it('moves a tag from one digest to the other, both of which are there', async () => {
    const [two, one] = [anImageVersion('2', []), anImageVersion('1', ['4.2.0', 'latest'])];
    const { server, sync, artefacts } = await startPackages({ 'container/shop': [two, one] });
    await sync();
    server.packages['container/shop'] = [anImageVersion('2', ['4.2.0']), anImageVersion('1', [])];
    expect(await sync()).toMatchObject({ added: 0, updated: 2 });
    const found = (await artefacts()).map(({ version, digest }) => [version, digest?.at(-1)]);
    expect(found).toEqual([
      [`sha256:${'1'.padStart(64, '0')}`, '1'],
      ['4.2.0', '2'],
    ]);
  });

  it('is the same from an exported file, warns of a bad row, and is asked with few rights', async () => {
    const own = addressed('container', 'shop');
    const rows = [...versions(3), { ...anImageVersion('9', []), name: null }];
    const started = await startPackages({ 'container/shop': rows });
    const { test, connection, server, place } = started;
    const { warnings } = await started.sync();
    expect(warnings[0]?.at).toBe('shop, [3]');
    const exported = rows.map((each) => ({ ...own, ...each }));
    const { artefacts } = await importedFromFile(place, exported, started);
    expect(artefacts).toEqual(await started.artefacts());
    server.scopes = 'repo, read:packages';
    const { notes } = await test.call('connections.test', { id: connection.id });
    expect(notes).toEqual([expect.stringContaining('may also write (repo)')]);
  });

  it('says who wants single sign-on', async () => {
    const { server, test, connection } = await startPackages({});
    server.fail(faults.singleSignOn, { times: 5 });
    const { message } = await test.refused('connections.test', { id: connection.id });
    expect(message).toContain('acme wants single sign-on for this token (403)');
  });

  it.each(['acme', 'acme/shop', 'acme/container/..', 'ac me/npm', 'acme/npm/%2e'])(
    'takes %s for no place before anything is sent',
    async (repository) => {
      const { test, connection, server } = await startPackages({});
      const refused = await test.refused('connections.test', { id: connection.id, repository });
      expect(refused.fields?.['repository']).toContain('is no name that can be read');
      expect(server.requests).toEqual([]);
    },
  );
});
