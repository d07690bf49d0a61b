import { describe, expect, it, onTestFinished } from 'vitest';
import { signInPage, unauthorised } from '../../support/servers/azure-devops.ts';
import { startElsewhere } from '../../support/servers/elsewhere.ts';
import * as faults from '../../support/servers/faults.ts';
import { azureToken, someBuilds, startAzure } from './azure.ts';

/** More often than anything is tried again. */
const always = { times: 100 };

const signIn = 'https://login.microsoftonline.com/common/oauth2/authorize?client_id=1';
const exceeded =
  'TF400733: The request has been canceled: Request was blocked due to exceeding usage of resource Concurrency.';

const cases: { what: string; fault: faults.Fault; code: string; words: RegExp }[] = [
  {
    what: 'a token that does not count',
    fault: unauthorised,
    code: 'forbidden',
    words: /refused the token \(401\): it is wrong, expired.*scope “Build \(Read\)” and save it/,
  },
  {
    what: 'the sign-in page instead',
    fault: signInPage,
    code: 'forbidden',
    words:
      /refused the token \(203, a sign-in page\).*Make a new one with the scope “Build \(Read\)/,
  },
  {
    what: 'the way to a sign-in page',
    fault: faults.redirect(signIn),
    code: 'forbidden',
    words: /refused the token \(302, a sign-in page\)/,
  },
  {
    what: 'the way to a sign-in page on the same host',
    fault: faults.redirect('/_signin?realm=dev.azure.com&reply_to=x'),
    code: 'forbidden',
    words: /refused the token \(302, a sign-in page\)/,
  },
  {
    what: 'a right that is missing',
    fault: faults.failure(
      403,
      'TF50309: The following account does not have sufficient permissions',
    ),
    code: 'forbidden',
    words:
      /may not read the builds of Shop \(403\).*“Build \(Read\)”.*“View builds”.*said: TF50309/,
  },
  {
    what: 'a project that is not there',
    fault: faults.failure(404, 'TF200016: The following project does not exist: Shop.'),
    code: 'not_found',
    words: /Shop was not found on .*\(404\)\. Check the project’s name; its members alone/,
  },
  {
    what: 'an organisation that is not there',
    fault: faults.body('<html>404</html>', 'text/html', 404),
    code: 'not_found',
    words: /Check the address of the organisation or collection, and the project’s name$/,
  },
  {
    what: 'an HTML page with status 200',
    fault: faults.htmlPage,
    code: 'unavailable',
    words: /Azure DevOps was expected to answer with JSON, but an HTML page came/,
  },
  {
    what: 'another API',
    fault: faults.body('{"message":"hello"}'),
    code: 'unavailable',
    words: /expected to answer with a list of builds, but an error, “hello” came\. Check that/,
  },
  {
    what: 'a question it does not take',
    fault: faults.failure(400, 'TF400898: An Internal Error Occurred.'),
    code: 'invalid_input',
    words: /did not accept the question \(400\)\. A server has to be Azure DevOps Server 2020/,
  },
  {
    what: 'a limit with Retry-After',
    fault: ({ error }) => error(429, exceeded, { 'retry-after': '600' }),
    code: 'unavailable',
    words: /allows no more requests for now: rate limited until 2026-11-24T09:30:30\.000Z/,
  },
  {
    what: 'a limit with the time of its reset',
    fault: faults.primaryLimit(300, 429),
    code: 'unavailable',
    words: /rate limited until 2026-11-24T09:25:[03]0\.000Z/,
  },
  {
    what: 'a limit until an HTTP date',
    fault: ({ error, now }) =>
      error(429, exceeded, { 'retry-after': new Date(now + 600_000).toUTCString() }),
    code: 'unavailable',
    words: /rate limited until 2026-11-24T09:30:[03]0\.000Z/,
  },
  {
    what: 'a limit that does not say how long',
    fault: faults.tooManyRequests(),
    code: 'unavailable',
    words: /rate limited until 2026-11-24T09:2[12]:30\.000Z/,
  },
  {
    what: 'a collection that is stopped, after a byte order mark',
    fault: faults.body(
      '\uFEFF{"$id":"1","message":"TF24668: The team project collection is stopped."}',
      'application/json; charset=utf-8',
      503,
    ),
    code: 'unavailable',
    words: /answered 503 and did not recover\. Sync again later\. Azure DevOps said: TF24668/,
  },
  {
    what: 'a body cut short',
    fault: faults.cutShort,
    code: 'unavailable',
    words: /ended the connection before its answer was complete/,
  },
  {
    what: 'JSON that breaks off',
    fault: faults.invalidJson,
    code: 'unavailable',
    words: /JSON that is cut short or damaged/,
  },
  {
    what: 'JSON nested too deep',
    fault: faults.nested(10_000),
    code: 'unavailable',
    words: /nested deeper than 100 levels/,
  },
  {
    what: 'more than an answer can be',
    fault: faults.gzipBomb(65 * 1024 * 1024),
    code: 'unavailable',
    words: /more than 64 MiB/,
  },
];

describe('A connection to Azure DevOps that is answered with', () => {
  it.each(cases)('$what says so, and keeps what it has', async ({ fault, code, words }) => {
    const { azure, test, cast, connection, sync } = await startAzure(someBuilds(150));
    // The second page is where it goes wrong first: what came before is kept, and nothing is missed.
    azure.fail(fault, { ...always, to: /continuationToken/ });
    test.advance(30_000);
    const cut = await test.refused('connections.sync', { id: connection.id }, cast.mara.id);
    expect(cut.message).toMatch(words);
    expect((await test.call('pipelines.list', {})).total).toBe(100);
    azure.heal();
    expect(await sync()).toMatchObject({ added: 50, unchanged: 100 });

    azure.fail(fault, always);
    const tested = await test.refused('connections.test', { id: connection.id });
    const synced = await test.refused('connections.sync', { id: connection.id }, cast.mara.id);
    for (const error of [tested, synced]) {
      expect(error.code).toBe(code);
      expect(error.message).toMatch(words);
      expect(error.message).not.toContain(azureToken);
    }
    const [listed] = await test.call('connections.list', {});
    expect(listed?.state.lastError).toBe(synced.message);
    expect((await test.call('pipelines.list', {})).total).toBe(150);
    azure.heal();
    expect(await sync()).toMatchObject({ added: 0, updated: 0 });
    expect(test.errors).toEqual([]);
  });

  it.each([408, 500, 502, 503, 504])('%i once tries again', async (status) => {
    const { azure, sync } = await startAzure(someBuilds(3));
    azure.fail(faults.failure(status));
    expect(await sync()).toMatchObject({ added: 3 });
  });

  it('a redirect to another host sends the token nowhere', async () => {
    const elsewhere = await startElsewhere();
    onTestFinished(() => elsewhere.close());
    const { azure, test, connection } = await startAzure([]);
    azure.fail(faults.redirect(`${elsewhere.origin}/acme/Shop/_apis/build/builds`), always);
    const { message } = await test.refused('connections.test', { id: connection.id });
    expect(message).toContain(`redirects to another server, ${elsewhere.origin}`);
    expect(elsewhere.requests).toEqual([]);
  });
});
