import { describe, expect, it } from 'vitest';
import { anIssue, jiraDate } from '../../support/servers/jira.ts';
import { jira as answers } from '../../support/answers/trackers.ts';
import { reply } from '../../support/servers/reply.ts';
import { testNow } from '../../support/surroundings.ts';
import { someIssues, startJira } from './jira.ts';

const kinds = ['cloud', 'server'] as const;
const ago = (minutes: number) => jiraDate(testNow - minutes * 60_000);
const searches = /\/search/;

describe.each(kinds)('A sync with Jira, the %s', (kind) => {
  it('of no issues says so by its count, and is asked who it is taken for', async () => {
    const { sync, tickets, jira } = await startJira([], kind);
    expect(await sync()).toMatchObject({ added: 0, rejected: 0 });
    expect(await tickets()).toEqual([]);
    expect(jira.requests.at(-1)?.path).toMatch(/\/rest\/api\/2\/myself$/);
  });

  it('imports every page, and what changes meanwhile, nothing missing or twice', async () => {
    const { jira, sync, tickets, clock } = await startJira(someIssues(330), kind);
    let pages = 0;
    jira.behaviour.afterPage = () => {
      pages += 1;
      if (pages > 2) return;
      // Three that were read already move to the end: those behind them move up.
      clock.now += 1000;
      for (const n of [3, 4, 5].map((each) => each * pages)) {
        jira.issues[n] = anIssue({ number: n + 1, updated: jiraDate(clock.now), summary: 'new' });
      }
    };
    const { added, rejected } = await sync();
    expect([added, rejected]).toEqual([330, 0]);
    expect(new Set((await tickets()).map(({ key }) => key)).size).toBe(330);
    expect((await tickets({ text: 'new' })).length).toBeGreaterThan(0);
    jira.behaviour.afterPage = () => undefined;
    await sync();
    expect(await tickets({ text: 'new' })).toHaveLength(6);
    expect(await sync()).toMatchObject({ added: 0, updated: 0 });
  });

  it('asks afterwards only for what changed, in minutes before the server’s now', async () => {
    const { jira, sync, tickets, test, clock } = await startJira(someIssues(50), kind);
    await sync();
    jira.issues[7] = anIssue({ number: 8, category: 'done', updated: jiraDate(testNow + 60_000) });
    clock.now += 3_600_000;
    test.advance(3_600_000);
    jira.requests.length = 0;
    const { added, updated, unchanged } = await sync();
    // The ten minutes before the last sync are read again.
    expect([added, updated]).toEqual([0, 1]);
    expect(unchanged).toBeLessThan(15);
    const asked = jira.requests.find(({ path }) => searches.test(path))?.query.get('jql');
    expect(asked).toBe(
      'project in ("PAY", "OPS") AND updated >= -71m ORDER BY updated ASC, key ASC',
    );
    expect((await tickets({ text: 'PAY-8' }))[0]).toMatchObject({ status: 'succeeded' });
  });

  it('goes by the server’s clock, not by that of this computer', async () => {
    const { jira, sync, tickets } = await startJira(someIssues(5), kind);
    jira.behaviour.dateSkewMs = -7_200_000;
    await sync();
    jira.issues.push(anIssue({ number: 9, updated: ago(1) }));
    expect(await sync()).toMatchObject({ added: 1 });
    expect(await tickets()).toHaveLength(6);
  });

  it('stopped on its second page keeps the first, and brings the rest next time', async () => {
    const { jira, sync, refusedSync, tickets, test } = await startJira(someIssues(230), kind);
    const second = kind === 'cloud' ? /nextPageToken/ : /startAt=[1-9]/;
    jira.fail(({ response }) => response.destroy(), { to: second, times: 20 });
    await refusedSync();
    expect(await tickets()).toHaveLength(100);
    const [listed] = await test.call('connections.list', {});
    expect(listed?.state.lastSuccessAt).toBeNull();
    jira.heal();
    await sync();
    expect(await tickets()).toHaveLength(230);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });

  it('can be cancelled, and made good', async () => {
    const { jira, sync, tickets, test, connection, cast } = await startJira(someIssues(230), kind);
    jira.behaviour.afterPage = () => void test.app.call('progress.cancel', { id: 'sync-1' });
    const input = { id: connection.id, progressId: 'sync-1' };
    const { message } = await test.refused('connections.sync', input, cast.mara.id);
    expect(message).toContain('Cancelled');
    jira.behaviour.afterPage = () => undefined;
    await sync();
    expect(await tickets()).toHaveLength(230);
  });

  it('is the same from an exported file, row for row, which an older one does not undo', async () => {
    const issues = someIssues(120);
    const { sync, tickets, importing, jira } = await startJira(issues, kind);
    await sync();
    const bySync = await tickets();
    const page = { startAt: 0, total: 120, issues: [...issues] };
    expect(await importing(page).take()).toMatchObject({ added: 0, updated: 0, unchanged: 120 });
    const other = await startJira([], kind);
    expect(await other.importing([page]).take()).toMatchObject({ added: 120 });
    const facts = (rows: typeof bySync) =>
      rows.map(({ id: _id, connectionId: _connection, asOf: _asOf, ...rest }) => rest);
    expect(facts(await other.tickets())).toEqual(facts(bySync));
    // Moved on since the file was exported.
    jira.issues[0] = anIssue({ number: 1, category: 'done', updated: ago(0) });
    await sync();
    expect(await importing(page).take()).toMatchObject({ updated: 0 });
    expect((await tickets({ text: 'PAY-1' })).at(0)).toMatchObject({ status: 'succeeded' });
  });

  it('takes what is null, absent or hostile for what it says', async () => {
    const { jira, sync, tickets } = await startJira([], kind);
    const odd = [
      anIssue({ number: 1, summary: '<b>Größe</b> =1+1', priority: null, assignee: null }),
      anIssue({ number: 2, status: { name: '完成', statusCategory: { key: 'undefined' } } }),
      anIssue({ number: 3, labels: null, fixVersions: [], created: '2024-09-2T14:42' }),
      { ...anIssue({ number: 4 }), self: 'javascript:alert(1)/rest/api/3/issue/4' },
      { id: '10005', key: 'PAY-5' },
      null,
      anIssue({ number: 7, category: 'done', resolution: { name: 'Won’t Do' } }),
    ];
    jira.fail((exchange) => reply(exchange, 200, { issues: odd, total: 7, isLast: true }), {
      to: searches,
    });
    const { added, warnings } = await sync();
    expect(added).toBe(5);
    expect(warnings.map(({ at }) => at)).toEqual([
      'page 1, issues[2].fields.created',
      'page 1, issues[4].fields',
      'page 1, issues[5]',
    ]);
    const told = new Map((await tickets()).map((each) => [each.key, each]));
    expect(told.get('PAY-1')).toMatchObject({ title: '<b>Größe</b> =1+1', priority: null });
    expect(told.get('PAY-2')).toMatchObject({ status: 'unknown', rawStatus: '完成' });
    expect(told.get('PAY-3')).toMatchObject({ labels: [], releases: [], createdAt: null });
    expect(told.get('PAY-4')).toMatchObject({ url: null });
    expect(told.get('PAY-7')).toMatchObject({ status: 'skipped', rawResult: 'Won’t Do' });
  });

  it('knows an issue by its id when it moves to another project', async () => {
    const { jira, sync, tickets } = await startJira(someIssues(1), kind);
    await sync();
    jira.issues[0] = { ...anIssue({ number: 1, updated: ago(0) }), key: 'OPS-77' };
    expect(await sync()).toMatchObject({ added: 0, updated: 1 });
    expect((await tickets()).map(({ key }) => key)).toEqual(['OPS-77']);
  });
});

describe('A sync with Jira', () => {
  it('goes on behind empty pages of the cloud', async () => {
    const { jira, sync } = await startJira(someIssues(3), 'cloud');
    jira.emptyPages = 2;
    expect(await sync()).toMatchObject({ added: 3 });
  });

  it.each([1, 2, 7, 50, 100])('takes pages of %i from a server that sends fewer', async (most) => {
    const { jira, sync } = await startJira(someIssues(101), 'server');
    jira.mostResults = most;
    expect(await sync()).toMatchObject({
      added: 101,
      unchanged: most === 1 ? 0 : expect.anything(),
    });
  });

  it('stops where the cloud names a page again, and says so', async () => {
    const { jira, sync } = await startJira(someIssues(3), 'cloud');
    const page = { issues: [anIssue()], nextPageToken: 'again' };
    jira.fail((exchange) => reply(exchange, 200, page), { to: searches, times: 10 });
    const { warnings } = await sync();
    expect(warnings).toEqual([
      { at: 'page 3', reason: expect.stringContaining('a page that was read before') },
    ]);
  });

  it('with more than one sync reads goes on with the next, and misses none', async () => {
    const { jira, sync, tickets } = await startJira(someIssues(450), 'server');
    jira.mostResults = 2;
    const { warnings } = await sync();
    expect(warnings).toEqual([
      { at: 'page 200', reason: expect.stringMatching(/next sync goes on with those after 2026-/) },
    ]);
    const [first] = [await tickets()];
    expect(first.length).toBe(201);
    for (let times = 0; times < 3; times += 1) await sync();
    expect(await tickets()).toHaveLength(450);
  });

  it('asks for a JQL of one’s own within brackets, without its order', async () => {
    const jql = 'project = PAY AND fixVersion = "2.4.0 (ORDER BY)" order by rank';
    const issues = [
      anIssue({ number: 1, fixVersions: ['2.4.0 (ORDER BY)'] }),
      anIssue({ number: 2 }),
    ];
    const { jira, sync, connection } = await startJira(issues, 'cloud', jql);
    expect(connection.repository).toBe(jql);
    expect(await sync()).toMatchObject({ added: 1 });
    expect(jira.requests.at(-1)?.query.get('jql')).toBe(
      '(project = PAY AND fixVersion = "2.4.0 (ORDER BY)") ORDER BY updated ASC, key ASC',
    );
  });

  it('keeps versions of a file apart from tickets', async () => {
    const { importing, tickets } = await startJira([], 'cloud');
    await importing({ values: [answers.versions], isLast: true }).take();
    expect(await tickets()).toEqual([]);
  });

  it.each([
    ['of another kind', { workflow_runs: [{ id: 1 }] }, /Expected an answer of Jira \(issues or/],
    [
      'of an error',
      { errorMessages: ['The value X does not exist'] },
      /The value X does not exist/,
    ],
    ['cut short', '{"issues":[{"id":"1"', /no JSON, or is cut short/],
    ['without content', '', /no JSON/],
    ['nested deep', '['.repeat(10_000), /nested deeper/],
  ])('refuses a file %s in words', async (_what, content, words) => {
    const { importing } = await startJira([], 'cloud');
    const { code, message } = await importing(content).refuse();
    expect(code).toBe('invalid_input');
    expect(message).toMatch(words);
    expect(message).toContain('Export issues with: curl');
  });
});
