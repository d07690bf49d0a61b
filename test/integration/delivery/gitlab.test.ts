import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { paymentsCommit, buildWorkspace } from '../../support/build-workspace.ts';
import * as faults from '../../support/servers/faults.ts';
import { aPipeline, startGitlabServer } from '../../support/servers/gitlab.ts';
import type { GitlabPipeline } from '../../support/servers/gitlab.ts';
import { testNow } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';
import { pipelineGate, releaseOf } from './delivery.ts';

const token = 'glpat-canary_5f0c1d2e3a4b';
const anHourAgo = new Date(testNow - 3_600_000).toISOString();

function somePipelines(count: number): GitlabPipeline[] {
  return Array.from({ length: count }, (_, n) =>
    aPipeline({ id: 5_000_000_001 + n, updated_at: new Date(testNow - n * 60_000).toISOString() }),
  );
}

/** A workspace connected to a GitLab on loopback, whose pipeline is required for payments-api. */
async function start(pipelines: GitlabPipeline[], basePath = '') {
  const gitlab = await startGitlabServer({ pipelines, token, basePath, clock: () => testNow });
  onTestFinished(async () => {
    await gitlab.close();
    expect(gitlab.problems).toEqual([]);
  });
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const connection = await test.call(
    'connections.save',
    {
      ...{ provider: 'gitlab', name: 'Shop on GitLab', baseUrl: gitlab.baseUrl, token },
      repository: 'acme/shop',
      workflows: [{ workflow: '.gitlab-ci.yml', serviceId: cast.payments.id, required: true }],
    },
    cast.mara.id,
  );
  const sync = () => test.call('connections.sync', { id: connection.id }, cast.mara.id);
  const runs = async () => (await test.call('pipelines.list', { limit: 1000 })).runs;
  return { gitlab, test, cast, connection, sync, runs };
}

describe('A sync with GitLab', () => {
  it('imports every page, with those that shift meanwhile, and nothing twice', async () => {
    const { gitlab, sync, test } = await start(somePipelines(230));
    gitlab.behaviour.afterPage = (page) => {
      if (page === 1)
        gitlab.pipelines.push(
          aPipeline({ id: 6_000_000_000, updated_at: new Date(testNow).toISOString() }),
        );
    };
    expect(await sync()).toMatchObject({ added: 230, rejected: 0 });
    gitlab.behaviour.afterPage = () => undefined;
    const { open: before } = await test.call('workspace.state', {});
    expect(await sync()).toMatchObject({ added: 1, updated: 0 });
    expect(await sync()).toMatchObject({ added: 0, updated: 0 });
    expect((await test.call('pipelines.list', {})).total).toBe(231);
    expect(before?.head).toBeDefined();
  });

  it('asks for each pipeline once, and of one that changed again', async () => {
    const { gitlab, sync } = await start(somePipelines(20));
    await sync();
    const asked = () => gitlab.requests.filter(({ path }) => /\/pipelines\/\d+$/.test(path)).length;
    expect(asked()).toBe(20);
    const changed = { status: 'failed', updated_at: new Date(testNow + 1000).toISOString() };
    gitlab.pipelines[7] = aPipeline({ id: 5_000_000_008, ...changed });
    expect(await sync()).toMatchObject({ added: 0, updated: 1, unchanged: 19 });
    expect(asked()).toBe(21);
  });

  it('reads on by the page’s number where a proxy took the links away', async () => {
    const { gitlab, sync } = await start(somePipelines(130), '/gitlab');
    gitlab.behaviour.links = 'by-id';
    expect(await sync()).toMatchObject({ added: 130 });
  });

  it('opens the gate for the commit, and says when jobs that may fail did', async () => {
    const passed = aPipeline({ sha: paymentsCommit, updated_at: anHourAgo });
    const { gitlab, sync, test, cast } = await start([passed]);
    const { id } = await releaseOf({ test, cast });
    await sync();
    expect((await pipelineGate({ test }, id)).status).toBe('passed');
    gitlab.pipelines[0] = {
      ...passed,
      detailed_status: { group: 'success-with-warnings' },
      updated_at: new Date(testNow - 60_000).toISOString(),
    };
    await sync();
    expect((await pipelineGate({ test }, id)).status).toBe('waiting');
  });

  it('asks again for what was not final, and leaves what is gone as it was', async () => {
    const old = aPipeline({ status: 'running', updated_at: anHourAgo });
    const { gitlab, sync, runs } = await start([
      old,
      aPipeline({ id: 5_000_000_002, status: 'manual', updated_at: anHourAgo }),
    ]);
    await sync();
    expect((await runs()).map(({ status }) => status).sort()).toEqual([
      'needs-approval',
      'running',
    ]);
    gitlab.pipelines.splice(1, 1);
    gitlab.pipelines[0] = { ...old, status: 'failed' };
    await sync();
    expect((await runs()).map(({ status }) => status).sort()).toEqual(['failed', 'needs-approval']);
  });

  it('is the same from an exported file, row for row', async () => {
    const pipelines = somePipelines(120);
    const { sync, runs, test, cast, connection } = await start(pipelines);
    await sync();
    const bySync = (await runs()).map(({ id: _id, ...rest }) => rest);
    const path = join(test.folder, 'pipelines.json');
    writeFileSync(path, JSON.stringify(pipelines));
    const imported = await test.call(
      'pipelines.importFile',
      { connectionId: connection.id, file: { path } },
      cast.mara.id,
    );
    expect(imported).toMatchObject({ added: 0, updated: 0, unchanged: 120 });
    // A list leaves out what only the pipeline itself says; that takes nothing away.
    const listed = pipelines.map(
      ({ started_at: _s, finished_at: _f, detailed_status: _d, ...rest }) => rest,
    );
    writeFileSync(path, JSON.stringify(listed));
    await test.call(
      'pipelines.importFile',
      { connectionId: connection.id, file: { path } },
      cast.mara.id,
    );
    expect((await runs()).map(({ id: _id, ...rest }) => rest)).toEqual(bySync);
    writeFileSync(
      path,
      JSON.stringify({ workflow_runs: [{ id: 1, head_sha: 'a', status: 'completed' }] }),
    );
    const refused = await test.refused(
      'pipelines.importFile',
      { connectionId: connection.id, file: { path } },
      cast.mara.id,
    );
    expect(refused.message).toContain(
      'Expected pipelines or deployments of GitLab (export them with: glab api',
    );
  });
});

describe('A test of a connection to GitLab', () => {
  it('says what was reached, and that a token may do more than it needs', async () => {
    const { gitlab, test, connection } = await start([]);
    gitlab.scopes = ['api', 'read_api'];
    expect(await test.call('connections.test', { id: connection.id })).toEqual({
      repository: 'acme/shop',
      workflows: [{ workflow: '.gitlab-ci.yml', name: 'Pipeline' }],
      notes: [expect.stringContaining('may also write (api)')],
    });
    gitlab.scopes = null;
    expect((await test.call('connections.test', { id: connection.id })).notes).toEqual([]);
  });

  it.each([
    ['a token that is wrong', faults.failure(401, 'Unauthorized'), 'refused the token (401)'],
    [
      'a scope that is missing',
      faults.body('{"error":"insufficient_scope","scope":"api"}', 'application/json', 403),
      'lacks a scope (403). Make one with the scope read_api',
    ],
    ['a right that is missing', faults.failure(403, 'Forbidden'), 'the role Reporter'],
    [
      'a project that is not there',
      faults.failure(404, 'Project Not Found'),
      'path with all groups',
    ],
    ['a sign-in page', faults.htmlPage, 'an HTML page came'],
    ['another API', faults.body('{"message":"hello"}'), 'expected to answer with a project'],
    [
      'a limit told as text',
      faults.body('Retry later', 'text/plain', 429),
      'allows no more requests for now',
    ],
  ])('names %s', async (_what, fault, words) => {
    const { gitlab, test, connection } = await start([]);
    gitlab.fail(fault, { times: 20 });
    const refused = await test.refused('connections.test', { id: connection.id });
    expect(refused.message).toContain(words);
    expect(refused.message).not.toContain(token);
  });

  it.each([
    ['shop', 'is no project'],
    ['acme/../shop', 'is no project'],
    ['acme%2Fshop', 'is no project'],
  ])('takes %s for no project before anything is sent', async (repository, words) => {
    const { gitlab, test, connection } = await start([]);
    const refused = await test.refused('connections.test', { id: connection.id, repository });
    expect(refused.fields?.['repository']).toContain(words);
    expect(gitlab.requests).toEqual([]);
  });
});
