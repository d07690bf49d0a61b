import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getRun } from '#core/sync/github/get-run.ts';
import { listWorkflows } from '#core/sync/github/list-workflows.ts';
import { testConnection } from '#core/sync/github/test-connection.ts';
import * as faults from '../../support/servers/faults.ts';
import { startGithubServer, type GithubServer } from '../../support/servers/github.ts';
import { aRun } from '../../support/servers/runs.ts';
import { refusalFrom, sourceOf, token } from './client.ts';

let server: GithubServer;
beforeEach(async () => {
  server = await startGithubServer({
    runs: [aRun({ id: 4_294_967_297, status: 'in_progress', conclusion: null })],
    token,
  });
});
afterEach(async () => {
  expect(server.problems).toEqual([]);
  await server.close();
});

const asked = { externalId: '1296269/4294967297', attempt: 1 };

describe('one run', () => {
  it('is read as it is now', async () => {
    expect(await getRun(sourceOf(server), asked)).toMatchObject({
      kind: 'rows',
      rows: [{ externalId: asked.externalId, attempt: 1, status: 'running' }],
      warnings: [],
    });
  });

  it('comes with the attempt asked about when it was run again', async () => {
    server.rerun(4_294_967_297, { status: 'queued' });
    server.attempts[0] = {
      ...aRun(server.attempts[0]),
      status: 'completed',
      conclusion: 'failure',
    };
    expect(await getRun(sourceOf(server), asked)).toMatchObject({
      rows: [
        { attempt: 1, status: 'failed' },
        { attempt: 2, status: 'queued' },
      ],
    });
  });

  it('says why a run waits', async () => {
    server.runs = [aRun({ id: 4_294_967_297, status: 'waiting', conclusion: null })];
    server.pendingDeployments.set(4_294_967_297, [{ reviewers: [{ type: 'Team' }] }]);
    expect(await getRun(sourceOf(server), asked)).toMatchObject({
      rows: [{ status: 'needs-approval' }],
    });
  });

  it('is gone when GitHub no longer has it', async () => {
    server.runs = [];
    expect(await getRun(sourceOf(server), asked)).toEqual({ kind: 'gone' });
  });

  it('is not asked for further when the rate limit is long', async () => {
    server.fail(faults.primaryLimit(3600));
    expect(await getRun(sourceOf(server), asked)).toMatchObject({ kind: 'rate-limited' });
  });
});

describe('the workflows', () => {
  it('are read over all pages and sorted by path', async () => {
    server.workflows = Array.from({ length: 150 }, (_, n) => ({
      id: n,
      name: `Workflow ${n}`,
      path: `.github/workflows/${String(149 - n).padStart(3, '0')}.yml`,
      state: n === 0 ? 'disabled_manually' : 'active',
    }));
    const workflows = await listWorkflows(sourceOf(server));
    expect(workflows).toHaveLength(150);
    expect(workflows[0]).toMatchObject({ path: '.github/workflows/000.yml', active: true });
    expect(workflows[149]).toMatchObject({ name: 'Workflow 0', active: false });
  });
});

describe('testing a connection', () => {
  it('says what was reached', async () => {
    expect(await testConnection(sourceOf(server))).toEqual({
      repository: 'acme/shop',
      repositoryId: '1296269',
      private: true,
      runs: 1,
      notes: [],
    });
  });

  it.each([
    ['a wrong token', { token: 'wrong' }, 'forbidden', /refused the token \(401\).*Make a new one/],
    ['no token for a private repository', { token: null }, 'not_found', /private.*needs a token/],
    ['a repository that is not there', { repository: 'acme/shed' }, 'not_found', /Check the name/],
    ['a repository that is none', { repository: 'shop' }, 'invalid_input', /owner and name/],
    [
      'a repository’s address',
      { repository: 'https://github.com/a/b' },
      'invalid_input',
      /owner and name/,
    ],
    ['a path for a name', { repository: '../..' }, 'invalid_input', /owner and name/],
    [
      'the website',
      { baseUrl: 'https://github.com/' },
      'invalid_input',
      /https:\/\/api\.github\.com/,
    ],
    ['no address', { baseUrl: 'github' }, 'invalid_input', /is not a web address/],
  ])('names what is wrong: %s', async (_name, change, code, message) => {
    const refusal = await refusalFrom(testConnection({ ...sourceOf(server), ...change }));
    expect(refusal).toMatchObject({ code });
    expect(refusal.message).toMatch(message);
  });

  it('names the right that is missing, and single sign-on', async () => {
    server.fail(faults.missingRight, { to: /actions/ });
    const right = await refusalFrom(testConnection(sourceOf(server)));
    expect(right.message).toContain('“Actions: read”');
    server.fail(faults.singleSignOn);
    const signOn = await refusalFrom(testConnection(sourceOf(server)));
    expect(signOn.message).toContain('Authorise the token');
  });

  it('notes a token that may do more than needed', async () => {
    server.fail(({ response }) => {
      response.setHeader('x-oauth-scopes', 'read:org, repo, workflow');
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(server.repository));
    });
    const { notes } = await testConnection(sourceOf(server));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('may also write (repo, workflow)');
  });

  it('notes the small allowance without a token', async () => {
    const open = await startGithubServer();
    const { notes } = await testConnection({ ...sourceOf(open), token: null });
    await open.close();
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('60 requests an hour');
  });
});
