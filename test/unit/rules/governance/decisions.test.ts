import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionChannels, decisionOutcomes, gateChecks } from '#shared/model/governance/gates.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { decide } from '#shared/rules/governance/decisions.ts';
import type { DecideInput } from '#shared/rules/governance/decisions.ts';
import { mayWithdraw } from '#shared/rules/governance/withdrawal.ts';
import type { WithdrawInput } from '#shared/rules/governance/withdrawal.ts';
import {
  aDecideInput,
  aDecision,
  iris,
  jon,
  mara,
  now,
  operationsPlace,
  people,
  securityPlace,
  tomas,
} from './release-builder.ts';

function refusal(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused');
}

const refused = (more: Partial<DecideInput>) => refusal(() => decide(aDecideInput(more)));
const release = aDecideInput().release;
const twoPlaces = {
  name: 'Emergency authority',
  check: 'decision' as const,
  places: [operationsPlace, securityPlace],
};

describe('who may decide', () => {
  it('somebody who holds the role of the place', () => {
    expect(decide(aDecideInput())).toMatchObject({ placeKey: 'security-lead', secondPlace: false });
  });

  it('somebody assigned to the role on this release only', () => {
    const roles = [{ roleKey: 'security-lead', personId: 'jon' }];
    const input = { decidedById: 'jon', recordedById: 'jon', release: { ...release, roles } };
    expect(decide(aDecideInput(input)).placeKey).toBe('security-lead');
  });

  it('nobody without the role', () => {
    const { code, message } = refused({ decidedById: 'jon', recordedById: 'jon' });
    expect(code).toBe('forbidden');
    expect(message).toBe(
      '“Security sign-off” needs the role security lead, and Jon Bell does not hold it. Assign them in the release’s roles, or ask somebody who holds it.',
    );
  });

  it.each(['startup', 'standard', 'regulated'] as const)(
    'not who asked for the release, in the profile %s',
    (profile) => {
      const asked = { ...release, requesterId: 'iris' };
      const { code, message } = refused({ release: asked, profile });
      expect(code).toBe('forbidden');
      expect(message).toContain('Iris Lindqvist asked for this release and cannot decide in it');
      expect(message).toContain('assign one in the release’s roles');
    },
  );

  it('not who asked for this decision', () => {
    expect(refused({ requestedById: 'iris' }).message).toContain('let somebody else ask again');
    expect(decide(aDecideInput({ requestedById: null })).placeKey).toBe('security-lead');
  });

  it('nobody outside the workspace', () => {
    expect(refused({ decidedById: 'stranger', recordedById: 'stranger' }).code).toBe('not_found');
  });

  it('nobody once the release is closed', () => {
    const closed = { ...release, phase: 'closed' as const };
    expect(refused({ release: closed }).code).toBe('precondition_failed');
  });

  it.each(gateChecks.filter((check) => check !== 'decision'))(
    'nobody at a gate judged from facts: %s',
    (check) => {
      const gate = { ...aDecideInput().gate, check };
      const { code, message } = refused({ gate });
      expect(code).toBe('precondition_failed');
      expect(message).toContain('takes no decision. To pass it, ');
    },
  );
});

describe('which place', () => {
  it('is filled until its decision is withdrawn', () => {
    const byTomas = aDecision({ decidedById: 'tomas' });
    const { code, message } = refused({ decisions: [byTomas] });
    expect(code).toBe('conflict');
    expect(message).toBe(
      'The place of the security lead in “Security sign-off” is filled by the go of Tomás Rey. Withdraw that decision first to record another.',
    );
    const withdrawn = { at: now, byId: 'tomas', reason: 'too early' };
    expect(decide(aDecideInput({ decisions: [{ ...byTomas, withdrawn }] })).placeKey).toBe(
      'security-lead',
    );
  });

  it('is filled by a no-go as well, also against the one who gave it', () => {
    expect(refused({ decisions: [aDecision({ outcome: 'no-go' })] }).code).toBe('conflict');
  });

  it('is open again after an abstention or a deferral, and after the facts have changed', () => {
    const left = (['abstain', 'deferred'] as const).map((outcome) => aDecision({ outcome }));
    for (const open of [...left, aDecision({ current: false })]) {
      expect(decide(aDecideInput({ decisions: [open] })).placeKey).toBe('security-lead');
    }
  });

  it('goes by what was recorded last, not by the time it is dated', () => {
    const stale = aDecision({ id: 'decision-1', current: false });
    const fresh = aDecision({
      id: 'decision-2',
      decidedAt: '2026-11-23T09:00:00.000Z',
      recordedAt: '2026-11-23T18:00:00.000Z',
    });
    for (const decisions of [
      [stale, fresh],
      [fresh, stale],
    ]) {
      expect(refused({ decisions }).code).toBe('conflict');
    }
  });

  it('goes by the later of two records of the same moment', () => {
    const earlier = aDecision({ id: 'decision-1' });
    const later = aDecision({ id: 'decision-2', current: false });
    for (const decisions of [
      [earlier, later],
      [later, earlier],
    ]) {
      expect(decide(aDecideInput({ decisions })).placeKey).toBe('security-lead');
    }
  });

  it('is the only open one the person can fill', () => {
    const byJon = aDecision({ placeKey: 'operations', decidedById: 'jon' });
    const input = { gate: twoPlaces, decidedById: 'tomas', recordedById: 'tomas' };
    expect(decide(aDecideInput({ ...input, decisions: [byJon] })).placeKey).toBe('security-lead');
  });

  it('has to be named when the person could fill several', () => {
    const input = { gate: twoPlaces, decidedById: 'tomas', recordedById: 'tomas' };
    expect(refused(input)).toMatchObject({
      code: 'invalid_input',
      fields: { placeKey: 'expected one of operations, security-lead' },
    });
    expect(decide(aDecideInput({ ...input, placeKey: 'operations' })).placeKey).toBe('operations');
  });

  it('is the first of two alike', () => {
    const places = [
      { key: 'first', roleKey: 'security-lead' },
      { key: 'second', roleKey: 'security-lead' },
    ];
    const gate = { ...twoPlaces, places };
    expect(decide(aDecideInput({ gate })).placeKey).toBe('first');
    const byTomas = aDecision({ placeKey: 'first', decidedById: 'tomas' });
    expect(decide(aDecideInput({ gate, decisions: [byTomas] })).placeKey).toBe('second');
  });

  it('must exist', () => {
    expect(refused({ placeKey: 'cab' })).toMatchObject({ code: 'not_found' });
  });

  it('is refused to a person who fills another place of the gate', () => {
    const input = {
      gate: twoPlaces,
      decisions: [aDecision({ placeKey: 'operations', decidedById: 'tomas' })],
      decidedById: 'tomas',
      recordedById: 'tomas',
    };
    for (const profile of ['standard', 'regulated'] as const) {
      const { code, message } = refused({ ...input, profile });
      expect(code).toBe('forbidden');
      expect(message).toContain('Tomás Rey already fills a place of “Emergency authority”');
    }
    expect(decide(aDecideInput({ ...input, profile: 'startup' }))).toMatchObject({
      placeKey: 'security-lead',
      secondPlace: true,
    });
  });
});

describe('what a decision needs', () => {
  it('a no-go needs its reason', () => {
    expect(refused({ outcome: 'no-go', comment: '  ' }).fields).toHaveProperty('comment');
    expect(decide(aDecideInput({ outcome: 'no-go', comment: 'The scan failed.' }))).toBeDefined();
  });

  it('a conditional go needs a condition with a known owner, due today or later', () => {
    const outcome = 'conditional-go' as const;
    expect(refused({ outcome }).fields).toHaveProperty('conditions');
    const due = (dueOn: string, ownerId = 'jon') => ({ outcome, conditions: [{ ownerId, dueOn }] });
    expect(decide(aDecideInput(due('2026-11-24')))).toBeDefined();
    expect(refused(due('2026-11-23')).fields).toHaveProperty(['conditions.0.dueOn']);
    expect(refused(due('2026-11-25', 'stranger')).fields).toHaveProperty(['conditions.0.ownerId']);
  });

  it('today is today in the workspace’s zone', () => {
    const late = { now: '2026-11-24T23:30:00.000Z', decidedAt: '2026-11-24T23:30:00.000Z' };
    const conditions = [{ ownerId: 'jon', dueOn: '2026-11-24' }];
    const input = { ...late, outcome: 'conditional-go' as const, conditions };
    expect(decide(aDecideInput({ ...input, zone: 'Europe/London' }))).toBeDefined();
    expect(refused({ ...input, zone: 'Europe/Berlin' }).message).toContain('today is 2026-11-25');
  });

  it('defers to a later day, and only a deferral does', () => {
    const deferred = aDecideInput({ outcome: 'deferred', deferredTo: '2026-11-25' });
    expect(decide(deferred).placeKey).toBe('security-lead');
    for (const deferredTo of [null, '2026-11-24']) {
      const { code, fields } = refused({ outcome: 'deferred', deferredTo });
      expect([code, fields]).toEqual([
        'invalid_input',
        { deferredTo: 'expected a day after today' },
      ]);
    }
    expect(refused({ outcome: 'go', deferredTo: '2026-11-25' }).code).toBe('invalid_input');
  });

  it.each(['go', 'no-go', 'abstain'] as const)('%s takes no conditions', (outcome) => {
    const conditions = [{ ownerId: 'jon', dueOn: '2026-11-30' }];
    expect(refused({ outcome, comment: 'Because.', conditions }).code).toBe('invalid_input');
  });

  it('recording for somebody else needs to say how it came in', () => {
    expect(refused({ recordedById: 'mara' }).fields).toHaveProperty('channel');
    for (const channel of ['meeting', 'response-file', 'e-mail'] as const) {
      expect(decide(aDecideInput({ recordedById: 'mara', channel }))).toBeDefined();
    }
  });

  it('lies neither in the future nor before the release', () => {
    expect(refused({ decidedAt: '2026-11-24T15:00:00.001Z' }).fields).toEqual({
      decidedAt: 'lies in the future',
    });
    const before = refused({ decidedAt: '2026-11-02T08:59:59.999Z' });
    expect(before.message).toContain('created Mon 2 Nov 2026 09:00 London');
    expect(decide(aDecideInput({ decidedAt: release.createdAt }))).toBeDefined();
  });
});

describe('whatever is asked', () => {
  const inputs = fc
    .record({
      decidedById: fc.constantFrom('mara', 'iris', 'tomas', 'jon'),
      recordedById: fc.constantFrom('mara', 'iris', 'tomas', 'jon'),
      requester: fc.constantFrom('mara', 'iris', 'tomas', 'jon'),
      requestedById: fc.constantFrom(null, 'mara', 'iris', 'tomas', 'jon'),
      outcome: fc.constantFrom(...decisionOutcomes),
      channel: fc.constantFrom(...decisionChannels),
      comment: fc.constantFrom('', 'A reason.'),
      placeKey: fc.constantFrom(undefined, 'operations', 'security-lead'),
      profile: fc.constantFrom('startup' as const, 'standard' as const),
      decisions: fc.array(
        fc
          .record({
            id: fc.uuid(),
            placeKey: fc.constantFrom('operations', 'security-lead'),
            decidedById: fc.constantFrom('iris', 'tomas', 'jon'),
            current: fc.boolean(),
          })
          .map(aDecision),
        { maxLength: 3 },
      ),
    })
    .map(({ requester, ...more }) =>
      aDecideInput({ ...more, gate: twoPlaces, release: { ...release, requesterId: requester } }),
    );

  it('a recorded decision breaks no rule, and a refusal says what to do', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        try {
          const { placeKey, secondPlace } = decide(input);
          const place = twoPlaces.places.find(({ key }) => key === placeKey);
          const decider = people.find(({ id }) => id === input.decidedById);
          expect(decider?.roles).toContain(place?.roleKey);
          expect([input.release.requesterId, input.requestedById]).not.toContain(decider?.id);
          if (secondPlace) expect(input.profile).toBe('startup');
          if (input.outcome === 'no-go') expect(input.comment).not.toBe('');
          expect(input.outcome).not.toBe('conditional-go');
          if (input.channel === 'self') expect(input.recordedById).toBe(input.decidedById);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          expect(error.message.split(/(?<=[.:]) /).length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('who may withdraw a decision', () => {
  function withdrawal(by: WithdrawInput['by'], more = {}): WithdrawInput {
    const decision = { decidedById: 'iris', recordedById: 'jon', withdrawn: false, ...more };
    return { decision, release, by };
  }

  it('the one who gave it, the one who recorded it and a release manager', () => {
    for (const by of [iris, jon, mara]) {
      expect(() => mayWithdraw(withdrawal(by))).not.toThrow();
    }
    expect(refusal(() => mayWithdraw(withdrawal(tomas))).code).toBe('forbidden');
  });

  it('a release manager of this release only', () => {
    const roles = [{ roleKey: 'release-manager', personId: 'tomas' }];
    const input = { ...withdrawal(tomas), release: { ...release, roles } };
    expect(() => mayWithdraw(input)).not.toThrow();
  });

  it('nobody twice, and nobody once the release is closed', () => {
    expect(refusal(() => mayWithdraw(withdrawal(iris, { withdrawn: true }))).code).toBe('conflict');
    const closed = { ...withdrawal(iris), release: { ...release, phase: 'closed' as const } };
    expect(refusal(() => mayWithdraw(closed)).code).toBe('precondition_failed');
  });
});
