import { describe, expect, it } from 'vitest';
import { aDeployed, exported, goesOn } from '../../support/servers/octopus.ts';
import { reply } from '../../support/servers/reply.ts';
import { ago, octopusToken, startOctopus } from './octopus.ts';

const withoutId = ({ id: _id, ...rest }: { id: string }) => rest;

describe('A sync with Octopus Deploy', () => {
  it('of nothing is right, and asks little', async () => {
    const { sync, asked } = await startOctopus();
    expect(await sync()).toMatchObject({ added: 0, rejected: 0 });
    expect(asked()).toEqual(['deployments']);
  });

  it('imports every page, with those that shift meanwhile, and nothing twice', async () => {
    const { octopus, sync, told, asked } = await startOctopus(430);
    octopus.behaviour.afterPage = (page) => {
      if (page === 1) octopus.deployed.push(aDeployed(900, ago(0)));
    };
    expect(await sync()).toMatchObject({ added: 430, rejected: 0 });
    // Tasks and names come fifty a question, the names once.
    expect(asked().filter((of) => of === 'tasks')).toHaveLength(9);
    expect(asked().filter((of) => of === 'releases')).toHaveLength(1);
    octopus.behaviour.afterPage = () => undefined;
    expect(await sync()).toMatchObject({ added: 1, updated: 0 });
    octopus.requests.length = 0;
    expect(await sync()).toMatchObject({ added: 0, updated: 0, rejected: 0 });
    expect(octopus.requests.length).toBeLessThan(12);
    expect(await told()).toHaveLength(431);
  });

  it.each([30, 100])('goes on where the server gives %i a page', async (pageSize) => {
    const { octopus, sync } = await startOctopus(200);
    octopus.pageSize = pageSize;
    // A page of exactly the last rows has none after it.
    expect(await sync()).toMatchObject({ added: 200, rejected: 0 });
  });

  it('stores names people know, and the commit all packages were built from', async () => {
    const { octopus, sync, list } = await startOctopus();
    const commit = 'a91957a858320c0e17f3a0eca7cfacbff50ea29a';
    const built = { VcsCommitNumber: commit, Branch: 'feature/größe/ü' };
    octopus.deployed = [
      aDeployed(0, ago(1), {
        deployment: { Changes: [{ Version: '2.4.0', BuildInformation: [built, built] }] },
      }),
      aDeployed(1, ago(2), { deployment: { TenantId: 'Tenants-1' } }),
      aDeployed(2, ago(3), { deployment: { ProjectId: 'Projects-99', ReleaseId: 'Releases-99' } }),
    ];
    await sync();
    expect(await list()).toMatchObject([
      {
        ...{ application: 'Shop', environment: 'Production', version: '2.4.0', commit },
        ...{ branch: 'feature/größe/ü', rawStatus: 'Success' },
        url: `${octopus.baseUrl}/app#/Spaces-1/tasks/ServerTasks-100`,
      },
      { application: 'Shop', note: 'for Contoso', commit: '' },
      // Deleted at the provider: what is told of it stays.
      { application: 'Projects-99', version: '2.4.0' },
    ]);
  });

  it.each<[object, string]>([
    [{ ...goesOn, State: 'Queued', StartTime: null }, 'queued'],
    [goesOn, 'running'],
    [{ ...goesOn, State: 'Cancelling' }, 'running'],
    [{ ...goesOn, HasPendingInterruptions: true }, 'needs-approval'],
    [{ HasPendingInterruptions: true }, 'succeeded'],
    [{ State: 'Failed' }, 'failed'],
    [{ State: 'TimedOut' }, 'failed'],
    [{ State: 'Canceled' }, 'cancelled'],
    [{ State: 'Splendid' }, 'unknown'],
    [{ State: null, IsCompleted: null, QueueTime: null, LastUpdatedTime: null }, 'unknown'],
  ])('takes a task of %j for %s', async (task, expected) => {
    const { octopus, sync, told } = await startOctopus();
    octopus.deployed = [aDeployed(0, ago(5), { task })];
    await sync();
    expect(await told()).toEqual([`0 ${expected}`]);
  });

  it('follows what goes on until it is over, however old it is, and leaves what is gone', async () => {
    const { octopus, sync, told, test, asked } = await startOctopus(3);
    const old = { ...goesOn, HasPendingInterruptions: true };
    octopus.deployed.push(aDeployed(7, ago(20_000), { task: old }));
    octopus.deployed.push(aDeployed(8, ago(20_001), { task: goesOn }));
    octopus.deployed.push(aDeployed(9, ago(20_002), { task: goesOn }));
    await sync();
    expect((await told()).slice(3)).toEqual(['7 needs-approval', '8 running', '9 running']);
    test.advance(3_600_000);
    octopus.deployed[3] = aDeployed(7, ago(20_000), { task: { CompletedTime: ago(-30) } });
    octopus.deployed.pop();
    octopus.requests.length = 0;
    expect(await sync()).toMatchObject({ added: 0, updated: 1 });
    expect((await told()).slice(3)).toEqual(['7 succeeded', '8 running', '9 running']);
    // All but the deleted one came by the lists.
    expect(asked().filter((of) => of?.startsWith('ServerTasks-'))).toEqual(['ServerTasks-109']);
  });

  it('asks one by one for what no list shows any more', async () => {
    const { octopus, sync, told, test } = await startOctopus();
    octopus.deployed = [aDeployed(0, ago(5000), { task: { State: 'Paused', IsCompleted: false } })];
    await sync();
    test.advance(3_600_000);
    // A state Slipway does not know is in neither list.
    octopus.deployed = [aDeployed(0, ago(5000), { task: { CompletedTime: ago(4990) } })];
    expect(await sync()).toMatchObject({ updated: 1 });
    expect(await told()).toEqual(['0 succeeded']);
  });

  it('keeps a second deployment of a release beside the first', async () => {
    const { octopus, sync, told } = await startOctopus();
    octopus.deployed = [aDeployed(0, ago(9), { task: { State: 'Failed' } })];
    await sync();
    octopus.deployed.push(aDeployed(1, ago(1)));
    await sync();
    expect(await told()).toEqual(['1 succeeded', '0 failed']);
  });

  it('takes what is absent, null or damaged for what it says', async () => {
    const { octopus, sync, list } = await startOctopus();
    const bare = aDeployed(0, ago(1), {
      deployment: { Changes: null, EnvironmentId: null, ReleaseId: null, Name: undefined },
      task: { StartTime: '2024-09-2T14:42:00.000+00:00' },
    });
    const { deployment: orphan } = aDeployed(1, ago(2), {
      deployment: { ReleaseId: 'Releases-1/../../x' },
    });
    const items = [bare.deployment, orphan, { Id: 7 }, null];
    octopus.deployed = [bare];
    octopus.fail(
      (exchange) => reply(exchange, 200, { Items: items, TotalResults: 4, Links: null }),
      { to: /deployments/ },
    );
    const { added, warnings } = await sync();
    expect(added).toBe(2);
    expect(warnings.map(({ at }) => at)).toEqual([
      'page 1, Items[0].Task.StartTime',
      'page 1, Items[1]',
      'page 1, Items[2]',
      'page 1, Items[3]',
    ]);
    expect(await list()).toMatchObject([
      { environment: null, version: null, startedAt: null, status: 'succeeded' },
      { status: 'unknown', rawStatus: null },
    ]);
  });

  it('tells ids where the key may not read names, and says which right is missing', async () => {
    const { octopus, sync, list } = await startOctopus(120);
    octopus.fail((exchange) => exchange.error(403, 'Missing permission: EnvironmentView'), {
      ...{ to: /environments/, times: 100 },
    });
    const { added, warnings } = await sync();
    expect(added).toBe(120);
    expect(warnings).toEqual([
      {
        at: 'page 1, environments',
        reason: expect.stringMatching(/^are told by their ids: .*EnvironmentView/),
      },
    ]);
    expect((await list())[0]).toMatchObject({ application: 'Shop', environment: 'Environments-2' });
  });
});

describe('The place of a connection to Octopus Deploy', () => {
  it.each([
    ['', '/api/deployments', null],
    ['Spaces-1', '/api/Spaces-1/deployments', null],
    ['default', '/api/Spaces-1/deployments', null],
    [' Größe / payments-api ', '/api/Spaces-2/deployments', 'Projects-8'],
    ['Spaces-2/Projects-7', '/api/Spaces-2/deployments', 'Projects-7'],
    ['GROESSE/Payments API', '/api/Spaces-2/deployments', 'Projects-8'],
  ])('“%s” is read at %s', async (repository, path, project) => {
    const { octopus, sync } = await startOctopus(0, repository, { basePath: '/octo' });
    await sync();
    const { path: asked, query } = octopus.requests.at(-1) ?? {};
    expect([asked, query?.get('projects')]).toEqual([`/octo${path}`, project]);
  });

  it('of one project leaves the others out, also when it goes on', async () => {
    const { octopus, sync, told } = await startOctopus(2, 'Default/Shop');
    const other = { ProjectId: 'Projects-8' };
    octopus.deployed.push(aDeployed(5, ago(1), { deployment: other, task: other }));
    await sync();
    octopus.deployed.push(
      aDeployed(6, ago(0), { deployment: other, task: { ...other, ...goesOn } }),
    );
    await sync();
    expect(await told()).toEqual(['0 succeeded', '1 succeeded']);
  });

  it('is refused before anything is sent where it cannot be right', async () => {
    const { octopus, test, connection } = await startOctopus();
    const refused = await test.refused('connections.test', {
      ...{ id: connection.id, repository: 'Default/Shop/Web', token: octopusToken },
    });
    expect(refused.fields?.['repository']).toContain('is no space or project');
    expect(octopus.requests).toEqual([]);
  });
});

describe('A file of Octopus Deploy', () => {
  it('is the same as a sync, row for row', async () => {
    const { octopus, sync, list, importing } = await startOctopus(120);
    octopus.deployed.push(aDeployed(200, ago(3), { task: goesOn }));
    octopus.deployed.push(aDeployed(201, ago(4), { deployment: { TenantId: 'Tenants-1' } }));
    expect(await importing(exported(octopus))).toMatchObject({ added: 122, rejected: 0 });
    const byFile = (await list()).map(withoutId);
    expect(await sync()).toMatchObject({ added: 0, updated: 0, unchanged: 122 });
    expect((await list()).map(withoutId)).toEqual(byFile);
    expect(await importing(exported(octopus))).toMatchObject({ added: 0, updated: 0 });
  });

  it('of a dashboard names its projects and environments, and takes nothing away', async () => {
    const { octopus, sync, list, importing } = await startOctopus(1);
    const { projects: Projects, environments: Environments } = octopus;
    const { deployment, task } = aDeployed(0, ago(1));
    const item = { ...deployment, ...task, Id: deployment.Id, ReleaseVersion: '2.4.0' };
    const page = { Projects, Environments, Items: [item] };
    expect(await importing(page)).toMatchObject({ added: 1, rejected: 0 });
    expect(await list()).toMatchObject([
      { application: 'Shop', environment: 'Production', version: '2.4.0', status: 'succeeded' },
    ]);
    await sync();
    const bySync = await list();
    await importing(page);
    expect(await list()).toEqual(bySync);
  });

  it('of something else says what is expected, and how to export it', async () => {
    const { test, importing } = await startOctopus();
    await expect(importing([{ Id: 'Projects-7', Name: 'Shop' }])).rejects.toThrow(
      /Expected an answer of Octopus Deploy \(deployments, .* jq -s \. /,
    );
    expect(test.errors).toEqual([]);
  });
});
