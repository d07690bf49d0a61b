import { describe, expect, it } from 'vitest';
import {
  approvalRulesOf,
  authorityOf,
  defaultApprovalRules,
  differingRules,
} from '#shared/rules/governance/approval-rules.ts';
import { earlierConditions, mayCarry } from '#shared/rules/governance/earlier-conditions.ts';
import { mayOverrule } from '#shared/rules/governance/overrule.ts';
import { dueReminders } from '#shared/rules/governance/reminders.ts';
import type { QueueItem } from '#shared/model/governance/queue.ts';
import { london, now, people, refusalOf, roleNames } from './release-builder.ts';

describe('the rules of decisions', () => {
  it('keep only what differs, and come back the same', () => {
    const rules = { ...defaultApprovalRules, noGoBlocks: false, overruleRole: 'operations' };
    expect(differingRules(rules)).toEqual({ noGoBlocks: false, overruleRole: 'operations' });
    expect(approvalRulesOf(differingRules(rules))).toEqual(rules);
    expect(differingRules(defaultApprovalRules)).toEqual({});
  });

  it('name who may overrule: a person before a role', () => {
    const role = { ...defaultApprovalRules, overruleRole: 'operations' };
    expect(authorityOf(role, people, roleNames)).toEqual({
      words: 'Tomás Rey or Jon Bell (operations)',
      personIds: ['tomas', 'jon'],
    });
    const person = { ...role, overrulePersonId: 'iris' };
    expect(authorityOf(person, people, roleNames).words).toBe('Iris Lindqvist');
    expect(authorityOf(defaultApprovalRules, people, roleNames).words).toBe('');
  });
});

describe('overruling', () => {
  const noGo = { outcome: 'no-go', decidedById: 'iris', current: true } as const;
  const input = {
    decision: { ...noGo, withdrawn: false, overruled: false },
    by: { id: 'tomas', name: 'Tomás Rey' },
    requesterId: 'mara',
    requestedById: null,
    authority: { words: 'Tomás Rey', personIds: ['tomas'] },
  };

  it('is for the authority alone, and never for whoever asked', () => {
    expect(() => mayOverrule(input)).not.toThrow();
    const jon = { ...input, by: { id: 'jon', name: 'Jon Bell' } };
    expect(refusalOf(() => mayOverrule(jon)).message).toContain('Tomás Rey may');
    expect(refusalOf(() => mayOverrule({ ...input, requesterId: 'tomas' })).code).toBe('forbidden');
    expect(refusalOf(() => mayOverrule({ ...input, requestedById: 'tomas' })).code).toBe(
      'forbidden',
    );
  });

  it('is of a no-go that stands, and where somebody is named', () => {
    const of = (more: object) => () =>
      mayOverrule({ ...input, decision: { ...input.decision, ...more } });
    expect(refusalOf(of({ outcome: 'go' })).code).toBe('precondition_failed');
    expect(refusalOf(of({ overruled: true })).code).toBe('conflict');
    expect(refusalOf(of({ current: false })).message).toContain('earlier facts');
    expect(refusalOf(of({ decidedById: 'tomas' })).message).toContain('Withdraw it');
    const nobody = { ...input, authority: { words: '', personIds: [] } };
    expect(refusalOf(() => mayOverrule(nobody)).message).toContain('Settings under Decisions');
  });
});

describe('an open condition', () => {
  const gate = (
    id: string,
    phase: 'build' | 'readiness' | 'deployment',
    check: 'decision' | 'coverage' = 'decision',
  ) => ({
    ...{ id, name: id, phase, check },
  });
  const gates = [
    gate('review', 'build'),
    gate('tests', 'readiness', 'coverage'),
    gate('security', 'readiness'),
    gate('board', 'readiness'),
    gate('owner', 'deployment'),
  ];
  const open = {
    ...{ id: 'c', text: 'Rotate keys', ownerId: 'jon', dueOn: '2026-11-30', metAt: null },
    ...{ metById: null, checkedGateId: null, checkedAt: null, checkedById: null },
  };
  const at = (condition: typeof open | Record<string, unknown>) =>
    [...earlierConditions(gates, [{ gateId: 'review', condition: { ...open, ...condition } }])].map(
      ([id, [first]]) => [id, first?.carried],
    );

  it('comes up at the first decided gate of the next phase, and on from there once carried', () => {
    expect(at({})).toEqual([['security', false]]);
    expect(at({ checkedGateId: 'security' })).toEqual([
      ['security', true],
      ['owner', false],
    ]);
    expect(at({ checkedGateId: 'owner' })).toEqual([
      ['security', true],
      ['owner', true],
    ]);
    expect(at({ metAt: now })).toEqual([]);
  });

  it('is carried over by whoever decides there or a release manager, never by the requester', () => {
    const seat = {
      ...{ key: 's', roleKey: 's', roleName: 's', personIds: ['iris'], decisionId: null },
      ...{ standIns: [], askedIds: [], held: '' },
    };
    const earlier = [{ condition: open, gateId: 'review', gate: 'Peer review', carried: false }];
    const carry =
      (id: string, isReleaseManager = false) =>
      () =>
        mayCarry({
          gate: { name: 'Security', earlier, seats: [seat] },
          ...{ conditionId: 'c', requesterId: 'mara', isReleaseManager },
          by: { id, name: id, roles: [] },
        });
    expect(carry('iris')).not.toThrow();
    expect(carry('jon', true)).not.toThrow();
    expect(refusalOf(carry('jon')).code).toBe('forbidden');
    expect(refusalOf(carry('mara', true)).code).toBe('forbidden');
  });
});

describe('reminders', () => {
  const item = (dueOn: string | null): QueueItem => ({
    ...{ releaseId: 'r', release: 'Payments 4.2', startAt: null, gateId: 'g', gate: 'Board' },
    ...{ phase: 'readiness', askedById: null, askedAt: null, note: '', dueOn, late: false },
    ...{ key: 'g p', kind: 'decide', placeKey: 'p', roleName: 'Operations', forPersonId: null },
    ...{ forReason: '', status: 'waiting', summary: '', starts: '' },
  });
  const told = (dueOn: string | null, hoursBefore: number, already: string[] = []) =>
    dueReminders({
      ...{ items: [item(dueOn)], hoursBefore, told: already, now, zone: london },
      today: '2026-11-24',
    });

  it('come the hours before the end of the day in the zone of the workspace, once', () => {
    // It is 15:00, and the day ends at midnight.
    expect(told('2026-11-24', 8)).toEqual([]);
    expect(told('2026-11-24', 9)).toEqual([
      {
        key: 'g p 2026-11-24',
        title: 'Your decision is due in 9 h',
        ...{ text: 'Payments 4.2: Board', releaseId: 'r', gateId: 'g' },
      },
    ]);
    expect(told('2026-11-24', 9, ['g p 2026-11-24'])).toEqual([]);
    expect(told('2026-11-23', 1)[0]?.title).toBe('Your decision was due Mon 23 Nov');
    expect(told(null, 300)).toEqual([]);
  });
});
