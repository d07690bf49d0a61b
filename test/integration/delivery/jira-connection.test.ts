import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startElsewhere } from '../../support/servers/elsewhere.ts';
import * as faults from '../../support/servers/faults.ts';
import { startJiraServer } from '../../support/servers/jira.ts';
import { secret, someIssues, startJira, tokens } from './jira.ts';

/** More often than anything is tried again. */
const always = { times: 100 };

/** An error in Jira's shape, with headers of its own. */
const said =
  (status: number, words: string, headers: Record<string, string> = {}): faults.Fault =>
  (exchange) =>
    exchange.error(status, words, headers);

const refusals: [string, faults.Fault, RegExp][] = [
  ['a wrong token', said(401, 'Client must be authenticated'), /refused the token \(401\).*Make a/],
  [
    'a CAPTCHA of a server',
    said(403, '', {
      'x-authentication-denied-reason': 'CAPTCHA_CHALLENGE; login-url=http://jira/login.jsp',
    }),
    /wants a CAPTCHA solved .*\(403\)\. Sign in at http:\S+ once in the browser/,
  ],
  [
    'a CAPTCHA told by the reason of the sign-in',
    said(401, '', { 'x-seraph-loginreason': 'AUTHENTICATION_DENIED' }),
    /wants a CAPTCHA solved .*\(401\)/,
  ],
  [
    'a right that is missing',
    said(403, 'You may not'),
    /may not read PAY, OPS \(403\).*“Browse projects”.*read:jira-work\. Jira said: You may not/,
  ],
  ['an address without Jira', faults.body('', 'text/html', 404), /There is no Jira at http/],
  ['a sign-in page', faults.htmlPage, /an HTML page came/],
  ['another API', faults.body('{"message":"hello"}'), /expected to answer with .*, “hello”/],
  ['a limit', faults.tooManyRequests('600'), /rate limited until .*read so far is kept/],
  [
    'a limit until an instant',
    said(429, '', { 'x-ratelimit-reset': '2026-11-24T09:30Z' }),
    /rate limited until 2026-11-24T09:30:00\.000Z/,
  ],
  ['a server that fails', said(500, ''), /answered 500 and did not recover/],
  ['a body cut short', faults.cutShort, /ended the connection before its answer was complete/],
  ['JSON that breaks off', faults.invalidJson, /cut short or damaged/],
  ['10,000 levels', faults.nested(10_000), /nested deeper than 100 levels/],
];

describe.each(['cloud', 'server'] as const)('A connection to Jira, the %s', (kind) => {
  it.each(refusals)('names %s, in a test and in a sync that loses nothing', async (...each) => {
    const [, fault, words] = each;
    const { jira, test, connection, sync, refusedSync, tickets } = await startJira(
      someIssues(3),
      kind,
    );
    await sync();
    const before = await tickets();
    jira.fail(fault, always);
    const tested = await test.refused('connections.test', { id: connection.id });
    const synced = await refusedSync();
    for (const { message } of [tested, synced]) {
      expect(message).toMatch(words);
      expect(message).not.toContain(secret);
    }
    const [listed] = await test.call('connections.list', {});
    expect(listed?.state.lastError).toBe(synced.message);
    expect(await tickets()).toEqual(before);
    jira.heal();
    expect(await sync()).toMatchObject({ added: 0, updated: 0, rejected: 0 });
    expect(test.errors).toEqual([]);
  });

  it('recovers from failures that pass, and from answers in other clothes', async () => {
    const { jira, sync } = await startJira(someIssues(3), kind);
    Object.assign(jira.behaviour, { gzip: true, byteOrderMark: true, dateSkewMs: -3_600_000 });
    for (const status of [408, 500, 502, 503, 504]) jira.fail(said(status, ''));
    expect(await sync()).toMatchObject({ added: 3, rejected: 0 });
  });

  it('sends the token to no other server a redirect leads to, and keeps it in no file', async () => {
    const elsewhere = await startElsewhere();
    onTestFinished(() => elsewhere.close());
    const { jira, sync, refusedSync, test } = await startJira(someIssues(3), kind);
    await sync();
    jira.fail(faults.redirect(`${elsewhere.origin}/rest/api/2/serverInfo`), always);
    expect((await refusedSync()).message).toContain(`another server, ${elsewhere.origin}`);
    expect(elsewhere.requests).toEqual([]);
    await test.app.close();
    for (const name of readdirSync(test.folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.includes('.')) continue;
      expect(readFileSync(join(test.folder, name)).includes(secret)).toBe(false);
    }
  });

  it.each([
    ['PAY AND nonsense = 1', "JQL Query: Expecting operator but got 'nonsense'", 'invalid_input'],
    ['NOPE', "The value 'NOPE' does not exist for the field 'project'", 'not_found'],
  ])('says in Jira’s own words what it does not take of %s', async (place, words, code) => {
    const { test, connection, refusedSync, jira } = await startJira([], kind, place);
    const refused = [
      await test.refused('connections.test', { id: connection.id }),
      await refusedSync(),
    ];
    for (const each of refused) {
      expect(each.code).toBe(code);
      expect(each.message).toContain(`Jira said: `);
      expect(each.message).toContain(words);
    }
    // Asked once each: what is refused is not tried again.
    expect(jira.requests.filter(({ path }) => /\/search/.test(path))).toHaveLength(2);
  });

  it('says that nothing is seen, and why that may be', async () => {
    const { test, connection } = await startJira([], kind);
    expect(await test.call('connections.test', { id: connection.id })).toEqual({
      repository: 'PAY, OPS',
      workflows: [],
      notes: [expect.stringMatching(/^No issue is seen: none fits, or .*“Browse projects”/)],
    });
  });
});

describe('A connection to Jira', () => {
  it('does not take “no issues” for an answer when the cloud does not know the token', async () => {
    const { jira, test, connection, sync, refusedSync, tickets } = await startJira(someIssues(3));
    await sync();
    jira.knowsNobody = true;
    for (const { code, message } of [
      await test.refused('connections.test', { id: connection.id }),
      await refusedSync(),
    ]) {
      expect([code, message]).toEqual([
        'forbidden',
        expect.stringMatching(/with no issues, as it does to nobody: it did not accept the token/),
      ]);
    }
    expect(await tickets()).toHaveLength(3);
  });

  it('without a token says that only what is public is seen, which here is nothing', async () => {
    const jira = await startJiraServer({ issues: someIssues(3), token: tokens.cloud });
    onTestFinished(() => jira.close());
    const { test } = await startJira();
    const place = { provider: 'jira' as const, baseUrl: jira.baseUrl, repository: 'PAY' };
    expect((await test.call('connections.test', place)).notes).toEqual([
      'Without a token Jira shows only what is public',
      expect.stringContaining('to nobody Jira answers with none instead of refusing'),
    ]);
  });

  it('says that a cloud under another address has no such search (410)', async () => {
    const { jira, refusedSync } = await startJira([], 'server');
    jira.fail(said(410, 'The requested API has been removed.'), { to: /\/search/ });
    expect((await refusedSync()).message).toMatch(
      /it is Jira Cloud under another address\. .*Jira said: The requested API has been removed/,
    );
  });

  it.each([
    ['pay', 'PAY'],
    [' PAY , ops,PAY ', 'PAY, OPS'],
    ['BASE/browse/PAY-12', 'PAY'],
    ['BASE/projects/OPS/issues?filter=allopenissues', 'OPS'],
  ])('takes %s as %s', async (typed, kept) => {
    const { jira, test, cast } = await startJira();
    const repository = typed.replace('BASE', jira.baseUrl);
    const place = { provider: 'jira' as const, baseUrl: jira.baseUrl, repository };
    const token = tokens.cloud;
    const saved = await test.call('connections.save', { ...place, name: 'x', token }, cast.mara.id);
    expect(saved.repository).toBe(kept);
    expect((await test.call('connections.test', { id: saved.id })).repository).toBe(kept);
  });

  it.each([
    ['two words', 'neither keys of projects nor a JQL'],
    ['', 'neither keys of projects nor a JQL'],
    ['project = PAY) OR (project = OPS', 'a bracket is closed that was not opened'],
    ['summary ~ "open', 'the quote " is not closed'],
    ['(project = PAY', 'a bracket is not closed'],
    ['ORDER BY updated', 'neither keys of projects nor a JQL'],
  ])('takes %j for no place before anything is sent', async (repository, words) => {
    const { jira, test, connection } = await startJira();
    const refused = await test.refused('connections.test', { id: connection.id, repository });
    expect(refused.fields?.['repository']).toContain(words);
    expect(jira.requests).toEqual([]);
  });

  it.each([
    ['https://acme.atlassian.net', secret, 'token', 'expects your e-mail address'],
    ['https://acme.atlassian.net', `:${secret}`, 'token', 'no user name stands before'],
    ['https://www.atlassian.com', tokens.cloud, 'baseUrl', 'is not that of a site'],
    ['https://jira.example.com', 'a b', 'token', 'no blanks'],
  ])('refuses at %s a token or address that cannot be right', async (...each) => {
    const [baseUrl, token, field, words] = each;
    const { test } = await startJira();
    const place = { provider: 'jira', baseUrl, repository: 'PAY', token };
    const refused = await test.refused('connections.test', place);
    expect(refused.fields?.[field]).toContain(words);
    expect(refused.message).not.toContain(secret);
  });
});
