import { describe, expect, it } from 'vitest';
import { aBuild } from '../../support/servers/azure-devops.ts';
import { azureToken, someBuilds, startAzure } from './azure.ts';

describe('A test of a connection to Azure DevOps', () => {
  it('says what was reached, with all definitions by folder', async () => {
    const { azure, test, connection } = await startAzure([]);
    azure.definitions.unshift({ id: 9, name: 'größe', path: '\\payments\\api' });
    azure.pageSize = 1;
    expect(await test.call('connections.test', { id: connection.id })).toEqual({
      repository: 'Shop',
      workflows: [
        { workflow: '\\payments\\api\\größe', name: 'größe' },
        { workflow: 'shop', name: 'shop' },
      ],
      notes: [],
    });
  });

  it('says what to look at where no definition is seen', async () => {
    const { azure, test, connection } = await startAzure([]);
    azure.definitions.length = 0;
    const { workflows, notes } = await test.call('connections.test', { id: connection.id });
    expect(workflows).toEqual([]);
    expect(notes).toEqual([expect.stringContaining('the permission “View builds”')]);
  });

  it('says that a project has another name now', async () => {
    const { azure, test, connection } = await startAzure([]);
    const input = { id: connection.id, repository: azure.project.id };
    expect((await test.call('connections.test', input)).notes).toEqual([]);
    azure.definitions = [];
    const renamed = [{ name: 'shop', path: '\\', project: { id: 'p', name: 'Store' } }];
    azure.fail(
      ({ response }) =>
        void response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ count: 1, value: renamed })),
      { to: /definitions/ },
    );
    const { notes } = await test.call('connections.test', { id: connection.id });
    expect(notes).toEqual(['The project is now called Store. Change the name here too']);
  });

  it('says that without a token only public projects are seen', async () => {
    const { azure, test } = await startAzure([], { token: null });
    const input = { baseUrl: azure.baseUrl, repository: 'Shop' };
    const found = await test.call('connections.test', { ...input, provider: 'azure-devops' });
    expect(found.notes).toEqual([expect.stringContaining('only public projects')]);
  });

  it('sends a token of Entra as a bearer’s', async () => {
    const { azure, test, connection } = await startAzure([]);
    const token = 'eyJ0eXAiOiJKV1QifQ.eyJhdWQiOiJ4In0.c2ln';
    await test.refused('connections.test', { id: connection.id, token });
    expect(azure.requests[0]?.headers.authorization).toBe(`Bearer ${token}`);
  });

  it('asks for a token where nobody is answered without one', async () => {
    const { azure, test } = await startAzure([]);
    const input = { baseUrl: azure.baseUrl, repository: 'Shop' };
    const refused = await test.refused('connections.test', { ...input, provider: 'azure-devops' });
    expect(refused.message).toContain('answers nobody without a token (401). Add one');
  });
});

describe('A place at Azure DevOps', () => {
  it('may have blanks, slashes and any letters in its names, and lie below a path', async () => {
    const names = {
      collection: '/tfs/Standard%20Sammlung',
      project: 'Größe & Maß'.replace('&', 'und'),
    };
    const { sync, runs, test, connection } = await startAzure(someBuilds(130), names);
    expect(await sync()).toMatchObject({ added: 130 });
    expect((await runs())[0]?.externalId).toMatch(/^6ce954b1-.*\/\d+$/);
    const { repository } = await test.call('connections.test', { id: connection.id });
    expect(repository).toBe('Größe und Maß');
  });

  it('on a server of 2020 is asked in the version that one speaks', async () => {
    const { azure, sync } = await startAzure(someBuilds(130));
    azure.version = 6;
    expect(await sync()).toMatchObject({ added: 130 });
    const versions = azure.requests.map(({ query }) => query.get('api-version'));
    // Its builds, and then its releases.
    expect(versions).toEqual(['7.1', '7.0', '6.0', '6.0', '7.1', '7.0', '6.0']);
  });

  it.each([
    (base: string) => ({ baseUrl: `${base}/Shop`, repository: 'Shop' }),
    (base: string) => ({ baseUrl: `${base}/shop/_build`, repository: 'Shop' }),
    (base: string) => ({ baseUrl: base, repository: `${base}/Shop/_git/api` }),
  ])('is taken from the pasted address of its project (%#)', async (pasted) => {
    const { azure, test, cast } = await startAzure([aBuild()]);
    const place = { provider: 'azure-devops' as const, ...pasted(azure.baseUrl) };
    const input = { ...place, name: 'Pasted', token: azureToken };
    const { id, repository } = await test.call('connections.save', input, cast.mara.id);
    expect(repository).toBe('Shop');
    expect(await test.call('connections.sync', { id }, cast.mara.id)).toMatchObject({ added: 1 });
  });

  it('is not saved with a token no header can carry', async () => {
    const { azure, test, cast } = await startAzure([]);
    const place = { provider: 'azure-devops', baseUrl: azure.baseUrl, repository: 'Shop' } as const;
    const input = { ...place, name: 'Shop', token: 'two words' };
    const refused = await test.refused('connections.save', input, cast.mara.id);
    expect(refused.fields?.['token']).toContain('no blanks');
  });

  it.each([
    [{ repository: 'acme/Shop' }, 'repository', 'is no project'],
    [{ repository: '..' }, 'repository', 'is no project'],
    [{ repository: 'Shop%2F..' }, 'repository', 'is no project'],
    [
      { repository: 'https://dev.azure.com/other/Shop' },
      'repository',
      'lies below https://dev.azure.com/other, the connection’s is',
    ],
    [{ baseUrl: 'https://dev.azure.com/' }, 'baseUrl', 'names no organisation'],
    [
      { baseUrl: 'https://dev.azure.com/acme/Store' },
      'baseUrl',
      'goes on to “Store”, which is not the project Shop. Type that of the organisation only: https://dev.azure.com/acme',
    ],
  ])('%j is refused before anything is sent', async (typed, field, words) => {
    const { azure, test, connection } = await startAzure([]);
    const refused = await test.refused('connections.test', { id: connection.id, ...typed });
    expect(refused.fields?.[field]).toContain(words);
    expect(azure.requests).toEqual([]);
  });
});
