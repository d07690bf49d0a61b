import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRuns } from '#core/sync/github/list-runs.ts';
import { listWorkflows } from '#core/sync/github/list-workflows.ts';
import { testConnection } from '#core/sync/github/test-connection.ts';
import { startElsewhere, tricks, type Elsewhere } from '../../support/servers/elsewhere.ts';
import { body, linkTo, redirect } from '../../support/servers/faults.ts';
import { startGithubServer, type GithubServer } from '../../support/servers/github.ts';
import { aRun } from '../../support/servers/runs.ts';
import { collect, refusalFrom, sourceOf, token } from './client.ts';

let server: GithubServer;
let elsewhere: Elsewhere;
beforeEach(async () => {
  server = await startGithubServer({ runs: [aRun()], token });
  elsewhere = await startElsewhere();
});
afterEach(async () => {
  // Not only no token: nothing at all is asked of another origin.
  expect(elsewhere.requests).toEqual([]);
  expect(server.problems).toEqual([]);
  await elsewhere.close();
  await server.close();
});

const statuses = [301, 302, 303, 307, 308];

describe('a redirect to another origin', () => {
  const cases = statuses.flatMap((status) =>
    tricks.map(([name, target]) => ({ status, name, target })),
  );
  it.each(cases)('$status with $name is not followed', async ({ status, target }) => {
    server.fail(redirect(target(new URL(server.baseUrl), new URL(elsewhere.origin)), status));
    const refusal = await refusalFrom(testConnection(sourceOf(server)));
    expect(refusal).toMatchObject({ name: 'Refusal', code: 'forbidden' });
    expect(refusal.message).toContain('was not followed and the token was not sent there');
    expect(refusal.message).not.toContain(token);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a next page on another origin', () => {
  it.each(tricks)('%s is not followed from a list of workflows', async (_name, target) => {
    const link = target(new URL(server.baseUrl), new URL(elsewhere.origin));
    server.fail((exchange) => {
      exchange.response.setHeader('link', `<${link}>; rel="next"`);
      exchange.response.setHeader('content-type', 'application/json');
      exchange.response.end('{"total_count":0,"workflows":[]}');
    });
    const refusal = await refusalFrom(listWorkflows(sourceOf(server)));
    expect(refusal).toMatchObject({ name: 'Refusal', code: 'forbidden' });
    expect(server.requests).toHaveLength(1);
  });

  it.each(tricks)('%s is not followed from a list of runs', async (_name, target) => {
    server.fail(linkTo(target(new URL(server.baseUrl), new URL(elsewhere.origin))));
    const etags = new Map<string, string>();
    const walk = listRuns({ ...sourceOf(server), since: null, etags });
    const refusal = await refusalFrom(collect(walk));
    expect(refusal.message).toContain('The link to the next page leads to');
    expect(server.requests).toHaveLength(1);
    expect(etags.size).toBe(0);
  });

  it.each(tricks)('%s is not followed from a remembered page', async (_name, target) => {
    const next = target(new URL(server.baseUrl), new URL(elsewhere.origin));
    const first = `${server.baseUrl}/repos/acme/shop/actions/runs?per_page=100`;
    server.fail(({ response }) => void response.writeHead(304).end());
    const etags = new Map([[first, `W/"x"\n${next}`]]);
    const walk = listRuns({ ...sourceOf(server), since: null, etags });
    const refusal = await refusalFrom(collect(walk));
    expect(refusal).toMatchObject({ name: 'Refusal', code: 'forbidden' });
    expect(server.requests).toHaveLength(1);
  });
});

describe('a redirect on the same origin', () => {
  it('is followed with the token, as GitHub does for a renamed repository', async () => {
    server.formerNames.push('acme/old-name');
    const found = await testConnection({ ...sourceOf(server), repository: 'acme/old-name' });
    expect(found.notes).toEqual([
      'The repository is now called acme/shop. Change the name here too',
    ]);
  });

  it('is followed five times and no further', async () => {
    server.fail(redirect('/repos/acme/shop'), { times: 5 });
    await expect(testConnection(sourceOf(server))).resolves.toMatchObject({ runs: 1 });
    server.fail(redirect('/repos/acme/shop'), { times: 6 });
    const refusal = await refusalFrom(testConnection(sourceOf(server)));
    expect(refusal.message).toContain('redirected more than 5 times');
  });
});

describe('the token in words', () => {
  it('is taken out of what the server says', async () => {
    const said = `Token ${token} (${Buffer.from(token).toString('base64')}) is not welcome`;
    server.fail(({ response }) => {
      response.writeHead(403, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: said }));
    });
    const refusal = await refusalFrom(testConnection(sourceOf(server)));
    expect(refusal.message).toContain('Token [redacted] ([redacted]) is not welcome');
  });

  it.each([
    ['a redirect', redirect(`http://${token}.example/`)],
    ['a link', linkTo(`http://${token}.example/`)],
    ['another shape of answer', body(JSON.stringify({ message: token, [token]: 1 }))],
    ['a content type', body('x', `text/${token}`)],
  ])('is taken out of a message about %s', async (_name, fault) => {
    server.fail(fault);
    const walk = listRuns({ ...sourceOf(server), since: null, etags: new Map() });
    const refusal = await refusalFrom(collect(walk));
    expect(refusal.message).toContain('[redacted]');
    expect(`${refusal.message} ${refusal.stack}`.toLowerCase()).not.toContain('canary');
  });

  it('is not repeated when it cannot be sent', async () => {
    const source = { ...sourceOf(server), token: `${token}\nX-Other: 1` };
    const refusal = await refusalFrom(testConnection(source));
    expect(refusal).toMatchObject({ code: 'invalid_input' });
    expect(`${refusal.message} ${refusal.stack}`).not.toContain('canary');
    expect(server.requests).toEqual([]);
  });
});
