import { describe, expect, it, onTestFinished } from 'vitest';
import { startElsewhere } from '../../support/servers/elsewhere.ts';
import * as faults from '../../support/servers/faults.ts';
import { aTrackerIssue } from '../../support/servers/issues.ts';
import { reply } from '../../support/servers/reply.ts';
import { ago, someTrackerIssues, startTracker, token, trackers } from './issues.ts';

/** More often than anything is tried again. */
const always = { times: 100 };
const toIssues = { to: /\/issues/, times: 100 };

describe.each(trackers)('A sync with %s', (tracker) => {
  const issue = (facts: Parameters<typeof aTrackerIssue>[1]) => aTrackerIssue(tracker, facts);

  it('of no issues brings none', async () => {
    const { sync, tickets } = await startTracker(tracker);
    expect(await sync()).toMatchObject({ added: 0, rejected: 0 });
    expect(await tickets()).toEqual([]);
  });

  it.each(['absolute', 'relative', 'by-id'] as const)(
    'imports every page by %s links, and what changes meanwhile, nothing missing or twice',
    async (links) => {
      const { server, sync, tickets } = await startTracker(
        tracker,
        someTrackerIssues(tracker, 330),
      );
      server.behaviour.links = links;
      let pages = 0;
      server.behaviour.afterPage = () => {
        pages += 1;
        if (pages > 2) return;
        // Five that were read already move to the end: those behind them move up.
        for (const n of [3, 4, 5, 6, 7].map((each) => each * pages)) {
          server.issues[n] = issue({ number: n + 1, updated: ago(0) });
        }
      };
      expect(await sync()).toMatchObject({ added: 330, rejected: 0 });
      expect(new Set((await tickets()).map(({ key }) => key)).size).toBe(330);
    },
  );

  it('reads on by the links where all of a page changed at once', async () => {
    const same = Array.from({ length: 250 }, (_, n) => issue({ number: n + 1, updated: ago(9) }));
    const { sync } = await startTracker(tracker, same);
    expect(await sync()).toMatchObject({ added: 250 });
  });

  it('reads nothing of pages that are as they were, and what changed since', async () => {
    const { server, sync, tickets } = await startTracker(tracker, someTrackerIssues(tracker, 130));
    await sync();
    await sync();
    server.requests.length = 0;
    expect(await sync()).toMatchObject({ added: 0, updated: 0, unchanged: 0 });
    const asked = server.requests.filter(({ path }) => path.endsWith('/issues'));
    expect(asked.every(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true);
    const filter = tracker === 'github-issues' ? 'since' : 'updated_after';
    expect(asked[0]?.query.get(filter)).toBe('2026-11-24T00:00:00Z');
    server.issues[0] = issue({ number: 1, state: 'closed', updated: ago(0), closed_at: ago(0) });
    expect(await sync()).toMatchObject({ added: 0, updated: 1 });
    expect((await tickets())[0]).toMatchObject({ key: '#1', status: 'succeeded' });
  });

  it('stopped on its second page keeps the first, and brings the rest next time', async () => {
    const { server, sync, refusedSync, tickets, test } = await startTracker(
      tracker,
      someTrackerIssues(tracker, 230),
    );
    server.fail(({ response }) => response.destroy(), {
      to: /[?&](?:since|updated_after)=/,
      times: 20,
    });
    await refusedSync();
    expect(await tickets()).toHaveLength(100);
    server.heal();
    await sync();
    expect(await tickets()).toHaveLength(230);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });

  it('can be cancelled, and made good', async () => {
    const issues = someTrackerIssues(tracker, 230);
    const { server, sync, tickets, test, connection, cast } = await startTracker(tracker, issues);
    server.behaviour.afterPage = () => void test.app.call('progress.cancel', { id: 'sync-1' });
    const input = { id: connection.id, progressId: 'sync-1' };
    const { message } = await test.refused('connections.sync', input, cast.mara.id);
    expect(message).toContain('Cancelled');
    server.behaviour.afterPage = () => undefined;
    await sync();
    expect(await tickets()).toHaveLength(230);
  });

  it('is the same from an exported file, row for row', async () => {
    const issues = someTrackerIssues(tracker, 120);
    const { sync, tickets, importing } = await startTracker(tracker, issues);
    await sync();
    const bySync = await tickets();
    expect(await importing(issues).take()).toMatchObject({ added: 0, updated: 0, unchanged: 120 });
    const other = await startTracker(tracker);
    expect(await other.importing(issues).take()).toMatchObject({ added: 120 });
    const facts = (rows: typeof bySync) =>
      rows.map(({ id: _id, connectionId: _connection, asOf: _asOf, ...rest }) => rest);
    expect(facts(await other.tickets())).toEqual(facts(bySync));
    const refused = await other.importing({ workflow_runs: [{ id: 1 }] }).refuse();
    expect(refused.message).toMatch(/^Expected an answer of Git\w+ issues .*Export issues with: g/);
  });

  it('takes what is null, absent or hostile for what it says', async () => {
    const { server, sync, tickets } = await startTracker(tracker);
    const odd = [
      issue({ number: 1, title: '<b>Größe</b>', milestone: '2.4/ü', labels: null }),
      issue({ number: 2, state: 'sparkling', assignee: null, assignees: null }),
      issue({ number: 3, html_url: 'javascript:alert(1)', web_url: 'javascript:alert(1)' }),
      { ...issue({ number: 4 }), id: null },
      null,
    ];
    server.fail((exchange) => reply(exchange, 200, odd), toIssues);
    const { added, warnings } = await sync();
    expect(added).toBe(3);
    const link = tracker === 'github-issues' ? 'html_url' : 'web_url';
    expect(warnings.map(({ at }) => at)).toEqual([
      `page 1, [2].${link}`,
      'page 1, [3]',
      'page 1, [4]',
    ]);
    const told = new Map((await tickets()).map((each) => [each.key, each]));
    expect(told.get('#1')).toMatchObject({
      ...{ title: '<b>Größe</b>', releases: ['2.4/ü'], labels: [], status: 'queued' },
    });
    expect(told.get('#2')).toMatchObject({ status: 'unknown', rawStatus: 'sparkling' });
    expect(told.get('#3')).toMatchObject({ url: null });
  });

  const refusals: [string, faults.Fault, RegExp][] = [
    ['a wrong token', faults.failure(401, 'Unauthorized'), /refused the token \(401\)/],
    [
      'a right that is missing',
      faults.failure(403, 'Forbidden'),
      tracker === 'github-issues'
        ? /may not read this of acme\/shop \(403\).*“Issues: read”/
        : /may not read the issues of acme\/shop \(403\).*role Guest there, and issues/,
    ],
    ['a project that is not there', faults.failure(404, 'Not Found'), /was not found .*\(404\)/],
    [
      'issues that were switched off',
      faults.failure(410, 'Issues are disabled for this repo'),
      /no longer offers this \(410\).*said: .*Issues are disabled for this repo/,
    ],
    ['a sign-in page', faults.htmlPage, /an HTML page came/],
    ['another shape', faults.body('{"message":"hello"}'), /expected to answer with a list of iss/],
    ['a limit', faults.tooManyRequests('600'), /rate limited until|allows no more requests/],
    ['a server that fails', faults.failure(502), /answered 502 and did not recover/],
    ['a body cut short', faults.cutShort, /before its answer was complete/],
    ['JSON that breaks off', faults.invalidJson, /cut short or damaged/],
    ['10,000 levels', faults.nested(10_000), /nested deeper than 100 levels/],
  ];
  it.each(refusals)('names %s, in a test and in a sync that loses nothing', async (...each) => {
    const [, fault, words] = each;
    const started = await startTracker(tracker, someTrackerIssues(tracker, 3));
    const { server, test, connection, sync, refusedSync, tickets } = started;
    await sync();
    const before = await tickets();
    server.fail(fault, toIssues);
    const tested = await test.refused('connections.test', { id: connection.id });
    const synced = await refusedSync();
    for (const { message } of [tested, synced]) {
      expect(message).toMatch(words);
      expect(message).not.toContain(token);
    }
    expect(await tickets()).toEqual(before);
    server.heal();
    expect(await sync()).toMatchObject({ added: 0, updated: 0, rejected: 0 });
    expect(test.errors).toEqual([]);
  });

  it('sends the token to no other server a redirect or a link leads to', async () => {
    const elsewhere = await startElsewhere();
    onTestFinished(() => elsewhere.close());
    const { server, refusedSync } = await startTracker(tracker, someTrackerIssues(tracker, 3));
    server.fail(faults.redirect(`${elsewhere.origin}/issues`), always);
    expect((await refusedSync()).message).toContain(`another server, ${elsewhere.origin}`);
    server.heal();
    const link = `<${elsewhere.origin}/issues?page=2>; rel="next"`;
    server.fail((exchange) => reply(exchange, 200, [issue({})], { link }), toIssues);
    expect((await refusedSync()).message).toContain('The link to the next page leads to');
    expect(elsewhere.requests).toEqual([]);
  });

  it('says what was reached, and that a token may do more than it needs', async () => {
    const { server, test, connection } = await startTracker(tracker);
    if ('scopes' in server) server.scopes = ['api'];
    else server.repository.has_issues = false;
    const { repository, notes } = await test.call('connections.test', { id: connection.id });
    expect(repository).toBe('acme/shop');
    expect(notes).toEqual([
      expect.stringMatching(/may also write \(api\)|^Issues are switched off in this repository/),
    ]);
  });
});

describe('A sync with GitHub issues', () => {
  it('leaves pull requests out and counts them once', async () => {
    const issues = someTrackerIssues('github-issues', 230).map((each, n) =>
      n % 2 === 0 ? { ...each, pull_request: { url: 'https://api.github.com/…' } } : each,
    );
    const { sync, tickets } = await startTracker('github-issues', issues);
    const { added, warnings } = await sync();
    expect(added).toBe(115);
    expect(warnings).toEqual([
      { at: 'issues', reason: expect.stringMatching(/^pull requests are no issues: 11[56] left/) },
    ]);
    expect(await tickets()).toHaveLength(115);
  });

  it.each([
    ['completed', 'succeeded'],
    [null, 'succeeded'],
    ['not_planned', 'skipped'],
    ['duplicate', 'skipped'],
    ['sparkling', 'unknown'],
  ])('takes an issue closed as %s for %s', async (reason, status) => {
    const closed = { state: 'closed', state_reason: reason, closed_at: ago(1) };
    const { sync, tickets } = await startTracker('github-issues', [
      aTrackerIssue('github-issues', closed),
    ]);
    await sync();
    expect(await tickets()).toMatchObject([{ status, rawResult: reason }]);
  });

  it('follows a repository that was renamed, and says so', async () => {
    const { server, sync, test, connection } = await startTracker(
      'github-issues',
      someTrackerIssues('github-issues', 130),
    );
    if (!('formerNames' in server)) throw new Error('is no GitHub');
    server.repository.full_name = 'acme/store';
    server.formerNames.push('acme/shop');
    expect(await sync()).toMatchObject({ added: 130 });
    const { repository, notes } = await test.call('connections.test', { id: connection.id });
    expect([repository, notes]).toEqual([
      'acme/store',
      [expect.stringContaining('The repository is now called acme/store')],
    ]);
  });
});

describe('A sync with GitLab issues', () => {
  it('says where an issue that was moved goes on', async () => {
    const moved = { state: 'closed', moved_to_id: 99, closed_at: ago(1) };
    const { sync, tickets } = await startTracker('gitlab-issues', [
      aTrackerIssue('gitlab-issues', moved),
    ]);
    const { warnings } = await sync();
    expect(warnings[0]?.reason).toBe('was moved, and goes on as issue 99');
    expect(await tickets()).toMatchObject([{ status: 'succeeded', warnings: true }]);
  });
});
