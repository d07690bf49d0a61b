import { describe, expect, it } from 'vitest';
import type { Decision, DecisionCondition } from '#shared/model/governance/gates.ts';
import { gateChecks } from '#shared/model/governance/gates.ts';
import { defaultApprovalRules } from '#shared/rules/governance/approval-rules.ts';
import { gateState } from '#shared/rules/governance/gate-state.ts';
import type { GateInputs } from '#shared/rules/governance/gate-state.ts';
import {
  aDecision,
  iris,
  jon,
  london,
  mara,
  now,
  operationsPlace,
  people,
  roleNames,
  securityPlace,
  tomas,
} from './release-builder.ts';

type Decided = GateInputs['decided'];

const asked = { byId: 'mara', at: '2026-11-23T17:40:00.000Z' };

function inputs(decided: Partial<Decided> = {}): GateInputs {
  return {
    decided: {
      release: { requesterId: 'mara', roles: [] },
      people: [mara, iris, jon],
      roleNames,
      decisions: [],
      request: asked,
      profile: 'standard',
      rules: defaultApprovalRules,
      ...{ substitutions: [], consulted: { toConsult: [], silent: [] }, earlier: [] },
      ...decided,
    },
    pipeline: {
      components: [],
      required: [],
      runs: [],
      acknowledgements: [],
      freshness: { asOfByConnection: new Map(), limitMs: 1 },
    },
    checklist: [],
    rollbackPlan: null,
    risks: [],
    evidenced: {
      ...{ limits: {}, entries: [], components: [], serviceNames: new Map(), since: null },
      ...{
        assessment: null,
        deployments: [],
        reviews: [],
        controls: [],
        lessons: null,
        measured: null,
        digests: null,
        monitored: null,
      },
    },
    now,
    zone: london,
  };
}

const signOff = {
  name: 'Security sign-off',
  phase: 'readiness' as const,
  check: 'decision' as const,
  places: [securityPlace],
};
const authority = { ...signOff, name: 'Authority', places: [operationsPlace, securityPlace] };

function state(decided: Partial<Decided> = {}, gate = signOff) {
  return gateState(gate, inputs(decided));
}

function decidedWith(more: Partial<Decision>, gate = signOff) {
  return state({ decisions: [aDecision(more)] }, gate);
}

describe('a gate that waits for a decision', () => {
  it('says for whom, in which role and since when', () => {
    expect(state()).toMatchObject({
      status: 'waiting',
      summary: 'waits for Iris Lindqvist (security lead), asked Mon 23 Nov 17:40',
      needs: ['A decision of Iris Lindqvist (security lead).'],
      seats: [
        { key: 'security-lead', roleName: 'Security lead', personIds: ['iris'], decisionId: null },
      ],
    });
  });

  it('says that nobody was asked yet', () => {
    expect(state({ request: null }).summary).toBe(
      'waits for Iris Lindqvist (security lead), not asked yet',
    );
  });

  it('names everybody who could decide, and every place that is open', () => {
    expect(state({ people }, authority).summary).toBe(
      'waits for Tomás Rey or Jon Bell (operations) and Iris Lindqvist or Tomás Rey (security lead), asked Mon 23 Nov 17:40',
    );
  });

  it('waits for the one assigned on the release rather than for all who hold the role', () => {
    const roles = [{ roleKey: 'security-lead', personId: 'tomas' }];
    const result = state({ people, release: { requesterId: 'mara', roles } });
    expect(result.seats[0]?.personIds).toEqual(['tomas']);
  });

  it('says how to go on when nobody holds the role', () => {
    expect(state({ people: [mara, jon] })).toMatchObject({
      status: 'waiting',
      summary: 'nobody holds the role security lead: assign one in the release’s roles',
      needs: ['Nobody holds the role security lead: assign one in the release’s roles.'],
    });
  });

  it('does not wait for somebody who would be refused', () => {
    const requester = state({ release: { requesterId: 'iris', roles: [] } });
    expect(requester.summary).toBe(
      'nobody else holds the role security lead: Iris Lindqvist asked for the release; assign somebody else in the release’s roles',
    );
    expect(requester.seats[0]?.personIds).toEqual([]);
    const asker = state({ request: { ...asked, byId: 'iris' } });
    expect(asker.summary).toContain('Iris Lindqvist asked for this decision');
    const roles = [{ roleKey: 'security-lead', personId: 'iris' }];
    const other = state({ people, release: { requesterId: 'iris', roles } });
    expect(other.seats[0]?.personIds).toEqual(['tomas']);
  });

  it('does not wait for somebody who sits in another place, but does in a startup', () => {
    const decided = {
      people: [mara, tomas],
      decisions: [aDecision({ placeKey: 'operations', decidedById: 'tomas' })],
    };
    expect(state(decided, authority).summary).toContain(
      'Tomás Rey fills another place of this gate',
    );
    expect(state({ ...decided, profile: 'startup' }, authority).seats[1]?.personIds).toEqual([
      'tomas',
    ]);
  });

  it('still waits after an abstention', () => {
    expect(decidedWith({ outcome: 'abstain' })).toMatchObject({
      status: 'waiting',
      summary: 'Iris Lindqvist abstained; the place of the security lead is open',
    });
  });

  it('never passes without places', () => {
    expect(state({}, { ...signOff, places: [] }).status).toBe('waiting');
  });
});

describe('a gate that was decided', () => {
  it('passes on a go and says by whom and when', () => {
    expect(decidedWith({})).toMatchObject({
      status: 'passed',
      summary: 'go by Iris Lindqvist, Mon 23 Nov 17:40',
      needs: [],
      evidence: [
        {
          what: 'Go by Iris Lindqvist (security lead)',
          status: 'passed',
          source: 'Mon 23 Nov 17:40',
        },
      ],
      seats: [{ decisionId: 'decision-1' }],
    });
  });

  it('labels what somebody recorded for another', () => {
    const { summary, evidence } = decidedWith({ recordedById: 'jon', channel: 'meeting' });
    expect(summary).toBe(
      'go by Iris Lindqvist, Mon 23 Nov 17:40 (in a meeting, recorded by Jon Bell)',
    );
    expect(evidence[0]?.source).toBe('Mon 23 Nov 17:40 (in a meeting, recorded by Jon Bell)');
  });

  it('labels a second place of one person', () => {
    expect(decidedWith({ secondPlace: true }).evidence[0]?.what).toBe(
      'Go by Iris Lindqvist (security lead), who fills another place too',
    );
  });

  it('passes only when every place is filled', () => {
    const byJon = aDecision({ id: 'decision-2', placeKey: 'operations', decidedById: 'jon' });
    expect(state({ decisions: [byJon] }, authority).status).toBe('waiting');
    expect(state({ decisions: [byJon, aDecision()] }, authority)).toMatchObject({
      status: 'passed',
      summary: 'go by Jon Bell, Mon 23 Nov 17:40; go by Iris Lindqvist, Mon 23 Nov 17:40',
    });
  });

  it('fails on a no-go and gives its reason', () => {
    expect(decidedWith({ outcome: 'no-go', comment: 'The scan found keys.' })).toMatchObject({
      status: 'failed',
      summary: 'no-go by Iris Lindqvist, Mon 23 Nov 17:40: The scan found keys.',
    });
  });

  it('is out of date when its facts have changed, and says which', () => {
    const change = (group: 'scope' | 'risks') => ({ group, what: 'x', from: null, to: 'y' });
    expect(decidedWith({ current: false, differences: [change('scope')] })).toMatchObject({
      status: 'out-of-date',
      summary: 'approved by Iris Lindqvist, Mon 23 Nov 17:40, for an earlier scope',
    });
    const both = decidedWith({ current: false, differences: [change('scope'), change('risks')] });
    expect(both.summary).toContain('for earlier facts');
  });

  it('opens again when the decision is withdrawn, and falls back to none before it', () => {
    const withdrawn = { at: now, byId: 'iris', reason: 'Too early.' };
    expect(decidedWith({ withdrawn }).status).toBe('waiting');
  });

  it('goes by what was recorded last', () => {
    const later = aDecision({
      id: 'decision-2',
      outcome: 'no-go',
      comment: 'No.',
      recordedAt: '2026-11-24T09:00:00.000Z',
    });
    expect(state({ decisions: [later, aDecision()] }).status).toBe('failed');
    expect(state({ decisions: [aDecision(), later] }).status).toBe('failed');
  });

  it('lets a no outweigh old facts, and old facts an open place', () => {
    const stale = aDecision({ placeKey: 'operations', decidedById: 'jon', current: false });
    const noGo = aDecision({ id: 'decision-2', outcome: 'no-go', comment: 'No.' });
    expect(state({ decisions: [stale, noGo] }, authority).status).toBe('failed');
    expect(state({ decisions: [stale] }, authority).status).toBe('out-of-date');
  });

  it('ignores decisions of places the gate no longer has', () => {
    expect(decidedWith({ placeKey: 'cab', outcome: 'no-go' }).status).toBe('waiting');
  });
});

describe('a conditional go', () => {
  function withCondition(more: Partial<DecisionCondition>) {
    const condition: DecisionCondition = {
      id: 'condition',
      text: 'Rotate the keys',
      ownerId: 'jon',
      dueOn: '2026-11-24',
      metAt: null,
      metById: null,
      ...{ checkedGateId: null, checkedAt: null, checkedById: null },
      ...more,
    };
    return decidedWith({ outcome: 'conditional-go', conditions: [condition] });
  }

  it('passes until the end of the day its condition is due', () => {
    expect(withCondition({})).toMatchObject({
      status: 'passed',
      summary:
        'conditional go by Iris Lindqvist, Mon 23 Nov 17:40, 1 condition open, due Tue 24 Nov',
      needs: ['Condition: Rotate the keys (Jon Bell, due Tue 24 Nov).'],
    });
  });

  it('fails from the next day on', () => {
    expect(withCondition({ dueOn: '2026-11-23' })).toMatchObject({
      status: 'failed',
      summary: 'condition overdue since Mon 23 Nov: Rotate the keys (Jon Bell)',
    });
  });

  it('passes for good once the condition is met', () => {
    const met = { dueOn: '2026-11-20', metAt: '2026-11-23T20:00:00.000Z', metById: 'jon' };
    expect(withCondition(met)).toMatchObject({ status: 'passed', needs: [] });
  });
});

describe('gates without decisions', () => {
  it.each(gateChecks.filter((check) => check !== 'decision'))('%s has no seats', (check) => {
    const result = gateState({ ...signOff, check, places: [] }, inputs());
    expect(result.seats).toEqual([]);
    expect(result.summary).not.toBe('');
  });
});
