import { describe, expect, it, onTestFinished } from 'vitest';
import { startElsewhere } from '../../support/servers/elsewhere.ts';
import * as faults from '../../support/servers/faults.ts';
import { aRun } from '../../support/servers/runs.ts';
import { paymentsRun, pipelineGate, releaseOf, startDelivery, sync, token } from './delivery.ts';
import type { Delivery } from './delivery.ts';

/** More often than anything is tried again. */
const always = { times: 100 };

const cases: {
  what: string;
  fault: faults.Fault;
  code: string;
  /** What went wrong and what to do about it. */
  words: RegExp;
}[] = [
  {
    what: 'an HTML page with status 200',
    fault: faults.htmlPage,
    code: 'unavailable',
    words: /expected to answer with JSON, but an HTML page came\. Check that the base URL is/,
  },
  {
    what: '401',
    fault: faults.failure(401, 'Bad credentials'),
    code: 'forbidden',
    words: /refused the token \(401\).*Make a new one and save it.*GitHub said: Bad credentials/,
  },
  {
    what: '404',
    fault: faults.failure(404, 'Not Found'),
    code: 'not_found',
    words:
      /acme\/shop was not found .*\(404\)\. Check the name; for a private repository the token/,
  },
  {
    what: '429 with Retry-After',
    fault: faults.tooManyRequests('600'),
    code: 'unavailable',
    words: /rate limited until 2026-11-24T09:30:30\.000Z\. Try again after that; .*kept/,
  },
  {
    what: '429 without Retry-After',
    fault: faults.tooManyRequests(),
    code: 'unavailable',
    words: /rate limited until 2026-11-24T09:2[12]:30\.000Z\. Try again after that; .*kept/,
  },
  {
    what: 'a body cut short',
    fault: faults.cutShort,
    code: 'unavailable',
    words:
      /ended the connection before its answer was complete\. Sync again; if it stays, look for/,
  },
  {
    what: 'JSON that breaks off',
    fault: faults.invalidJson,
    code: 'unavailable',
    words: /JSON that is cut short or damaged \(37 bytes\)\. Sync again; if it stays, look for/,
  },
];

/** What people see of the imports, and the journal they are recorded in. */
async function seen({ test }: Delivery) {
  const { open } = await test.call('workspace.state', {});
  return { ...(await test.call('pipelines.list', {})), head: open?.head };
}

async function stateOf({ test }: Delivery) {
  const [listed] = await test.call('connections.list', {});
  if (listed === undefined) throw new Error('The connection is gone');
  return listed.state;
}

function refusedSync({ test, cast, connection }: Delivery) {
  return test.refused('connections.sync', { id: connection.id }, cast.mara.id);
}

describe('A provider that answers', () => {
  it.each(cases)('$what fails the test of the connection in words', async (each) => {
    const delivery = await startDelivery([paymentsRun()]);
    const { test, github, connection } = delivery;
    await sync(delivery);
    const before = [await seen(delivery), await stateOf(delivery)];
    test.advance(30_000);
    github.fail(each.fault, always);
    const error = await test.refused('connections.test', { id: connection.id });
    expect(error.code).toBe(each.code);
    expect(error.message).toMatch(each.words);
    // A test asks; it leaves no trace.
    expect([await seen(delivery), await stateOf(delivery)]).toEqual(before);
    github.heal();
    expect(await test.call('connections.test', { id: connection.id })).toMatchObject({
      repository: 'acme/shop',
    });
    expect([test.errors, github.problems]).toEqual([[], []]);
  });

  it.each(cases)('$what fails the sync in words, and changes nothing imported', async (each) => {
    const delivery = await startDelivery([paymentsRun()]);
    const { test, github } = delivery;
    const { id } = await releaseOf(delivery);
    await sync(delivery);
    const before = { seen: await seen(delivery), state: await stateOf(delivery) };
    expect((await pipelineGate(delivery, id)).status).toBe('passed');

    test.advance(30_000);
    test.events.length = 0;
    github.fail(each.fault, always);
    const error = await refusedSync(delivery);
    expect(error.code).toBe(each.code);
    expect(error.message).toMatch(each.words);
    expect(error.message).not.toContain(token);
    expect(await seen(delivery)).toEqual(before.seen);
    expect((await pipelineGate(delivery, id)).status).toBe('passed');

    // The connection says so wherever it is shown, and how old its facts are is still true.
    const { lastError, lastTriedAt, rateLimitedUntil, ...others } = await stateOf(delivery);
    expect(before.state).toMatchObject(others);
    expect([lastError, lastTriedAt]).toEqual([error.message, '2026-11-24T09:20:30.000Z']);
    expect(/until (\S+)\. /.exec(error.message)?.[1] ?? null).toBe(rateLimitedUntil);
    expect(test.events).toContainEqual({
      type: 'changed',
      topics: expect.arrayContaining(['connections']),
    });

    github.heal();
    expect(await sync(delivery)).toMatchObject({ added: 0, updated: 0, rejected: 0 });
    expect(await stateOf(delivery)).toMatchObject({ lastError: null, rateLimitedUntil: null });
    expect([test.errors, github.problems]).toEqual([[], []]);
  });

  it('a redirect to another host is not followed, and its token stays where it is', async () => {
    const elsewhere = await startElsewhere();
    onTestFinished(() => elsewhere.close());
    const delivery = await startDelivery([paymentsRun()]);
    const { test, github, connection } = delivery;
    await sync(delivery);
    const before = await seen(delivery);
    github.fail(faults.redirect(`${elsewhere.origin}/repos/acme/shop`, 302), always);
    const tested = await test.refused('connections.test', { id: connection.id });
    const synced = await refusedSync(delivery);
    for (const error of [tested, synced]) {
      expect(error.code).toBe('forbidden');
      expect(error.message).toContain(`redirects to another server, ${elsewhere.origin}`);
      expect(error.message).toContain('the token was not sent there');
      expect(error.message).toContain('If the server has moved, type its new base URL');
    }
    expect(elsewhere.requests).toEqual([]);
    expect((await stateOf(delivery)).lastError).toBe(synced.message);
    expect(await seen(delivery)).toEqual(before);
    expect(test.errors).toEqual([]);
  });

  it.each(cases)('$what on its second page: the next sync brings the rest', async (each) => {
    const runs = Array.from({ length: 230 }, (_, index) => aRun({ id: 9_000_000_001 + index }));
    const delivery = await startDelivery(runs);
    const { test, github } = delivery;
    test.advance(30_000);
    github.fail(each.fault, { ...always, to: /[?&]page=2\b/ });
    expect((await refusedSync(delivery)).message).toMatch(each.words);
    expect((await test.call('pipelines.list', {})).total).toBe(100);
    // Not everything was read, so nothing says that the facts are of now.
    expect(await stateOf(delivery)).toMatchObject({ lastSuccessAt: null, counts: null });
    github.heal();
    await sync(delivery);
    expect((await test.call('pipelines.list', {})).total).toBe(230);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });
});
