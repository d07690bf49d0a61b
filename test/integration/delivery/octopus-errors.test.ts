import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startElsewhere } from '../../support/servers/elsewhere.ts';
import * as faults from '../../support/servers/faults.ts';
import { aDeployed } from '../../support/servers/octopus.ts';
import { commonErrors, type ErrorCase } from './error-cases.ts';
import { ago, octopusToken, startOctopus } from './octopus.ts';

/** More often than anything is tried again. */
const always = { times: 100 };
const toDeployments = { to: /\/deployments/, ...always };

const cases: readonly ErrorCase[] = [
  ...commonErrors,
  {
    what: 'a key that does not count',
    fault: faults.failure(401, 'The API key you provided was not valid.'),
    code: 'forbidden',
    words: /refused the API key \(401\): it is wrong, expired.*said: The API key you provided/,
  },
  {
    what: 'a right that is missing',
    fault: faults.failure(403, 'You do not have permission. Missing permission: DeploymentView'),
    code: 'forbidden',
    words: /may not read Shop in the space Default \(403\).*TaskView.*said: .*: DeploymentView/,
  },
  {
    what: 'a place that is not there',
    fault: faults.failure(404, 'The resource Spaces-9 was not found.'),
    code: 'not_found',
    words: /Shop in the space Default was not found on .*Check the names of the space and project/,
  },
  {
    what: 'the page of another server',
    fault: faults.body('<html>404</html>', 'text/html', 404),
    code: 'not_found',
    words: /There is no Octopus Deploy at .* \(404\)\. Type the address at which Octopus opens/,
  },
  {
    what: 'another API',
    fault: faults.body('{"message":"hello"}'),
    code: 'unavailable',
    words: /expected to answer with a list of deployments, but an error, “hello” came\. Check/,
  },
  {
    what: 'a question it does not take',
    fault: faults.failure(400, 'There was a problem with your request.'),
    code: 'invalid_input',
    words: /did not accept the question \(400\)\. Octopus Deploy said: There was a problem/,
  },
];

describe('A connection to Octopus Deploy that is answered with', () => {
  it.each(cases)('$what says so, and keeps what it has', async ({ fault, code, words }) => {
    const { octopus, test, connection, sync, refusedSync, told } = await startOctopus(
      250,
      'Default/Shop',
    );
    // The second page is where it goes wrong first: what came before is kept, and nothing is missed.
    octopus.fail(fault, { ...always, to: /deployments\?.*skip=200/ });
    test.advance(30_000);
    expect((await refusedSync()).message).toMatch(words);
    expect(await told()).toHaveLength(200);
    octopus.heal();
    expect(await sync()).toMatchObject({ added: 50, unchanged: 200 });

    octopus.fail(fault, toDeployments);
    const tested = await test.refused('connections.test', { id: connection.id });
    const synced = await refusedSync();
    for (const error of [tested, synced]) {
      expect(error.code).toBe(code);
      expect(error.message).toMatch(words);
      expect(error.message).not.toContain(octopusToken);
    }
    const [listed] = await test.call('connections.list', {});
    expect(listed?.state.lastError).toBe(synced.message);
    octopus.heal();
    expect(await sync()).toMatchObject({ added: 0, updated: 0, rejected: 0 });
    expect(await told()).toHaveLength(250);
    expect(test.errors).toEqual([]);
  });

  it.each([408, 500, 502, 503, 504])('%i once tries again', async (status) => {
    const { octopus, sync } = await startOctopus(3);
    octopus.fail(faults.failure(status));
    octopus.fail(faults.failure(status), { to: /tasks/ });
    expect(await sync()).toMatchObject({ added: 3, rejected: 0 });
  });

  it('a limit among the tasks stores nothing it does not know', async () => {
    const { octopus, sync, refusedSync, told } = await startOctopus(220);
    octopus.fail(faults.tooManyRequests('600'), { to: /tasks\?ids=ServerTasks-300/, ...always });
    expect((await refusedSync()).message).toContain('rate limited until');
    expect(await told()).toHaveLength(200);
    octopus.heal();
    await sync();
    expect((await told()).filter((each) => each.endsWith('succeeded'))).toHaveLength(220);
  });

  it.each([/spaces\/all/, /projects\/all/])('a limit at %s says until when', async (to) => {
    const { octopus, refusedSync } = await startOctopus(1, 'Default/Shop');
    octopus.fail(faults.tooManyRequests('600'), { to, ...always });
    expect((await refusedSync()).message).toContain('rate limited until');
  });

  it('a limit while what goes on is followed is made good', async () => {
    const { octopus, sync, refusedSync, told, test } = await startOctopus();
    const queued = { State: 'Queued', IsCompleted: false, CompletedTime: null };
    octopus.deployed = [aDeployed(0, ago(9000), { task: queued })];
    await sync();
    test.advance(60_000);
    octopus.deployed = [aDeployed(0, ago(9000), { task: { CompletedTime: ago(0) } })];
    octopus.fail(faults.tooManyRequests('600'), { to: /deployments\?ids=/, ...always });
    expect((await refusedSync()).message).toContain('rate limited until');
    octopus.heal();
    expect(await sync()).toMatchObject({ updated: 1 });
    expect(await told()).toEqual(['0 succeeded']);
  });

  it('a redirect to another host sends the token nowhere', async () => {
    const elsewhere = await startElsewhere();
    onTestFinished(() => elsewhere.close());
    const { octopus, test, connection, refusedSync } = await startOctopus(1);
    octopus.fail(faults.redirect(`${elsewhere.origin}/api/deployments`), toDeployments);
    const tested = await test.refused('connections.test', { id: connection.id });
    for (const { message } of [tested, await refusedSync()]) {
      expect(message).toContain(`redirects to another server, ${elsewhere.origin}`);
    }
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('A sync with Octopus Deploy', () => {
  it('that is cancelled keeps what it had, and is made good', async () => {
    const { octopus, sync, test, cast, connection, told } = await startOctopus(450);
    octopus.behaviour.afterPage = (page) => {
      if (page === 2) void test.app.call('progress.cancel', { id: 'sync-1' });
    };
    const input = { id: connection.id, progressId: 'sync-1' };
    const cancelled = await test.refused('connections.sync', input, cast.mara.id);
    expect(cancelled.message).toContain('Cancelled');
    expect((await told()).length).toBeLessThan(450);
    octopus.behaviour.afterPage = () => undefined;
    await sync();
    expect(await told()).toHaveLength(450);
  });

  it.each([
    ['packed, behind a byte order mark', { gzip: true, byteOrderMark: true }],
    ['from a server whose clock is an hour ahead', { dateSkewMs: 3_600_000 }],
    ['from a server whose clock is an hour behind', { dateSkewMs: -3_600_000 }],
  ])('%s is read like any other', async (_what, behaviour) => {
    const { octopus, sync, told } = await startOctopus(2);
    Object.assign(octopus.behaviour, behaviour);
    expect(await sync()).toMatchObject({ added: 2, rejected: 0 });
    octopus.deployed.push(aDeployed(9, ago(-octopus.behaviour.dateSkewMs / 60_000)));
    expect(await sync()).toMatchObject({ added: 1, rejected: 0 });
    expect(await told()).toHaveLength(3);
  });

  it('leaves the key in no file', async () => {
    const { octopus, sync, test } = await startOctopus(3);
    octopus.fail(faults.failure(500, octopusToken));
    await sync();
    for (const name of readdirSync(test.folder)) {
      expect(readFileSync(join(test.folder, name)).includes(octopusToken)).toBe(false);
    }
    expect(JSON.stringify(test.events)).not.toContain(octopusToken);
  });
});

describe('A test of a connection to Octopus Deploy', () => {
  it.each([
    ['', 'Default'],
    ['groesse', 'Größe'],
    ['Spaces-2/Projects-7', 'Größe/Shop'],
  ])('of “%s” says that it reached %s', async (repository, reached) => {
    const { test, connection, octopus } = await startOctopus(1);
    const found = await test.call('connections.test', { id: connection.id, repository });
    expect(found).toEqual({
      ...{ repository: reached, workflows: [] },
      notes: reached === 'Größe' ? [expect.stringContaining('No deployment is seen')] : found.notes,
    });
    // Anybody may ask for the root; the rest goes with the key.
    expect(octopus.requests.map(({ path }) => path).at(0)).toBe('/api');
  });

  it.each([
    ['Elsewhere', 'The space Elsewhere was not found; seen are Default, Größe. Check its name'],
    ['Default/Web', 'The project Web in the space Default was not found; seen are Payments API'],
  ])('names %s, which is not there', async (repository, words) => {
    const { test, connection } = await startOctopus();
    const refused = await test.refused('connections.test', { id: connection.id, repository });
    expect(refused.code).toBe('not_found');
    expect(refused.message).toContain(words);
  });

  it('says that there is no default space, and that nobody is let in without a key', async () => {
    const { octopus, test, connection } = await startOctopus();
    octopus.hasDefault = false;
    octopus.spaces = octopus.spaces.slice(1);
    const tested = await test.refused('connections.test', { id: connection.id });
    expect(tested.message).toContain('a server without a default space needs one');
    const place = { provider: 'octopus', baseUrl: octopus.baseUrl, repository: '' };
    const { message } = await test.refused('connections.test', place);
    expect(message).toContain('answers nobody without an API key (401)');
  });

  it('tells another server from Octopus before the key is sent', async () => {
    const { octopus, test, connection } = await startOctopus();
    octopus.fail(faults.body('{"name":"something"}'), { to: /api$/ });
    const { message } = await test.refused('connections.test', { id: connection.id });
    expect(message).toContain('expected to answer with its name and version');
    expect(octopus.requests.map(({ headers }) => headers['x-octopus-apikey'])).toEqual([undefined]);
  });
});
