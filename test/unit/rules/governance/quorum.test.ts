import { describe, expect, it } from 'vitest';
import type { EarlierCondition } from '#shared/model/governance/gates.ts';
import { defaultApprovalRules } from '#shared/rules/governance/approval-rules.ts';
import { decidedGate } from '#shared/rules/governance/decided-gate.ts';
import type { DecidedInput } from '#shared/rules/governance/decided-gate.ts';
import { decide } from '#shared/rules/governance/decisions.ts';
import { consequencesOf } from '#shared/rules/governance/consequences.ts';
import { quorumStatus } from '#shared/rules/governance/quorum.ts';
import {
  aDecideInput,
  aDecision,
  iris,
  jon,
  london,
  mara,
  now,
  operationsPlace,
  people,
  refusalOf,
  roleNames,
  securityPlace,
  tomas,
} from './release-builder.ts';

const qa = { id: 'ana', name: 'Ana Duarte', roles: ['qa-lead'] };
const qaPlace = { key: 'qa-lead', roleKey: 'qa-lead' };
const three = [operationsPlace, securityPlace, qaPlace];
const byJon = aDecision({ id: 'd-jon', placeKey: 'operations', decidedById: 'jon' });
const byIris = aDecision({ id: 'd-iris' });
const refuses = aDecision({ id: 'd-no', outcome: 'no-go', comment: 'Keys in the log.' });

function gate(more: Partial<DecidedInput> = {}) {
  return decidedGate({
    gate: { name: 'Board', places: three },
    release: { requesterId: 'mara', roles: [] },
    people: [mara, iris, jon, qa],
    roleNames,
    decisions: [],
    request: { byId: 'mara', at: '2026-11-23T17:40:00.000Z' },
    profile: 'standard',
    rules: defaultApprovalRules,
    ...{
      substitutions: [],
      consulted: { toConsult: [], silent: [] },
      earlier: [],
      now,
      zone: london,
    },
    ...more,
  });
}
const two = { name: 'Board', places: three, needed: 2 };
const inOrder = { name: 'Board', places: three, inOrder: true };
const rulesWith = (more: Partial<typeof defaultApprovalRules>) => ({
  rules: { ...defaultApprovalRules, ...more },
});

describe('a gate that needs some of its places', () => {
  it('waits with how many are given, and passes once enough are', () => {
    const one = gate({ gate: two, decisions: [byJon] });
    expect(one).toMatchObject({ status: 'waiting', quorum: { needed: 2, given: 1 } });
    expect(one.summary).toMatch(/^1 of 2 needed given; waits for Iris Lindqvist/);
    const both = gate({ gate: two, decisions: [byJon, byIris] });
    expect(both).toMatchObject({ status: 'passed', quorum: { given: 2 } });
    expect(both.summary).toMatch(/^2 of 2 needed: go by Jon Bell/);
    expect(both.seats.flatMap(({ askedIds }) => askedIds)).toEqual([]);
  });

  it('is blocked by a no-go although enough said go, unless a no-go only does not count', () => {
    const decisions = [byJon, refuses, aDecision({ placeKey: 'qa-lead', decidedById: 'ana' })];
    expect(gate({ gate: two, decisions }).status).toBe('failed');
    expect(gate({ gate: two, decisions, ...rulesWith({ noGoBlocks: false }) }).status).toBe(
      'passed',
    );
  });

  it('is blocked by no-gos that do not block once too few places are left', () => {
    const open = { status: 'waiting', outcome: null } as const;
    const no = { status: 'failed', outcome: 'no-go' } as const;
    const late = { status: 'failed', outcome: 'conditional-go' } as const;
    const free = { noGoBlocks: false };
    expect(quorumStatus([no, open, open], 2, free)).toBe('waiting');
    expect(quorumStatus([no, no, open], 2, free)).toBe('failed');
    expect(quorumStatus([late, open, open], 2, free)).toBe('failed');
  });

  it('does not count an abstention unless the rule says so', () => {
    const decisions = [byJon, aDecision({ outcome: 'abstain' })];
    expect(gate({ gate: two, decisions })).toMatchObject({ status: 'waiting' });
    const counts = gate({ gate: two, decisions, ...rulesWith({ abstentionCounts: true }) });
    expect(counts.status).toBe('passed');
    expect(counts.summary).toContain('abstention of Iris Lindqvist');
  });

  it('asks others, not whoever abstained', () => {
    const decisions = [aDecision({ outcome: 'abstain' })];
    const asked = gate({ people, decisions }).seats[1]?.askedIds;
    expect(asked).toEqual(['tomas']);
  });

  it('lets a conditional go wait for its conditions where the rule says so', () => {
    const condition = {
      ...{ id: 'c', text: 'Rotate keys', ownerId: 'jon', dueOn: '2026-11-30' },
      ...{ metAt: null, metById: null, checkedGateId: null, checkedAt: null, checkedById: null },
    };
    const decisions = [aDecision({ outcome: 'conditional-go', conditions: [condition] })];
    const one = { name: 'Board', places: [securityPlace] };
    expect(gate({ gate: one, decisions }).status).toBe('passed');
    expect(
      gate({ gate: one, decisions, ...rulesWith({ conditionalCounts: false }) }),
    ).toMatchObject({
      status: 'waiting',
      summary: expect.stringContaining('counts once they are met'),
    });
  });
});

describe('places that decide one after the other', () => {
  it('ask the next once the one before decided, and the others say what they wait for', () => {
    const begin = gate({ gate: inOrder });
    expect(begin.seats.map(({ askedIds }) => askedIds)).toEqual([['jon'], [], []]);
    expect(begin.seats[2]?.held).toBe('comes after the place of the operations');
    expect(begin.summary).toBe(
      'waits for Jon Bell (operations), asked Mon 23 Nov 17:40; 2 places after that',
    );
    const next = gate({ gate: inOrder, decisions: [byJon] });
    expect(next.seats.map(({ askedIds }) => askedIds)).toEqual([[], ['iris'], []]);
  });

  it('refuse a decision before its turn', () => {
    const early = { gate: { ...aDecideInput().gate, ...inOrder } };
    const error = refusalOf(() => decide(aDecideInput(early)));
    expect(error.code).toBe('precondition_failed');
    expect(error.message).toContain(
      'the place of the operations comes before that of the security lead',
    );
    expect(decide(aDecideInput({ ...early, decisions: [byJon] })).placeKey).toBe('security-lead');
  });

  it('stop at a no-go', () => {
    const decisions = [aDecision({ ...refuses, placeKey: 'operations', decidedById: 'jon' })];
    expect(gate({ gate: inOrder, decisions }).seats[1]?.askedIds).toEqual([]);
  });
});

describe('a place that names a person', () => {
  const named = { ...securityPlace, personId: 'tomas' };

  it('waits for them alone, whoever else holds the role', () => {
    const board = { name: 'Board', places: [named] };
    expect(gate({ gate: board, people }).seats[0]?.askedIds).toEqual(['tomas']);
    const input = { gate: { ...aDecideInput().gate, places: [named] } };
    expect(refusalOf(() => decide(aDecideInput(input))).message).toContain(
      'is decided by Tomás Rey, and Iris Lindqvist does not stand in',
    );
    const own = { ...input, decidedById: 'tomas', recordedById: 'tomas' };
    expect(decide(aDecideInput(own)).placeKey).toBe('security-lead');
  });

  it('says so when they may not decide', () => {
    const board = { name: 'Board', places: [{ ...named, personId: 'mara' }] };
    expect(gate({ gate: board }).summary).toContain('Mara Okafor asked for the release');
  });
});

describe('somebody who stands in', () => {
  const away = {
    ...{ deputyId: 'jon', personId: 'iris', roleKey: null, of: 'absence' as const },
    ...{ firstOn: '2026-11-23', lastOn: '2026-11-27' },
  };
  const oneSeat = { name: 'Board', places: [securityPlace] };

  it('is asked beside the one who is away, and the decision says for whom and why', () => {
    const seat = gate({ gate: oneSeat, substitutions: [away] }).seats[0];
    expect(seat).toMatchObject({ personIds: ['iris'], askedIds: ['iris', 'jon'] });
    const input = { substitutions: [away], decidedById: 'jon', recordedById: 'jon' };
    expect(decide(aDecideInput(input))).toMatchObject({
      forPersonId: 'iris',
      forReason: 'Iris Lindqvist is away until Fri 27 Nov',
    });
  });

  it('may not before or after those days', () => {
    const later = { ...away, firstOn: '2026-11-25' };
    expect(gate({ gate: oneSeat, substitutions: [later] }).seats[0]?.askedIds).toEqual(['iris']);
    const input = { substitutions: [later], decidedById: 'jon', recordedById: 'jon' };
    expect(refusalOf(() => decide(aDecideInput(input))).code).toBe('forbidden');
  });

  it('may for a role whose holder asked for the release, but never for the requester', () => {
    const release = { requesterId: 'iris', roles: [] };
    const ofRole = { ...away, personId: null, roleKey: 'security-lead', of: 'deputy' as const };
    expect(gate({ gate: oneSeat, release, substitutions: [away] }).seats[0]?.askedIds).toEqual([]);
    const seat = gate({ gate: oneSeat, release, substitutions: [ofRole] }).seats[0];
    expect(seat?.standIns).toEqual([
      {
        personId: 'jon',
        forPersonId: null,
        reason: 'deputy of the security lead until Fri 27 Nov',
      },
    ]);
  });

  it('is never the requester', () => {
    const byMara = { ...away, deputyId: 'mara' };
    expect(gate({ gate: oneSeat, substitutions: [byMara] }).seats[0]?.standIns).toEqual([]);
  });
});

describe('what a gate waits for beside its places', () => {
  const passed = { gate: { name: 'Board', places: [securityPlace] }, decisions: [byIris] };
  const condition = {
    ...{ id: 'c', text: 'Rotate keys', ownerId: 'jon', dueOn: '2026-11-30', metAt: null },
    ...{ metById: null, checkedGateId: null, checkedAt: null, checkedById: null },
  };

  it('is an open condition of an earlier gate, until it is carried over by name', () => {
    const open: EarlierCondition = { condition, gateId: 'g', gate: 'Peer review', carried: false };
    expect(gate({ ...passed, earlier: [open] })).toMatchObject({
      status: 'waiting',
      summary:
        'a condition of Peer review is open, to be met or carried over by name: Rotate keys (Jon Bell)',
    });
    const by = { checkedById: 'tomas', checkedAt: now, checkedGateId: 'h' };
    const carried = { ...open, carried: true, condition: { ...condition, ...by } };
    const after = gate({ ...passed, people: [...people], earlier: [carried] });
    expect(after.status).toBe('passed');
    expect(after.evidence.at(-1)?.source).toContain(`carried over by ${tomas.name}`);
  });

  it('is whoever was consulted or is to be, where the rule says so', () => {
    const asked = { personId: 'jon', askedAt: now, dueOn: null };
    const consulted = { toConsult: ['iris'], silent: [asked] };
    expect(gate({ ...passed, consulted }).status).toBe('passed');
    const first = gate({ ...passed, consulted, ...rulesWith({ consultedFirst: true }) });
    expect(first.summary).toBe('Jon Bell was consulted and has not answered');
    expect(first.needs).toContain('Iris Lindqvist is to be consulted and was not asked yet.');
  });

  it('is the day of a deferral, and asks again from then on', () => {
    const until = (deferredTo: string) => [aDecision({ outcome: 'deferred', deferredTo })];
    const board = { name: 'Board', places: [securityPlace] };
    const before = gate({ gate: board, decisions: until('2026-11-25') });
    expect(before.seats[0]).toMatchObject({ askedIds: [], held: 'deferred to Wed 25 Nov' });
    const then = gate({ gate: board, decisions: until('2026-11-24') });
    expect(then.seats[0]).toMatchObject({ askedIds: ['iris'], held: '' });
    expect(then.summary).toContain('is to be taken up again');
  });
});

describe('a no-go that was overruled', () => {
  it('blocks no longer, stays named, and counts until the facts change', () => {
    const overruled = { at: now, byId: 'tomas', reason: 'The fix is urgent.' };
    const board = { name: 'Board', places: [securityPlace] };
    const over = gate({ gate: board, people, decisions: [{ ...refuses, overruled }] });
    expect(over.status).toBe('passed');
    expect(over.summary).toMatch(/^no-go by Iris Lindqvist.*overruled by Tomás Rey.*urgent/);
    const stale = { ...refuses, overruled, current: false };
    expect(gate({ gate: board, people, decisions: [stale] }).status).toBe('out-of-date');
  });
});

describe('what a signature starts', () => {
  const parts = { id: 'board', releaseId: 'r', key: 'board', check: 'decision' as const };
  const view = (input: Partial<DecidedInput>) => ({
    ...{ ...parts, why: '', facts: [], order: 'a', asOf: null, keptAt: null, dueOn: null },
    ...{ phase: 'readiness' as const, name: 'Board', places: three, request: null },
    ...{ decisions: [], earlier: [], consequences: {}, byException: null },
    consulted: { toConsult: [], silent: [], toInform: [] },
    ...gate(input),
  });
  const release = {
    name: 'Payments 4.2',
    phase: 'readiness',
    startAt: '2026-11-28T22:00:00.000Z',
  } as const;
  const said = (input: Partial<DecidedInput>, authority = '') => {
    const shown = view(input);
    const rules = input.rules ?? defaultApprovalRules;
    return consequencesOf({
      gate: shown,
      gates: [shown],
      release,
      rules,
      authority,
      now,
      zone: london,
    });
  };

  it('is told by what is missing after it', () => {
    expect(said({ gate: two }).go).toBe('After your go 1 more is needed before the gate passes.');
    expect(said({ gate: two, decisions: [byJon] }).go).toBe(
      'Your go is the last: the gate passes and Payments 4.2 may start deployment Sat 28 Nov 22:00.',
    );
    expect(said({ gate: inOrder }).go).toContain('the next one is asked: Security lead');
  });

  it('of a no-go names who can overrule it', () => {
    expect(said({}, 'Priya Raman')['no-go']).toBe(
      'The gate is blocked until the no-go is withdrawn or Priya Raman overrules it.',
    );
    expect(said(rulesWith({ noGoBlocks: false }))['no-go']).toContain('does not count');
  });
});
