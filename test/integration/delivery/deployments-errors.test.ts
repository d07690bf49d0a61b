import { describe, expect, it, onTestFinished } from 'vitest';
import { startElsewhere } from '../../support/servers/elsewhere.ts';
import * as faults from '../../support/servers/faults.ts';
import { paymentsRun, token } from './delivery.ts';
import { startDeployments } from './deployments.ts';

const toDeployments = { to: /\/deployments(?:\?|$)/, times: 100 };
const toStatuses = { to: /\/statuses/, times: 100 };

describe('A sync whose deployments are answered with', () => {
  it.each([
    [403, /may not read this of acme\/shop \(403\).*“Deployments: read”/],
    [404, /was not found .*“Deployments: read”/],
  ])('%i keeps the runs and says which right is missing', async (status, words) => {
    const { github, sync, test } = await startDeployments(3);
    github.runs.push(paymentsRun());
    github.fail(faults.failure(status), toDeployments);
    const { added, warnings } = await sync();
    expect(added).toBe(1);
    expect(warnings).toEqual([{ at: 'deployments', reason: expect.stringMatching(words) }]);
    expect(JSON.stringify(warnings)).not.toContain(token);
    github.heal();
    expect(await sync()).toMatchObject({ added: 3, warnings: [] });
    expect(test.errors).toEqual([]);
  });

  it.each([
    ['a limit', faults.tooManyRequests('600'), /rate limited until/],
    ['an error that stays', faults.failure(502), /answered 502 and did not recover/],
    ['a body cut short', faults.cutShort, /before its answer was complete/],
    ['JSON that breaks off', faults.invalidJson, /cut short or damaged/],
    ['an HTML page', faults.htmlPage, /an HTML page came/],
    ['another shape', faults.body('{"runs":[]}'), /expected to answer with a list of deploy/],
    ['JSON nested too deep', faults.nested(10_000), /nested deeper than 100 levels/],
  ])('%s says so, keeps what there is, and is made good', async (_what, fault, words) => {
    const { github, sync, test, cast, connection, told } = await startDeployments(3);
    github.runs.push(paymentsRun());
    github.fail(fault, toDeployments);
    const input = { id: connection.id };
    expect((await test.refused('connections.sync', input, cast.mara.id)).message).toMatch(words);
    expect((await test.call('pipelines.list', {})).total).toBe(1);
    github.heal();
    expect(await sync()).toMatchObject({ added: 3, updated: 0, warnings: [] });
    expect(await told()).toHaveLength(3);
    expect(test.errors).toEqual([]);
  });

  it('a limit among the statuses stores what was told, and asks no more', async () => {
    const { github, sync, test, cast, connection, told, statusesAsked } =
      await startDeployments(40);
    github.fail(faults.tooManyRequests('600'), {
      to: /\/deployments\/43000000(?:1[0-9]|2[0-9])\/statuses/,
      times: 100,
    });
    const { id } = connection;
    const { message } = await test.refused('connections.sync', { id }, cast.mara.id);
    expect(message).toContain('rate limited until');
    // Ten at a time: of the first ten the last met the limit.
    expect(statusesAsked()).toBe(10);
    const kept = await told();
    expect(kept).toHaveLength(9);
    expect(kept.every((each) => each.endsWith('succeeded'))).toBe(true);
    github.heal();
    await sync();
    expect(await told()).toHaveLength(40);
  });

  it.each([408, 500, 503, 504])('%i once tries again', async (status) => {
    const { github, sync } = await startDeployments(2);
    github.fail(faults.failure(status), { to: toDeployments.to });
    github.fail(faults.failure(status), { to: toStatuses.to });
    expect(await sync()).toMatchObject({ added: 2, warnings: [] });
  });

  it('a redirect to another host sends the token nowhere', async () => {
    const elsewhere = await startElsewhere();
    onTestFinished(() => elsewhere.close());
    const { github, sync } = await startDeployments(1);
    github.fail(faults.redirect(`${elsewhere.origin}/repos/acme/shop/deployments`), toDeployments);
    const { warnings } = await sync();
    expect(warnings[0]?.reason).toContain('redirects to another server');
    expect(elsewhere.requests).toEqual([]);
  });

  it('a cancellation keeps what it had', async () => {
    const { github, sync, test, cast, connection, told } = await startDeployments(250);
    github.behaviour.afterPage = () => {
      if (github.requests.at(-1)?.path.endsWith('/deployments') === true) {
        void test.app.call('progress.cancel', { id: 'sync-1' });
      }
    };
    const input = { id: connection.id, progressId: 'sync-1' };
    const cancelled = await test.refused('connections.sync', input, cast.mara.id);
    expect(cancelled.message).toContain('Cancelled');
    github.behaviour.afterPage = () => undefined;
    await sync();
    expect(await told()).toHaveLength(250);
  });
});

describe('A test of a connection whose token may not read deployments', () => {
  it('says so, and that the right is missing', async () => {
    const { github, test, connection } = await startDeployments();
    const tested = () => test.call('connections.test', { id: connection.id });
    expect((await tested()).notes).toEqual([]);
    github.fail(faults.missingRight, toDeployments);
    expect((await tested()).notes).toEqual([expect.stringContaining('“Deployments: read”')]);
  });
});
