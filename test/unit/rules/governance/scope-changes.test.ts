import { describe, expect, it } from 'vitest';
import {
  byRecord,
  scopeChanges,
  standingApprovals,
} from '#shared/rules/governance/scope-changes.ts';
import { releaseFacts } from '#shared/rules/governance/release-facts.ts';
import type { FactSources } from '#shared/rules/governance/release-facts.ts';
import { aDecision, factSources } from './release-builder.ts';

const [card, refund] = factSources().scope;
if (card === undefined || refund === undefined) throw new Error('two items');

function since(after: FactSources['scope'], dropped: readonly string[] = []) {
  const now = releaseFacts(factSources({ scope: after })).scope;
  return scopeChanges(releaseFacts(factSources()).scope, now, new Set(dropped));
}

describe('what changed of the scope since a decision', () => {
  it('is nothing while kind, ticket and words are the same', () => {
    expect(since([refund, card])).toEqual([]);
    expect(since([{ ...card, status: 'done' }, refund])).toEqual([]);
  });

  it('is what was added, with kind and ticket', () => {
    const logs = { id: 's3', kind: 'fix', title: 'Logs', ticket: 'PAY-9', status: 'open' } as const;
    expect(since([card, refund, logs])).toEqual([
      { itemId: 's3', change: 'added', label: 'PAY-9 Logs', from: null, to: 'fix, PAY-9' },
    ]);
  });

  it('is a changed kind or ticket, from what to what', () => {
    expect(since([{ ...card, kind: 'fix' }, refund])).toEqual([
      {
        itemId: 's1',
        change: 'changed',
        label: 'PAY-914 Store card aliases',
        from: 'feature, PAY-914',
        to: 'fix, PAY-914',
      },
    ]);
  });

  it('is other words too, though they make no decision stale', () => {
    expect(since([{ ...card, title: 'Store cards' }, refund])).toMatchObject([
      { change: 'reworded', from: 'PAY-914 Store card aliases', to: 'PAY-914 Store cards' },
    ]);
  });

  it('tells what was dropped from what was moved or removed', () => {
    const dropped = since([{ ...card, status: 'dropped' }, refund], ['s1']);
    expect(dropped).toMatchObject([{ itemId: 's1', change: 'dropped', to: null }]);
    expect(since([refund])).toMatchObject([
      { itemId: 's1', change: 'gone', label: 'PAY-914 Store card aliases', to: null },
    ]);
  });

  it('is nothing again once a dropped item is taken up again', () => {
    expect(since([card, { ...refund, status: 'in-progress' }])).toEqual([]);
  });
});

describe('the approvals that stand', () => {
  const places = [{ key: 'security-lead' }];
  const of = (...decisions: ReturnType<typeof aDecision>[]) =>
    standingApprovals(
      decisions.map((decision) => ({ ...decision, withdrawn: decision.withdrawn !== null })),
      places,
    ).map(({ id }) => id);
  const later = { recordedAt: '2026-11-24T09:00:00.000Z' };

  it('are the newest go or conditional go of each place, current or not', () => {
    expect(of(aDecision({ current: false }))).toEqual(['decision-1']);
    expect(of(aDecision(), aDecision({ id: '2', outcome: 'conditional-go', ...later }))).toEqual([
      '2',
    ]);
  });

  it('are none where the newest is a no-go or an abstention', () => {
    expect(of(aDecision(), aDecision({ id: '2', outcome: 'no-go', ...later }))).toEqual([]);
    expect(of(aDecision({ outcome: 'abstain' }))).toEqual([]);
  });

  it('are the earlier one where the newest was withdrawn', () => {
    const withdrawn = { at: later.recordedAt, byId: 'iris', reason: 'Wrong release' };
    expect(of(aDecision(), aDecision({ id: '2', withdrawn, ...later }))).toEqual(['decision-1']);
  });

  it('come with the one recorded last in front', () => {
    const rows = [
      { id: 'a', recordedAt: '2026-11-23T09:00:00.000Z' },
      { id: 'b', recordedAt: '2026-11-24T09:00:00.000Z' },
      { id: 'c', recordedAt: '2026-11-24T09:00:00.000Z' },
    ];
    expect(rows.toSorted(byRecord).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });
});
