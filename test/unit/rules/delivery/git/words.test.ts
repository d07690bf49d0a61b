import { describe, expect, it } from 'vitest';
import { kindOfChange, readConventional } from '#shared/rules/delivery/git/conventional.ts';
import { readMerge, readSquash, readSquashedList } from '#shared/rules/delivery/git/merges.ts';
import { plainText, readMessage } from '#shared/rules/delivery/git/message.ts';
import { readRevert } from '#shared/rules/delivery/git/reverts.ts';
import { ticketsIn, withoutTicket } from '#shared/rules/delivery/git/tickets.ts';

const none: ReadonlySet<string> = new Set();
const tickets = (subject: string, body = '', branch = '', projects = none) =>
  ticketsIn({ subject, body, branch }, projects);

describe('a message', () => {
  it('has as its subject the first paragraph on one line, as git counts it', () => {
    expect(readMessage('\n\nStore card\naliases\n\nWhy: people\nasked.\n')).toEqual({
      subject: 'Store card aliases',
      body: 'Why: people\nasked.',
    });
    expect(readMessage('')).toEqual({ subject: '', body: '' });
  });

  it('is text: what a terminal would obey is taken out, everything else stays', () => {
    const codes =
      '\u001B[31mred\u001B[0m \u001B]0;title\u0007bell\u0007 \u001B]8;;http://x\u001B\\link';
    expect(plainText(codes)).toBe('red bell link');
    expect(plainText('<b>\u202Eשלום</b>\r\nnext\tcell\u0000\u009B')).toBe(
      '<b>\u202Eשלום</b>\nnext cell',
    );
    expect(plainText('\uD800 lone')).toBe('\uFFFD lone');
  });
});

describe('a conventional subject', () => {
  it.each([
    ['feat: store aliases', { type: 'feat', part: '', words: 'store aliases', breaking: false }],
    ['Fix(api)!: drop v1', { type: 'fix', part: 'api', words: 'drop v1', breaking: true }],
    ['perf(db): read once', { type: 'perf', part: 'db', words: 'read once', breaking: false }],
  ])('%s', (subject, expected) => {
    expect(readConventional(subject, '')).toMatchObject(expected);
  });

  it('is none where the word in front is no type', () => {
    for (const subject of [
      'Note: read this',
      'revert: feat: x',
      'payments: count once',
      'feat:no blank',
    ]) {
      expect(readConventional(subject, '')).toMatchObject({ type: '', words: subject });
    }
  });

  it('tells what breaks in a footer, with what belongs to it', () => {
    const body = 'Text.\n\nBREAKING CHANGE: v1 is gone;\n  use v2\nRefs: PAY-1';
    expect(readConventional('feat: v2', body)).toMatchObject({
      breaking: true,
      breakingWords: 'v1 is gone;\n  use v2',
    });
  });

  it('says what kind of change it is, with the branch and the first word to help', () => {
    const kind = (subject: string, branch = '') =>
      kindOfChange(readConventional(subject, ''), branch);
    expect(kind('feat: x')).toBe('feature');
    expect(kind('refactor: x', 'fix/y')).toBe('improvement');
    expect(kind('Count once', 'bugfix/PAY-1')).toBe('fix');
    expect(kind('Fixes the sum')).toBe('fix');
    expect(kind('Add a till')).toBe('feature');
    expect(kind('Count once')).toBe('improvement');
    expect(kind('constructor stays')).toBe('improvement');
  });
});

describe('tickets', () => {
  it('are found in the subject and the branch, each once, in order', () => {
    expect(tickets('PAY-914, PAY-915: refunds #42')).toEqual(['PAY-914', 'PAY-915', '#42']);
    expect(tickets('Refunds', '', 'feature/PAY-914-refunds')).toEqual(['PAY-914']);
    expect(tickets('[AB#12] x (owner/repo#7, group/sub/proj#8) GH-9')).toEqual([
      ...['AB#12', 'owner/repo#7', 'group/sub/proj#8', '#9'],
    ]);
  });

  it('are taken from footers and closing words of the body, and not from what is only named', () => {
    const body = [
      'Unlike PAY-1 this reads once. See #2.',
      'Fixes #3 and closes: PAY-4',
      'Refs: PAY-5, PAY-6',
      'Ticket PAY-7',
    ].join('\n');
    expect(tickets('Read once', body)).toEqual(['#3', 'PAY-4', 'PAY-5', 'PAY-6', 'PAY-7']);
  });

  it('are not standards that look like one, unless a project is called so', () => {
    const subject = 'Read UTF-8, SHA-256, CVE-2026 and ISO-8601 in C#7 &#39; x#1 abc-12';
    expect(tickets(subject)).toEqual([]);
    expect(tickets('ISO-8601 again', '', '', new Set(['ISO']))).toEqual(['ISO-8601']);
  });

  it('are read from a very long message in no time', () => {
    const long = 'a/-.'.repeat(50_000);
    expect(tickets(long, `${long}\n`.repeat(20))).toEqual([]);
  });

  it('are taken off the title they open or close', () => {
    expect(withoutTicket('PAY-1: store', ['PAY-1'])).toBe('store');
    expect(withoutTicket('[PAY-1] store (PAY-2)', ['PAY-1', 'PAY-2'])).toBe('store');
    expect(withoutTicket('PAY-1', ['PAY-1'])).toBe('PAY-1');
    expect(withoutTicket('#4 store', ['PAY-1'])).toBe('#4 store');
  });
});

describe('a merge', () => {
  it.each([
    [
      'Merge pull request #12 from mara/feature/PAY-1',
      'Store card aliases',
      { pull: '#12', branch: 'feature/PAY-1', title: 'Store card aliases', opened: false },
    ],
    [
      "Merge branch 'fix/ü-1' into 'main'",
      'Count once\n\nSee merge request shop/pay!34',
      { pull: '!34', branch: 'fix/ü-1', title: 'Count once', opened: false },
    ],
    [
      'Merged in fix/PAY-2 (pull request #5)',
      'Refunds\n\nApproved-by: Jon',
      { pull: '#5', branch: 'fix/PAY-2', title: 'Refunds', opened: false },
    ],
    ['Merged PR 77: Refunds', '', { pull: '!77', branch: '', title: 'Refunds', opened: false }],
    ["Merge branch 'feature/x'", '', { pull: '', branch: 'feature/x', title: null, opened: false }],
    ["Merge branch 'main' into release/4.2", '', { branch: 'main', title: null, opened: true }],
    ["Merge remote-tracking branch 'origin/main'", '', { branch: 'origin/main', opened: true }],
    ["Merge branch 'x' of https://example.test/pay", '', { branch: 'x', opened: true }],
    ["Merge tag 'v4.1.1' into main", '', { branch: 'v4.1.1', opened: true }],
  ])('%s', (subject, body, expected) => {
    expect(readMerge({ subject, body })).toMatchObject(expected);
  });

  it('that was squashed tells its request, or the list of what it holds', () => {
    expect(readSquash({ subject: 'feat: x (#12)', body: '' })).toEqual({
      pull: '#12',
      words: 'feat: x',
    });
    expect(readSquash({ subject: 'feat: x', body: 'See merge request a/b!3' })?.pull).toBe('!3');
    expect(readSquash({ subject: 'Count #12 once', body: '' })).toBeNull();
    const body = [
      `commit ${'b'.repeat(40)}\nAuthor: M <m@x>\nDate:   Tue Nov 3 11:00:00 2026 +0100\n\n    tidy`,
      `commit ${'a'.repeat(40)}\nAuthor: M <m@x>\nDate:   Mon Nov 2 11:00:00 2026 +0100\n\n    feat: till`,
    ].join('\n\n');
    expect(readSquashedList({ subject: 'Squashed commit of the following:', body })).toEqual({
      firstAt: Date.parse('2026-11-02T10:00:00.000Z'),
      title: 'feat: till',
      commits: 2,
    });
  });
});

describe('a revert', () => {
  const sha = 'c'.repeat(40);
  it.each([
    [
      'Revert "feat: x"',
      `This reverts commit ${sha}.`,
      { title: 'feat: x', commits: [sha], bringsBack: false },
    ],
    [
      'Revert "Merge pull request #4 from a/b"',
      `This reverts commit ${sha}, reversing\nchanges made to ${'d'.repeat(40)}.`,
      { commits: [sha] },
    ],
    ['Revert "feat: x" (#13)', 'Reverts shop/pay#12', { title: 'feat: x', pull: '#12' }],
    ['Revert "Revert "feat: x""', `This reverts commit ${sha}.`, { bringsBack: true }],
    [
      'Reapply "feat: x"',
      `This reverts commit ${sha}.`,
      { title: 'Revert "feat: x"', bringsBack: true },
    ],
    ['revert: feat: x', '', { title: 'feat: x', commits: [] }],
    [
      'Take the till out',
      `This reverts commit ${sha.slice(0, 9)}.`,
      { title: '', commits: [sha.slice(0, 9)] },
    ],
  ])('%s', (subject, body, expected) => {
    expect(readRevert({ subject, body })).toMatchObject(expected);
  });

  it('is not every commit that speaks of one', () => {
    expect(readRevert({ subject: 'Revert the order of the list', body: '' })).toBeNull();
  });
});
