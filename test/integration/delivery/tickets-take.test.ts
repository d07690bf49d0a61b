import { describe, expect, it } from 'vitest';
import * as faults from '../../support/servers/faults.ts';
import { anIssue } from '../../support/servers/jira.ts';
import { aTrackerIssue } from '../../support/servers/issues.ts';
import { livingRows } from '../../support/living-rows.ts';
import { ago, someTrackerIssues, startTracker, trackers } from './issues.ts';
import { secret } from './jira.ts';
import { frozenOn, idOf, startTickets } from './tickets.ts';

const some = () => [
  anIssue({ number: 1, summary: 'Open the till', fixVersions: ['2.4.0'] }),
  anIssue({
    number: 2,
    category: 'new',
    issuetype: { name: 'Bug' },
    priority: { name: 'Highest' },
  }),
  anIssue({ number: 3, category: 'done', resolution: { name: 'Won’t Do' } }),
  anIssue({ number: 4, category: 'done', resolution: { name: 'Fixed' }, summary: '  ' }),
];

describe('taking tickets', () => {
  it('makes an item of each, with its key, and leaves out and says what is not taken', async () => {
    const { take, scope, tickets, release } = await startTickets(some());
    const { items, left } = await take([1, 2, 3, 4].map(idOf));
    expect(left).toEqual([
      { name: 'PAY-3', reason: 'It was closed without being done (Won’t Do).' },
    ]);
    expect(items).toEqual(await scope());
    expect(items).toMatchObject([
      {
        ...{ ticket: 'PAY-1', title: 'Open the till', kind: 'feature', status: 'in-progress' },
        ...{ priority: 'should', ideaAt: '2026-01-25', lateReason: '', note: '' },
      },
      { ticket: 'PAY-2', kind: 'fix', status: 'open', priority: 'must' },
      { ticket: 'PAY-4', title: 'PAY-4', status: 'done' },
    ]);
    const told = new Map((await tickets()).map(({ key, taken }) => [key, taken]));
    expect(told.get('PAY-1')).toEqual([
      {
        ...{ releaseId: release.id, release: release.name },
        ...{ itemId: items[0]?.id, dropped: false },
      },
    ]);
    expect(told.get('PAY-3')).toEqual([]);
  });

  it('twice adds nothing, whoever wrote the key and however', async () => {
    const { take, test, release, scope } = await startTickets(some());
    await test.call('scope.add', { releaseId: release.id, title: 'By hand', ticket: 'pay-2' });
    await take([idOf(1)]);
    const before = livingRows(`${test.folder}/Payments.slipway`);
    expect(await take([1, 2].map(idOf))).toEqual({
      items: [],
      left: [
        { name: 'PAY-1', reason: 'It is in the scope already.' },
        { name: 'PAY-2', reason: 'It is in the scope already.' },
      ],
    });
    expect(livingRows(`${test.folder}/Payments.slipway`)).toEqual(before);
    const [, taken] = await scope();
    await test.call('scope.drop', { id: taken?.id ?? '', reason: 'Next time' });
    expect((await take([idOf(1)])).left[0]?.reason).toContain('was dropped from the scope');
  });

  it('is one edit, which undo takes back whole', async () => {
    const { take, test, scope, standing } = await startTickets(some());
    await take([1, 2].map(idOf), { follow: '2.4.0' });
    expect((await standing()).followed).toMatchObject([{ name: '2.4.0' }]);
    await test.call('edits.undo', {});
    expect([await scope(), (await standing()).followed]).toEqual([[], []]);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });

  it('after the scope freeze needs a reason, which is kept with what is added', async () => {
    const started = await startTickets(some());
    const { test, input } = started;
    const releaseId = await frozenOn(started, '2026-11-20');
    const refused = await test.refused('tickets.take', input([idOf(1)], { releaseId }));
    expect(refused).toMatchObject({ code: 'precondition_failed' });
    expect(refused.fields).toHaveProperty('lateReason');
    const late = input([idOf(1)], { releaseId, lateReason: 'Agreed with Jon' });
    expect((await test.call('tickets.take', late)).items).toMatchObject([
      { lateReason: 'Agreed with Jon' },
    ]);
  });

  it('is refused into a release that is closed, and of tickets that are not there', async () => {
    const { test, input, release, scope } = await startTickets(some());
    expect(await test.refused('tickets.take', input([idOf(1), '99']))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('A ticket of those chosen is no longer among those of'),
    });
    expect(await scope()).toEqual([]);
    await test.call('releases.cancel', { id: release.id, reason: 'Not needed' });
    expect(await test.refused('tickets.take', input([idOf(1)]))).toMatchObject({
      code: 'precondition_failed',
      message: expect.stringContaining('is closed'),
    });
  });

  it.each([
    ['no tickets', { tickets: [] }],
    ['too many', { tickets: Array.from({ length: 501 }, (_, n) => String(n)) }],
    ['no question', { tickets: ['1'], question: {} }],
    ['a line break', { tickets: ['1'], question: { release: 'a\nb' } }],
    [
      'an unknown connection',
      { tickets: ['1'], connectionId: '0190a0a0-0000-7000-8000-0000000000ff' },
    ],
  ])('refuses %s', async (_what, more) => {
    const { test, input } = await startTickets(some());
    const { code } = await test.refused('tickets.take', { ...input(['1']), ...more });
    expect(['invalid_input', 'not_found']).toContain(code);
  });
});

describe('tickets of a list', () => {
  it('are narrowed by words, status, version and label, with pages', async () => {
    const { test, connection } = await startTickets([
      anIssue({ number: 1, summary: '100% done_ish', fixVersions: ['2.4.0'], labels: ['a b'] }),
      anIssue({ number: 2, summary: '1000 doneXish', fixVersions: ['2.4.0', '2.5.0'] }),
      anIssue({ number: 3, category: 'done', labels: ['ready'] }),
    ]);
    const keys = async (more: object) => {
      const input = { connectionId: connection.id, ...more };
      const { tickets, total } = await test.call('tickets.list', input);
      return [tickets.map(({ key }) => key), total];
    };
    expect(await keys({ text: '100% done_' })).toEqual([['PAY-1'], 1]);
    expect(await keys({ text: 'pay-2' })).toEqual([['PAY-2'], 1]);
    expect(await keys({ release: '2.4.0', limit: 1, offset: 1 })).toEqual([['PAY-1'], 2]);
    expect(await keys({ release: '2.4' })).toEqual([[], 0]);
    expect(await keys({ label: 'a b' })).toEqual([['PAY-1'], 1]);
    expect(await keys({ status: 'succeeded' })).toEqual([['PAY-3'], 1]);
    const choices = await test.call('tickets.choices', { connectionId: connection.id });
    expect(choices.releases).toContainEqual({ name: '2.4.0', tickets: 2 });
    expect(choices.labels).toContainEqual({ name: 'ready', tickets: 1 });
  });
});

describe('asking Jira for tickets', () => {
  it('by a JQL finds them without storing any, and takes what was found', async () => {
    const { test, connection, jira, tickets, take } = await startTickets([]);
    jira.issues.push(...some());
    const question = { jql: 'fixVersion = "2.4.0" ORDER BY rank' };
    const { id: connectionId } = connection;
    const found = await test.call('tickets.find', { connectionId, question });
    expect(found).toMatchObject({
      tickets: [{ key: 'PAY-1', name: 'PAY-1', taken: [] }],
      ...{ more: false, warnings: [] },
    });
    expect(await tickets()).toEqual([]);
    expect((await take([idOf(1)], { question })).items).toMatchObject([{ ticket: 'PAY-1' }]);
    const again = await test.call('tickets.find', { connectionId, question });
    expect(again.tickets[0]?.taken).toHaveLength(1);
  });

  it('by version and label asks within the place of the connection, in quotes', async () => {
    const { test, connection, jira } = await startTickets([]);
    const question = { release: '2.4 "beta"', label: 'a\\b' };
    await test.call('tickets.find', { connectionId: connection.id, question });
    const asked = jira.requests.findLast(({ path }) => path.includes('/search'));
    expect(asked?.query.get('jql')).toBe(
      'project in ("PAY", "OPS") AND fixVersion = "2.4 \\"beta\\"" AND labels = "a\\\\b" ORDER BY updated DESC',
    );
  });

  it('stops at five hundred and says that there are more', async () => {
    const many = Array.from({ length: 620 }, (_, n) => anIssue({ number: n + 1 }));
    const { test, connection, jira } = await startTickets([]);
    jira.issues.push(...many);
    jira.requests.length = 0;
    const found = await test.call('tickets.find', {
      connectionId: connection.id,
      question: { jql: 'project = PAY' },
    });
    expect([found.tickets.length, found.more]).toEqual([500, true]);
    expect(jira.requests.filter(({ path }) => path.includes('/search'))).toHaveLength(5);
  });

  it.each([
    ['a JQL it does not take', { jql: 'project = PAY AND nonsense' }, /Jira said: .*'nonsense'/],
    ['what is no JQL', { jql: 'two words' }, /neither keys of projects nor a JQL/],
    ['an open bracket', { jql: '(project = PAY' }, /a bracket is not closed/],
  ])('says in words why %s is refused', async (_what, question, words) => {
    const { test, connection } = await startTickets([]);
    const input = { connectionId: connection.id, question };
    const { code, message } = await test.refused('tickets.find', input);
    expect(code).toBe('invalid_input');
    expect(message).toMatch(words);
  });

  it('says what keeps it from answering, and repeats no token', async () => {
    const { test, connection, jira } = await startTickets([]);
    const input = { connectionId: connection.id, question: { label: 'x' } };
    jira.fail(faults.tooManyRequests('600'), { times: 20 });
    expect((await test.refused('tickets.find', input)).message).toContain('rate limited until');
    jira.heal();
    jira.knowsNobody = true;
    const { message } = await test.refused('tickets.find', input);
    expect(message).toContain('did not accept the token');
    expect(message).not.toContain(secret);
  });
});

describe.each(trackers)('asking %s for tickets', (tracker) => {
  it('by milestone or label finds them', async () => {
    const { test, server, connection } = await startTracker(tracker);
    server.issues = [
      aTrackerIssue(tracker, { number: 1, milestone: '2.4/ü', updated: ago(3) }),
      aTrackerIssue(tracker, { number: 2, labels: ['ready'], updated: ago(2) }),
      aTrackerIssue(tracker, { number: 3, milestone: '2.5', updated: ago(1) }),
    ];
    server.milestones = [
      { number: 41, title: '2.4' },
      { number: 42, title: '2.4/ü' },
    ];
    const find = async (question: { release?: string; label?: string }) => {
      const input = { connectionId: connection.id, question };
      return (await test.call('tickets.find', input)).tickets.map(({ key }) => key);
    };
    expect(await find({ release: '2.4/ü' })).toEqual(['#1']);
    expect(await find({ label: 'ready' })).toEqual(['#2']);
  });

  it('stops at five hundred, and knows no JQL', async () => {
    const issues = someTrackerIssues(tracker, 520);
    const { test, connection } = await startTracker(tracker, issues);
    const ask = (question: object) => ({ connectionId: connection.id, question });
    const found = await test.call('tickets.find', ask({ label: 'bug' }));
    expect([found.tickets.length, found.more]).toEqual([500, true]);
    const refused = await test.refused('tickets.find', ask({ jql: 'project = PAY' }));
    expect(refused.fields?.['jql']).toContain('knows no JQL');
  });

  it('is known by its number where one tracker counts, and by its project where two do', async () => {
    const { test, connection, sync, cast, server } = await startTracker(
      tracker,
      someTrackerIssues(tracker, 1),
    );
    await sync();
    const names = async () =>
      (await test.call('tickets.list', { connectionId: connection.id })).tickets.map(
        ({ name }) => name,
      );
    expect(await names()).toEqual(['#1']);
    const place = { provider: tracker, baseUrl: server.baseUrl, repository: 'acme/other' };
    await test.call('connections.save', { ...place, name: 'Other' }, cast.mara.id);
    expect(await names()).toEqual(['acme/shop#1']);
  });
});

describe('asking GitHub for tickets', () => {
  it('of a milestone that is not there says which there are', async () => {
    const { test, server, connection } = await startTracker('github-issues');
    server.milestones = [{ number: 1, title: '2.4' }];
    const ask = (question: object) => ({ connectionId: connection.id, question });
    const refused = await test.refused('tickets.find', ask({ release: '2.6' }));
    expect(refused.message).toBe('acme/shop has no milestone “2.6”. It has “2.4”');
    const comma = await test.refused('tickets.find', ask({ label: 'a,b' }));
    expect(comma.fields?.['label']).toContain('cannot be asked for a label with a comma');
  });
});

describe('a connection without tickets', () => {
  it('is not asked for any', async () => {
    const { test, cast } = await startTickets([]);
    const baseUrl = 'http://127.0.0.1:9';
    const place = { provider: 'github', baseUrl, repository: 'acme/shop' } as const;
    const saved = await test.call('connections.save', { ...place, name: 'CI' }, cast.mara.id);
    const input = { connectionId: saved.id, question: { label: 'x' } };
    expect((await test.refused('tickets.find', input)).message).toBe(
      'GitHub has no tickets. Choose a connection to a tracker.',
    );
  });
});
