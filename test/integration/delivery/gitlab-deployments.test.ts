import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import * as faults from '../../support/servers/faults.ts';
import { aGitlabDeployment, aPipeline, startGitlabServer } from '../../support/servers/gitlab.ts';
import { reply } from '../../support/servers/reply.ts';
import { testNow } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';

const token = 'glpat-canary_5f0c1d2e3a4b';
const first = 5_000_000_001;
const ago = (minutes: number) => new Date(testNow - minutes * 60_000).toISOString();
const toDeployments = { to: /\/deployments/, times: 100 };

/** A workspace connected to a GitLab on loopback that deploys. */
async function start(count = 0) {
  const gitlab = await startGitlabServer({ token, clock: () => testNow });
  onTestFinished(async () => {
    await gitlab.close();
    expect(gitlab.problems).toEqual([]);
  });
  gitlab.deployments = Array.from({ length: count }, (_, n) =>
    aGitlabDeployment({ id: first + n, updated_at: ago(n + 1) }),
  );
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const place = { provider: 'gitlab', baseUrl: gitlab.baseUrl, repository: 'acme/shop' } as const;
  const connection = await test.call(
    'connections.save',
    { ...place, name: 'Shop on GitLab', token },
    cast.mara.id,
  );
  const sync = () => test.call('connections.sync', { id: connection.id }, cast.mara.id);
  const list = async () => (await test.call('deployments.imported', { limit: 1000 })).deployments;
  const told = async () =>
    (await list()).map(({ externalId, status }) => `${Number(externalId) - first} ${status}`);
  const importing = (content: unknown) => {
    const path = join(test.folder, 'deployments.json');
    writeFileSync(path, JSON.stringify(content));
    const input = { connectionId: connection.id, file: { path } };
    return test.call('pipelines.importFile', input, cast.mara.id);
  };
  return { gitlab, test, cast, connection, sync, list, told, importing };
}

describe('A sync of the deployments of GitLab', () => {
  it('imports every page, with those that shift meanwhile, and nothing twice', async () => {
    const { gitlab, sync, told } = await start(230);
    gitlab.behaviour.afterPage = (page) => {
      const isOfThem = gitlab.requests.at(-1)?.path.endsWith('/deployments') === true;
      if (page !== 1 || !isOfThem) return;
      gitlab.deployments.push(aGitlabDeployment({ id: first + 900, updated_at: ago(0) }));
    };
    expect(await sync()).toMatchObject({ added: 230, rejected: 0 });
    gitlab.behaviour.afterPage = () => undefined;
    expect(await sync()).toMatchObject({ added: 1, updated: 0 });
    expect(await told()).toHaveLength(231);
    gitlab.requests.length = 0;
    expect(await sync()).toMatchObject({ added: 0, updated: 0, rejected: 0 });
    const asked = gitlab.requests.filter(({ path }) => path.includes('/deployments'));
    expect(asked.every(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true);
    expect(asked.every(({ query }) => query.get('order_by') === 'updated_at')).toBe(true);
  });

  it.each([
    [{ status: 'created' }, 'queued'],
    [{ status: 'created', pending_approval_count: 1 }, 'needs-approval'],
    [{ status: 'blocked' }, 'needs-approval'],
    [{ status: 'running' }, 'running'],
    [{ status: 'success' }, 'succeeded'],
    [{ status: 'failed' }, 'failed'],
    [{ status: 'canceled' }, 'cancelled'],
    [{ status: 'skipped' }, 'skipped'],
    [{ status: 'undeployed' }, 'unknown'],
    [{ status: undefined }, 'succeeded'],
    [{ status: null, deployable: null }, 'unknown'],
  ])('takes %j for %s', async (changes, expected) => {
    const { gitlab, sync, told } = await start();
    gitlab.deployments.push(aGitlabDeployment({ updated_at: ago(5), ...changes }));
    await sync();
    expect(await told()).toEqual([`0 ${expected}`]);
  });

  it('asks for what goes on until it is over, and keeps its key when its job is deleted', async () => {
    const { gitlab, sync, told, list, test } = await start();
    const old = { created_at: ago(9000), updated_at: ago(9000) };
    gitlab.deployments.push(aGitlabDeployment({ ...old, status: 'running' }));
    await sync();
    test.advance(3_600_000);
    expect(await sync()).toMatchObject({ added: 0, updated: 0 });
    gitlab.deployments[0] = aGitlabDeployment({ ...old, status: 'failed', deployable: null });
    expect(await sync()).toMatchObject({ added: 0, updated: 1 });
    expect(await told()).toEqual(['0 failed']);
    expect((await list())[0]).toMatchObject({ url: null, runId: null });
  });

  it('takes what is absent, null or hostile for what it says', async () => {
    const { gitlab, sync, list } = await start();
    const odd = [
      aGitlabDeployment({ ref: 'feature/größe/ü', updated_at: ago(1), environment: null }),
      aGitlabDeployment({
        ...{ id: first + 1, updated_at: ago(2), ref: null, sha: null },
        deployable: { status: 'success', web_url: 'javascript:alert(1)', started_at: 'soon' },
      }),
      { ...aGitlabDeployment(), id: 'none' },
      null,
    ];
    gitlab.fail((exchange) => reply(exchange, 200, odd), { to: toDeployments.to });
    const { added, warnings } = await sync();
    expect(added).toBe(2);
    expect(warnings.map(({ at }) => at)).toEqual([
      'page 1, [1].deployable.web_url',
      'page 1, [1].deployable.started_at',
      'page 1, [2]',
      'page 1, [3]',
    ]);
    expect(await list()).toMatchObject([
      { branch: 'feature/größe/ü', environment: null },
      { branch: null, commit: '', url: null, startedAt: null },
    ]);
  });

  it.each([403, 404])('answered %i keeps the pipelines and says so', async (status) => {
    const { gitlab, sync } = await start(2);
    gitlab.pipelines.push(aPipeline({ updated_at: ago(3) }));
    gitlab.fail(faults.failure(status), toDeployments);
    const { added, warnings } = await sync();
    expect(added).toBe(1);
    expect(warnings).toEqual([
      { at: 'deployments', reason: expect.stringMatching(/^were left out: .*acme\/shop/) },
    ]);
    gitlab.heal();
    expect(await sync()).toMatchObject({ added: 2, warnings: [] });
  });

  it.each([
    ['a limit', faults.tooManyRequests('600'), /rate limited until/],
    ['an error that stays', faults.failure(503), /answered 503 and did not recover/],
    ['JSON that breaks off', faults.invalidJson, /cut short or damaged/],
    ['another shape', faults.body('{}'), /expected to answer with a list of deployments/],
  ])('answered with %s says so, and is made good', async (_what, fault, words) => {
    const { gitlab, sync, test, cast, connection } = await start(2);
    gitlab.fail(fault, toDeployments);
    const refused = await test.refused('connections.sync', { id: connection.id }, cast.mara.id);
    expect(refused.message).toMatch(words);
    gitlab.heal();
    expect(await sync()).toMatchObject({ added: 2, warnings: [] });
    expect(test.errors).toEqual([]);
  });
});

describe('A file of the deployments of GitLab', () => {
  it('is the same as a sync, row for row, also among pipelines', async () => {
    const { gitlab, sync, list, importing, test } = await start(120);
    const pipelines = [aPipeline({ updated_at: ago(3) })];
    const file = [...pipelines, ...gitlab.deployments];
    expect(await importing(file)).toMatchObject({ added: 121, rejected: 0 });
    const byFile = (await list()).map(({ id: _id, ...rest }) => rest);
    expect((await test.call('pipelines.list', {})).total).toBe(1);
    expect(await sync()).toMatchObject({ added: 0, updated: 0, unchanged: 120 });
    expect((await list()).map(({ id: _id, ...rest }) => rest)).toEqual(byFile);
  });
});
