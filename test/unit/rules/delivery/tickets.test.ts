import { describe, expect, it } from 'vitest';
import { sameName, ticketNames } from '#shared/rules/delivery/tickets/names.ts';
import { itemOfTicket } from '#shared/rules/delivery/tickets/item.ts';
import { joinedAt, type TicketState } from '#shared/rules/delivery/tickets/past.ts';

const now = '2026-11-24T09:20:00.000Z';
const told: Parameters<typeof itemOfTicket>[0] = {
  ...{ key: 'PAY-1', title: 'Open the till', type: 'Story', labels: [], priority: null },
  ...{ status: 'queued', createdAt: '2026-11-01T23:30:00.000Z' },
};

describe('the item a ticket becomes', () => {
  it.each([
    ['Story', [], 'feature'],
    ['Epic', [], 'feature'],
    ['Bug', [], 'fix'],
    ['Bug-fix', [], 'fix'],
    ['Sub-task', [], 'improvement'],
    ['Improvement', [], 'improvement'],
    ['Task', [], 'improvement'],
    ['Task', ['bug'], 'fix'],
    ['issue', ['enhancement'], 'feature'],
    ['issue', ['tech debt'], 'improvement'],
    ['', ['kind/bug'], 'fix'],
    ['', [], 'feature'],
    ['Story', ['bug'], 'feature'],
    ['Aufgabe', [], 'feature'],
  ])('of type %s with labels %j is a %s', (type, labels, kind) => {
    expect(itemOfTicket({ ...told, type, labels }, 'PAY-1', 'UTC', now).kind).toBe(kind);
  });

  it.each([
    ['Highest', 'must'],
    ['Blocker', 'must'],
    ['High', 'should'],
    ['Low', 'could'],
    ['Trivial', 'could'],
    ['Hoch', 'should'],
    [null, 'should'],
  ])('of priority %s is a %s', (priority, weight) => {
    expect(itemOfTicket({ ...told, priority }, 'PAY-1', 'UTC', now).priority).toBe(weight);
  });

  it('is on one line, no longer than a title, with the day of the place it was written on', () => {
    const title = `  a\n\tb ${'ü'.repeat(300)}`;
    const item = itemOfTicket({ ...told, title }, 'PAY-1', 'Pacific/Auckland', now);
    expect(item.title).toHaveLength(200);
    expect(item.title).toMatch(/^a b ü+…$/);
    expect(item.ideaAt).toBe('2026-11-02');
    const ahead = { ...told, createdAt: '2027-01-01T00:00:00.000Z', title: ' ' };
    expect(itemOfTicket(ahead, '#1', 'UTC', now)).toMatchObject({ title: '#1', ideaAt: null });
  });
});

describe('what scope items call a ticket', () => {
  const shop = { id: '1', provider: 'github-issues', repository: 'acme/shop' } as const;
  const other = { id: '2', provider: 'gitlab-issues', repository: 'acme/other' } as const;
  const jira = { id: '3', provider: 'jira', repository: 'PAY' } as const;

  it.each([
    ['PAY-1', jira, [jira, shop, other], ['PAY-1']],
    ['#1', shop, [jira, shop], ['#1', 'acme/shop#1']],
    ['#1', shop, [shop, other], ['acme/shop#1']],
    ['#1', { ...shop, repository: 'a/'.padEnd(70, 'b') }, [shop, other], ['#1']],
  ])('%s', (key, tracker, all, names) => {
    expect(ticketNames(key, tracker, all)).toEqual(names);
  });

  it('is the same however it is typed', () => {
    expect(sameName(' pay-1 ')).toBe(sameName('PAY-1'));
  });
});

describe('since when a ticket is in a version', () => {
  const state: TicketState = {
    ...{ connectionId: '1', externalId: '1', key: 'PAY-1', title: '', url: null },
    ...{ status: 'running', rawResult: null, releases: ['2.4'], names: [], goneAt: null },
    ...{ createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-03-01T00:00:00.000Z' },
    ...{ firstSeen: '2026-02-01T00:00:00.000Z', past: [] },
  };
  const without = { key: 'PAY-1', status: 'queued', releases: [] } as const;
  const past = [{ ...without, releases: [], until: '2026-02-20T00:00:00.000Z' }];
  const seen = '2026-02-01T00:00:00.000Z';

  it.each([
    ['is after what was before it was written', state, '2025-12-31T00:00:00.000Z', seen, true],
    ['is before what came after its last change', state, '2026-03-02T00:00:00.000Z', seen, false],
    ['is not known of before it was read', state, '2026-01-15T00:00:00.000Z', seen, null],
    ['is before what came after it was read', state, '2026-02-10T00:00:00.000Z', seen, false],
    [
      'is when a sync saw it first',
      { ...state, past },
      '2026-02-10T00:00:00.000Z',
      '2026-02-20T00:00:00.000Z',
      true,
    ],
    [
      'is when a sync saw it first, though it was read later than that',
      { ...state, past },
      '2026-01-15T00:00:00.000Z',
      '2026-02-20T00:00:00.000Z',
      true,
    ],
    [
      'is before what came after it gained it',
      { ...state, past },
      '2026-02-25T00:00:00.000Z',
      '2026-02-20T00:00:00.000Z',
      false,
    ],
    [
      'is not known where nothing was read',
      { ...state, firstSeen: null },
      '2026-02-10T00:00:00.000Z',
      null,
      null,
    ],
  ])('%s', (...each) => {
    const [, ticket, at, since, isAfter] = each;
    expect(joinedAt(ticket, ['2.4'], at)).toEqual({ since, isAfter });
  });
});
