import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paymentsCommit } from '../../support/build-workspace.ts';
import { aBuild } from '../../support/servers/azure-devops.ts';
import * as faults from '../../support/servers/faults.ts';
import { reply } from '../../support/servers/reply.ts';
import { ago, firstBuild, someBuilds, startAzure } from './azure.ts';
import { pipelineGate, releaseOf } from './delivery.ts';

type Started = Awaited<ReturnType<typeof startAzure>>;

const approval = { type: 'Checkpoint.Approval', state: 'inProgress' };
const goesOn = { status: 'inProgress', result: undefined, finishTime: undefined };

const timelines = ({ azure }: Started) =>
  azure.requests.filter(({ path }) => path.endsWith('/timeline')).length;

describe('A sync with Azure DevOps', () => {
  it('imports nothing of an empty project, and says when it looked', async () => {
    const { sync, test, azure } = await startAzure([]);
    expect(await sync()).toMatchObject({ added: 0, rejected: 0 });
    expect((await test.call('connections.list', {}))[0]?.state.lastSuccessAt).not.toBeNull();
    expect(azure.requests).toHaveLength(2);
  });

  it('imports every page, with those that shift meanwhile, and nothing twice', async () => {
    const started = await startAzure(someBuilds(200));
    const { azure, sync, test } = started;
    azure.behaviour.afterPage = (page) => {
      if (page === 1) azure.builds.push(aBuild({ id: 6_000_000_000, queueTime: ago(0) }));
    };
    expect(await sync()).toMatchObject({ added: 200, rejected: 0 });
    azure.behaviour.afterPage = () => undefined;
    expect(await sync()).toMatchObject({ added: 1, updated: 0 });
    expect(await sync()).toMatchObject({ added: 0, updated: 0 });
    expect((await test.call('pipelines.list', {})).total).toBe(201);
    // Nothing changed is seen from the lists alone.
    expect(timelines(started)).toBe(0);
    const minTimes = azure.requests.flatMap(({ query }) => query.get('minTime') ?? []);
    expect(minTimes).toHaveLength(4);
  });

  it('goes on over an empty page that names a next one', async () => {
    const { azure, sync } = await startAzure(someBuilds(3));
    azure.fail((exchange) =>
      reply(exchange, 200, { count: 0, value: [] }, { 'x-ms-continuationtoken': 'from+0' }),
    );
    expect(await sync()).toMatchObject({ added: 3 });
  });

  it('stops with a warning when the pages turn in a circle', async () => {
    const { azure, sync } = await startAzure(someBuilds(3));
    azure.fail(
      (exchange) => reply(exchange, 200, { value: [] }, { 'x-ms-continuationtoken': 'again' }),
      { times: 9, to: /builds/ },
    );
    const { warnings } = await sync();
    expect(warnings).toEqual([
      { at: 'page 3', reason: expect.stringContaining('read before as the next one') },
    ]);
  });

  it('opens the gate for the commit, and says when a build passed with warnings', async () => {
    const passed = aBuild({ sourceVersion: paymentsCommit, queueTime: ago(60) });
    const { azure, sync, test, cast } = await startAzure([passed]);
    const { id } = await releaseOf({ test, cast });
    await sync();
    expect((await pipelineGate({ test }, id)).status).toBe('passed');
    azure.builds.push({
      ...aBuild({ id: firstBuild + 1, sourceVersion: paymentsCommit, queueTime: ago(1) }),
      result: 'partiallySucceeded',
    });
    await sync();
    const gate = await pipelineGate({ test }, id);
    expect(gate.status).toBe('waiting');
    expect(JSON.stringify(gate)).toContain('with warnings');
  });

  it('tells two definitions of one name in two folders apart', async () => {
    const other = { id: 8, name: 'shop', path: '\\retired\\old' };
    const build = aBuild({ sourceVersion: paymentsCommit, definition: other, queueTime: ago(60) });
    const { sync, test, cast, runs } = await startAzure([build]);
    const { id } = await releaseOf({ test, cast });
    await sync();
    expect((await runs())[0]).toMatchObject({
      workflow: '\\retired\\old\\shop',
      workflowName: 'shop',
    });
    expect((await pipelineGate({ test }, id)).status).not.toBe('passed');
  });

  it('takes what is absent, null, unheard-of or hostile for what it says', async () => {
    const changes = [
      { sourceBranch: 'refs/heads/feature/größe/ü', reason: null, _links: null },
      { sourceBranch: 'refs/pull/12/merge', definition: undefined, startTime: undefined },
      { status: 'paused' },
      { result: 'sparkling' },
      { result: undefined },
      { result: 'canceled', startTime: undefined },
      { ...goesOn, status: 'postponed', startTime: '0001-01-01T00:00:00' },
      { _links: { web: { href: 'javascript:alert(1)' } }, queueTime: ago(8) },
    ];
    const odd: unknown[] = changes.map((each, n) =>
      aBuild({ id: firstBuild + n, queueTime: ago(n + 1), ...each }),
    );
    const { azure, sync, runs } = await startAzure([]);
    const none = { ...aBuild(), id: 'none' };
    azure.fail((exchange) => reply(exchange, 200, { value: [...odd, none, null, 'x'] }));
    const { added, rejected, warnings } = await sync();
    expect([added, rejected]).toEqual([8, 4]);
    expect(warnings.map(({ at }) => at)).toEqual([
      'page 1, value[7]._links.web.href',
      'page 1, value[8]',
      'page 1, value[9]',
      'page 1, value[10]',
    ]);
    const rows = (await runs()).toSorted((a, b) => a.externalId.localeCompare(b.externalId));
    expect(rows.map((row) => row.status)).toEqual([
      ...['succeeded', 'succeeded', 'unknown', 'unknown', 'unknown', 'cancelled', 'queued'],
      'succeeded',
    ]);
    expect(rows[0]).toMatchObject({ branch: 'feature/größe/ü', url: null, event: '' });
    expect(rows[1]).toMatchObject({ branch: 'refs/pull/12/merge', workflow: '', startedAt: null });
    expect(rows[3]).toMatchObject({ rawStatus: 'completed', rawResult: 'sparkling' });
    expect(rows[7]).toMatchObject({ url: null, createdAt: ago(8).replace('4567Z', 'Z') });
  });
});

describe('A build of Azure DevOps that goes on', () => {
  it('waits for an approval until that is given, and is asked for until it ended', async () => {
    const started = await startAzure([
      aBuild({ ...goesOn, queueTime: ago(600) }),
      aBuild({ id: firstBuild + 1, queueTime: ago(500), ...goesOn, status: 'notStarted' }),
      aBuild({ id: firstBuild + 2, queueTime: ago(400), ...goesOn }),
    ]);
    const { azure, sync, told } = started;
    azure.timelines.set(firstBuild, [{ type: 'Stage', state: 'pending' }, approval]);
    await sync();
    // The third has no timeline yet, and the second cannot have one.
    expect(await told()).toEqual(['1 needs-approval', '1 queued', '1 running']);
    expect(timelines(started)).toBe(2);
    expect(await sync()).toMatchObject({ added: 0, updated: 0 });
    azure.timelines.set(firstBuild, [{ ...approval, state: 'completed' }]);
    await sync();
    expect(await told()).toEqual(['1 queued', '1 running', '1 running']);
    azure.builds[0] = aBuild({ queueTime: ago(600), finishTime: ago(0), result: 'failed' });
    azure.builds.splice(1, 1);
    const before = azure.requests.length;
    expect(await sync()).toMatchObject({ updated: 1 });
    // What was deleted at Azure stays as it was last seen.
    expect(await told()).toEqual(['1 failed', '1 queued', '1 running']);
    // The list told how the first ended: it is not asked for again.
    const asked = azure.requests.slice(before).map(({ path }) => path.replace(/.*builds/, ''));
    expect(asked).not.toContain(`/${firstBuild}`);
  });

  it('run again is a new attempt beside the old one, also long after it was queued', async () => {
    const old = aBuild({ queueTime: ago(9000), finishTime: ago(8990), result: 'failed' });
    const { azure, sync, told, runs, test } = await startAzure([old]);
    await sync();
    expect(await told()).toEqual(['1 failed']);
    test.advance(3_600_000);
    azure.timelines.set(old.id, [{ type: 'Stage', state: 'inProgress', attempt: 2 }]);
    azure.builds[0] = { ...old, ...goesOn };
    await sync();
    expect(await told()).toEqual(['1 failed', '2 running']);
    azure.builds[0] = { ...old, result: 'succeeded', finishTime: ago(-30) };
    await sync();
    expect(await told()).toEqual(['1 failed', '2 succeeded']);
    const rows = await runs();
    expect(new Set(rows.map(({ externalId }) => externalId)).size).toBe(1);
    expect(await sync()).toMatchObject({ added: 0, updated: 0 });
    expect(await told()).toEqual(['1 failed', '2 succeeded']);
  });

  it('run again unseen leaves the attempt before as one whose end nobody knows', async () => {
    const old = aBuild({ ...goesOn, queueTime: ago(9000) });
    const { azure, sync, told } = await startAzure([old]);
    await sync();
    azure.timelines.set(old.id, [{ type: 'Stage', state: 'inProgress', attempt: 2 }]);
    await sync();
    expect(await told()).toEqual(['1 unknown', '2 running']);
    azure.timelines.delete(old.id);
    await sync();
    expect(await told()).toEqual(['1 unknown', '2 running']);
  });

  it('keeps its attempt where the timeline cannot be had', async () => {
    const old = aBuild({ queueTime: ago(9000), finishTime: ago(8990), result: 'failed' });
    const { azure, sync, told } = await startAzure([old]);
    await sync();
    azure.timelines.set(old.id, [{ type: 'Stage', state: 'inProgress', attempt: 2 }]);
    azure.builds[0] = { ...old, ...goesOn };
    await sync();
    azure.builds[0] = { ...old, result: 'canceled', finishTime: ago(0) };
    azure.fail(faults.failure(404), { to: /timeline/ });
    await sync();
    expect(await told()).toEqual(['1 failed', '2 cancelled']);
  });
});

describe('A file of Azure DevOps', () => {
  async function importing({ test, cast, connection }: Started, content: unknown) {
    const path = join(test.folder, 'builds.json');
    writeFileSync(path, JSON.stringify(content));
    const input = { connectionId: connection.id, file: { path } };
    return {
      take: () => test.call('pipelines.importFile', input, cast.mara.id),
      refuse: () => test.refused('pipelines.importFile', input, cast.mara.id),
    };
  }

  it('is the same as a sync, row for row, as pages and as a list', async () => {
    const builds = someBuilds(120);
    const started = await startAzure(builds);
    const { sync, runs } = started;
    await (await importing(started, { count: 120, value: builds })).take();
    const byFile = (await runs()).map(({ id: _id, ...rest }) => rest);
    expect(byFile).toHaveLength(120);
    expect(await sync()).toMatchObject({ added: 0, updated: 0, unchanged: 120 });
    const bare = await importing(started, builds);
    expect(await bare.take()).toMatchObject({ added: 0, updated: 0, unchanged: 120 });
    expect((await runs()).map(({ id: _id, ...rest }) => rest)).toEqual(byFile);
  });

  it('takes no attempt of a build for the one before it', async () => {
    const old = aBuild({ queueTime: ago(9000), finishTime: ago(8990), result: 'failed' });
    const started = await startAzure([old]);
    const { azure, sync, told } = started;
    await sync();
    azure.timelines.set(old.id, [{ type: 'Stage', state: 'completed', attempt: 2 }]);
    azure.builds[0] = { ...old, result: 'succeeded', finishTime: ago(0) };
    await sync();
    await (await importing(started, { value: azure.builds })).take();
    expect(await told()).toEqual(['1 failed', '2 succeeded']);
  });

  it.each([
    ['GitHub', { workflow_runs: [{ id: 1, head_sha: 'a', status: 'completed' }] }],
    ['GitLab', [{ id: 1, sha: 'a', ref: 'main', status: 'success' }]],
    [
      'Azure DevOps itself, but releases',
      { value: [{ id: 1, name: 'Release-1', status: 'active' }] },
    ],
  ])('is refused when it is of %s', async (_what, content) => {
    const { message } = await (await importing(await startAzure([]), content)).refuse();
    expect(message).toContain(
      'Expected builds, or deployments of releases, of Azure DevOps (export',
    );
  });
});
