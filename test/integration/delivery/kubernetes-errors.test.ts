import { describe, expect, it, onTestFinished } from 'vitest';
import { startElsewhere } from '../../support/servers/elsewhere.ts';
import * as faults from '../../support/servers/faults.ts';
import { aWorkload } from '../../support/servers/kubernetes.ts';
import { kubernetesToken, startKubernetes } from './kubernetes.ts';

/** More often than anything is tried again. */
const always = { times: 100 };

const cases: { what: string; fault: faults.Fault; code: string; words: RegExp }[] = [
  {
    what: 'a token that does not count',
    fault: faults.failure(401, 'Unauthorized'),
    code: 'forbidden',
    words: /refused the token \(401\): it is wrong, has expired.*kubectl create token/,
  },
  {
    what: 'a right that is missing',
    fault: faults.failure(403, 'deployments.apps is forbidden: User "x" cannot list'),
    code: 'forbidden',
    words:
      /may not list deployments in the namespace payments \(403\)\. Bind the role “view”.*User "x"/,
  },
  {
    what: 'another server',
    fault: faults.body('404 page not found', 'text/plain', 404),
    code: 'not_found',
    words: /no deployments on http.*\(404\)\. Check that the address is that of the API server/,
  },
  {
    what: 'another API',
    fault: faults.body('{"message":"hello"}'),
    code: 'unavailable',
    words: /expected to answer with a list of deployments, but an error, “hello” came/,
  },
  {
    what: 'an HTML page with status 200',
    fault: faults.htmlPage,
    code: 'unavailable',
    words: /Kubernetes was expected to answer with JSON, but an HTML page came/,
  },
  {
    what: 'a limit with Retry-After',
    fault: faults.tooManyRequests('600'),
    code: 'unavailable',
    words: /rate limited until 2026-11-24T09:30:30\.000Z/,
  },
  {
    what: 'a limit that does not say how long',
    fault: faults.tooManyRequests(),
    code: 'unavailable',
    words: /rate limited until 2026-11-24T09:2[12]:30\.000Z/,
  },
  {
    what: 'an error that stays',
    fault: faults.failure(503, 'etcdserver: leader changed'),
    code: 'unavailable',
    words: /answered 503 and did not recover\. Sync again later\. Kubernetes said: etcdserver/,
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
];

describe('A connection to Kubernetes that is answered with', () => {
  it.each(cases)('$what says so, and keeps what it has', async ({ fault, code, words }) => {
    const { kubernetes, test, connection, sync, refusedSync, told } = await startKubernetes(8);
    kubernetes.pageSize = 5;
    // The second page is where it goes wrong first: what came before is kept, and nothing is gone.
    kubernetes.fail(fault, { ...always, to: /continue=/ });
    test.advance(30_000);
    expect((await refusedSync()).message).toMatch(words);
    expect(told()).toHaveLength(5);
    kubernetes.heal();
    expect(await sync()).toMatchObject({ added: 3, unchanged: 5 });

    kubernetes.fail(fault, always);
    const tested = await test.refused('connections.test', { id: connection.id });
    const synced = await refusedSync();
    for (const error of [tested, synced]) {
      expect(error.code).toBe(code);
      expect(error.message).toMatch(words);
      expect(error.message).not.toContain(kubernetesToken);
    }
    const [listed] = await test.call('connections.list', {});
    expect(listed?.state.lastError).toBe(synced.message);
    expect(told().filter((each) => each.endsWith('gone'))).toEqual([]);
    kubernetes.heal();
    expect(await sync()).toMatchObject({ added: 0, updated: 0 });
    expect(test.errors).toEqual([]);
  });

  it.each([408, 500, 502, 503, 504])('%i once tries again', async (status) => {
    const { kubernetes, sync } = await startKubernetes(3);
    kubernetes.fail(faults.failure(status));
    expect(await sync()).toMatchObject({ added: 3 });
  });

  it('a redirect to another host sends the token nowhere', async () => {
    const elsewhere = await startElsewhere();
    onTestFinished(() => elsewhere.close());
    const { kubernetes, test, connection } = await startKubernetes();
    kubernetes.fail(faults.redirect(`${elsewhere.origin}/apis/apps/v1/deployments`), always);
    const { message } = await test.refused('connections.test', { id: connection.id });
    expect(message).toContain(`redirects to another server, ${elsewhere.origin}`);
    expect(elsewhere.requests).toEqual([]);
  });

  it('a limit while pods are asked for keeps the rest of the page, and is made good', async () => {
    const { kubernetes, sync, refusedSync, told } = await startKubernetes(3);
    kubernetes.deployments.push(aWorkload('moving', 2, { status: { updatedReplicas: 1 } }));
    kubernetes.fail(faults.tooManyRequests('600'), { ...always, to: /\/pods/ });
    expect((await refusedSync()).message).toContain('rate limited until');
    expect(told()).toHaveLength(4);
    kubernetes.heal();
    expect(await sync()).toMatchObject({ added: 0, warnings: [] });
  });

  it('a cancellation keeps what it had, and calls nothing gone', async () => {
    const { kubernetes, sync, test, cast, connection, told } = await startKubernetes(12);
    await sync();
    kubernetes.pageSize = 5;
    kubernetes.behaviour.afterPage = () => {
      void test.app.call('progress.cancel', { id: 'sync-1' });
    };
    const input = { id: connection.id, progressId: 'sync-1' };
    const cancelled = await test.refused('connections.sync', input, cast.mara.id);
    expect(cancelled.message).toContain('Cancelled');
    expect(told().filter((each) => each.endsWith('gone'))).toEqual([]);
    kubernetes.behaviour.afterPage = () => undefined;
    expect(await sync()).toMatchObject({ unchanged: 12 });
  });
});

describe('A test of a connection to Kubernetes', () => {
  it('says that a namespace is not there, which answers every list', async () => {
    const { test, connection } = await startKubernetes();
    const input = { id: connection.id, repository: 'paymnets' };
    const refused = await test.refused('connections.test', input);
    expect(refused.code).toBe('not_found');
    expect(refused.message).toContain('There is no namespace paymnets in this cluster (404)');
  });

  it('asks for a token where nobody sees anything without one', async () => {
    const { kubernetes, test } = await startKubernetes();
    const place = { provider: 'kubernetes', baseUrl: kubernetes.baseUrl, repository: '' } as const;
    const refused = await test.refused('connections.test', place);
    expect(refused.message).toMatch(
      /shows nobody its deployments without a token \(403\)\. Add one/,
    );
  });

  it.each([
    [{ repository: 'Payments' }, 'repository', 'is no namespace. Type its name as kubectl'],
    [{ repository: '../secrets' }, 'repository', 'is no namespace'],
    [{ baseUrl: 'https://a/?x=1' }, 'baseUrl', 'a part after ? or #'],
    [{ token: 'two words' }, 'token', 'no blanks'],
  ])('refuses %j before anything is sent', async (typed, field, words) => {
    const { kubernetes, test, connection } = await startKubernetes();
    const refused = await test.refused('connections.test', { id: connection.id, ...typed });
    expect(refused.fields?.[field]).toContain(words);
    expect(kubernetes.requests).toEqual([]);
  });
});
