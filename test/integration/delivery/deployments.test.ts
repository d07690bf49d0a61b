import { describe, expect, it } from 'vitest';
import { aDeployment, aStatus } from '../../support/servers/deployments.ts';
import { reply } from '../../support/servers/reply.ts';
import { paymentsRun } from './delivery.ts';
import { ago, deployed, firstDeployment, startDeployments, tell } from './deployments.ts';

describe('A sync of deployments', () => {
  it('imports nothing where nothing was deployed', async () => {
    const { sync, list, github } = await startDeployments();
    expect(await sync()).toMatchObject({ added: 0, rejected: 0 });
    expect(await list()).toEqual([]);
    expect(github.problems).toEqual([]);
  });

  it('tells where what was deployed, what became of it, and in whose words', async () => {
    const { github, sync, list, connection } = await startDeployments();
    const first = deployed(github, ['success', 'in_progress'], {
      ...{ ref: 'feature/größe/ü', environment: 'Produktion – Süd', sha: 'a'.repeat(40) },
      id: 2 ** 40,
    });
    tell(github, first, ['success', 'in_progress'], {
      ...{ environment: '', log_url: 'https://github.com/acme/shop/actions/runs/7' },
      description: '<b>done</b>',
    });
    expect(await sync()).toMatchObject({ added: 1, rejected: 0 });
    expect(await list()).toEqual([
      expect.objectContaining({
        ...{ externalId: String(2 ** 40), attempt: 1, connectionId: connection.id },
        ...{ connectionName: 'Shop on GitHub', application: 'acme/shop' },
        ...{ environment: 'Produktion – Süd', environmentId: null },
        ...{ status: 'succeeded', rawStatus: 'success', rawResult: null, warnings: false },
        ...{ commit: 'a'.repeat(40), version: 'feature/größe/ü', branch: 'feature/größe/ü' },
        ...{ note: '<b>done</b>', url: 'https://github.com/acme/shop/actions/runs/7' },
        createdAt: ago(60).replace('Z', '.000Z'),
        finishedAt: ago(60).replace('Z', '.000Z'),
      }),
    ]);
  });

  it('imports every page, with those that shift meanwhile, and nothing twice', async () => {
    const { github, sync, told, statusesAsked } = await startDeployments(200);
    github.behaviour.afterPage = (page) => {
      const isOfRuns = github.requests.at(-1)?.path.endsWith('/runs') === true;
      if (page !== 1 || isOfRuns || github.deployments.length > 200) return;
      deployed(github, ['success'], { id: firstDeployment + 500, created_at: ago(0) });
    };
    expect(await sync()).toMatchObject({ added: 200, rejected: 0 });
    expect(statusesAsked()).toBe(200);
    github.behaviour.afterPage = () => undefined;
    expect(await sync()).toMatchObject({ added: 1, updated: 0 });
    expect(statusesAsked()).toBe(201);
    expect(await told()).toHaveLength(201);
  });

  it('asks for the list alone where nothing changed, and reads no body of it', async () => {
    const { github, sync, test } = await startDeployments(120);
    await sync();
    const { open } = await test.call('workspace.state', {});
    github.requests.length = 0;
    expect(await sync()).toMatchObject({ added: 0, updated: 0, rejected: 0 });
    const asked = github.requests.filter(({ path }) => path.includes('/deployments'));
    expect(asked).toHaveLength(2);
    expect(asked.every(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true);
    const after = await test.call('workspace.state', {});
    expect(after.open?.head).toBe(open?.head);
  });

  it('stops where it was before, and leaves the oldest of a great many out with a warning', async () => {
    const { github, sync, list } = await startDeployments(1001);
    const { warnings, added } = await sync();
    expect(added).toBe(1000);
    expect(warnings).toEqual([
      { at: 'page 10', reason: expect.stringContaining('newest 1000 deployments') },
    ]);
    deployed(github, ['success'], { id: firstDeployment + 5000, created_at: ago(0) });
    github.requests.length = 0;
    expect(await sync()).toMatchObject({ added: 1, warnings: [] });
    // The first page holds what is new; its last row was there before.
    const pages = github.requests.filter(({ path }) => path.endsWith('/deployments'));
    expect(pages).toHaveLength(1);
    expect(await list()).toHaveLength(1000);
  });

  it.each([
    [['success'], 'succeeded'],
    [['failure', 'in_progress'], 'failed'],
    [['error'], 'failed'],
    [['in_progress', 'queued'], 'running'],
    [['queued'], 'queued'],
    [['pending'], 'queued'],
    [[], 'queued'],
    [['inactive', 'success'], 'succeeded'],
    [['inactive'], 'unknown'],
    [['sparkling'], 'unknown'],
    [[null], 'unknown'],
  ])('takes the states %j for %s', async (states, expected) => {
    const { github, sync, told } = await startDeployments();
    deployed(github, states);
    await sync();
    expect(await told()).toEqual([`0 ${expected}`]);
  });

  it('says that a deployment waits for approval when its run does', async () => {
    const { github, sync, told } = await startDeployments();
    const log = { log_url: 'https://github.com/acme/shop/actions/runs/77/job/1' };
    github.runs.push(paymentsRun({ id: 77, status: 'waiting', conclusion: null }));
    github.pendingDeployments.set(77, [{ wait_timer: 0, reviewers: [{ type: 'User' }] }]);
    const deployment = deployed(github, []);
    tell(github, deployment, ['pending'], log);
    await sync();
    expect(await told()).toEqual(['0 needs-approval']);
    github.pendingDeployments.set(77, []);
    await sync();
    expect(await told()).toEqual(['0 queued']);
  });

  it('takes what is absent, null, unheard-of or hostile for what it says', async () => {
    const { github, sync, list } = await startDeployments();
    const told = [
      aDeployment({
        ...{ id: firstDeployment, created_at: ago(3), updated_at: null, ref: null, sha: null },
        ...{ environment: null, description: null, repository_url: undefined },
      }),
      aDeployment({ id: firstDeployment + 1, created_at: ago(2), ref: '\u202Eevil' }),
    ];
    const odd = [...told, { ...aDeployment(), id: 'none' }, null, 'x'];
    github.statuses.set(firstDeployment, [
      aStatus({ id: firstDeployment, created_at: ago(3) }, 'success', {
        ...{ environment: null, description: null, log_url: 'javascript:alert(1)' },
      }),
    ]);
    github.deployments.push(...told);
    github.fail((exchange) => reply(exchange, 200, odd), { to: /\/deployments\?/ });
    const { added, rejected, warnings } = await sync();
    expect([added, rejected]).toEqual([2, 4]);
    expect(warnings.map(({ at }) => at)).toEqual([
      'page 1, [0].log_url',
      'page 1, [2]',
      'page 1, [3]',
      'page 1, [4]',
    ]);
    expect((await list()).at(-1)).toMatchObject({
      ...{ status: 'succeeded', environment: null, version: null, branch: null, commit: '' },
      ...{ url: null, note: '', application: '' },
    });
  });
});

describe('A deployment that goes on', () => {
  it('is asked for until it is over, also long after it left the first page', async () => {
    const { github, sync, told, statusesAsked, test } = await startDeployments();
    const old = deployed(github, ['in_progress'], { created_at: ago(5000) });
    await sync();
    test.advance(3_600_000);
    const before = statusesAsked();
    expect(await sync()).toMatchObject({ added: 0, updated: 0 });
    expect(statusesAsked() - before).toBe(1);
    tell(github, old, ['success', 'in_progress']);
    expect(await sync()).toMatchObject({ updated: 1 });
    expect(await told()).toEqual(['0 succeeded']);
    // What is over is left alone, also once a later one took its place.
    tell(github, old, ['inactive', 'success', 'in_progress']);
    const settled = statusesAsked();
    await sync();
    expect([await told(), statusesAsked()]).toEqual([['0 succeeded'], settled]);
  });

  it('that is deleted at the provider stays as it was last seen', async () => {
    const { github, sync, told } = await startDeployments();
    deployed(github, ['in_progress']);
    await sync();
    github.deployments.length = 0;
    github.statuses.clear();
    await sync();
    expect(await told()).toEqual(['0 running']);
  });

  it('that failed and was put right is told anew', async () => {
    const { github, sync, told } = await startDeployments();
    const deployment = deployed(github, ['failure']);
    await sync();
    tell(github, deployment, ['success', 'failure'], { created_at: ago(-1), updated_at: ago(-1) });
    github.deployments[0] = { ...deployment, updated_at: ago(-1) };
    expect(await sync()).toMatchObject({ updated: 1 });
    expect(await told()).toEqual(['0 succeeded']);
  });
});
