import { describe, expect, it } from 'vitest';
import { Refusal } from '#shared/model/refusal.ts';
import {
  checkCancel,
  checkOutcome,
  missingBeforeClosing,
  nextPhase,
  suggestedOutcome,
} from '#shared/rules/planning/life.ts';
import type { LifeDeployment, LifeGate, Living } from '#shared/rules/planning/life.ts';
import { movedPhases, postpone } from '#shared/rules/planning/postpone.ts';

const payments: Living = { name: 'Payments 4.2', phase: 'build', outcome: null, holdReason: null };

function gate(overrides: Partial<LifeGate>): LifeGate {
  return { name: 'Pipeline green', phase: 'build', status: 'passed', summary: '', ...overrides };
}

function deployed(overrides: Partial<LifeDeployment>): LifeDeployment {
  const at = '2026-11-26T22:00:00.000Z';
  return {
    environment: 'prod-eu',
    production: true,
    actualStartAt: at,
    result: 'succeeded',
    ...overrides,
  };
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error('a refusal was expected');
}

describe('Going on to the next phase', () => {
  it('takes passed gates, and those that do not apply, of this phase only', () => {
    const gates = [
      gate({}),
      gate({ status: 'not-applicable' }),
      gate({ phase: 'readiness', status: 'waiting' }),
    ];
    expect(nextPhase(payments, gates)).toBe('readiness');
  });

  it('is refused with every open gate and what it waits for', () => {
    const gates = [
      gate({ status: 'failed', summary: 'build 41 failed' }),
      gate({ name: 'Peer review', status: 'waiting', summary: 'waits for Jon Bell' }),
    ];
    expect(refusal(() => nextPhase(payments, gates))).toBe(
      'Build is not over: Pipeline green: build 41 failed; Peer review: waits for Jon Bell. Settle them in Gates, then go on to Readiness.',
    );
  });

  it('is refused on hold, when closed and in the last phase, with the way out', () => {
    const held = { ...payments, holdReason: 'the supplier is late' };
    expect(refusal(() => nextPhase(held, []))).toMatch(/the supplier is late. Take it off hold/);
    expect(refusal(() => nextPhase({ ...payments, phase: 'closed' }, []))).toMatch(/new release/);
    expect(refusal(() => nextPhase({ ...payments, phase: 'post-release' }, []))).toMatch(
      /Close it/,
    );
  });
});

describe('Closing', () => {
  it('asks for all that is missing at once', () => {
    const missing = missingBeforeClosing({
      phase: 'deployment',
      gates: [gate({ phase: 'post-release', status: 'waiting', summary: 'not asked yet' })],
      deployments: [deployed({ result: null })],
      openIncidents: ['Cards refused'],
      openItems: 1,
    });
    expect(missing).toEqual([
      'It is in Deployment: go on to Post-release first.',
      'The deployment to prod-eu has no result: record it, or take it out.',
      'Pipeline green: not asked yet.',
      'The incident “Cards refused” is not resolved: record when it was.',
      '1 item of the checklist is open: settle it.',
    ]);
  });

  it('suggests how it ended from the last deployment to each production environment', () => {
    const failed = deployed({ result: 'failed' });
    expect(suggestedOutcome([failed, deployed({})])).toBe('released');
    expect(suggestedOutcome([deployed({}), failed])).toBe('rolled-back');
    expect(suggestedOutcome([deployed({ production: false })])).toBe('released');
    expect(suggestedOutcome([])).toBe('rolled-back');
  });

  it('is not as released while nothing reached production', () => {
    const failed = deployed({ result: 'failed' });
    expect(refusal(() => checkOutcome('released', [failed]))).toMatch(/rolled back, or cancel it/);
    expect(() => checkOutcome('rolled-back', [failed])).not.toThrow();
    expect(() => checkOutcome('released', [failed, deployed({})])).not.toThrow();
  });

  it('is the way to end what is in production; that is not cancelled', () => {
    expect(refusal(() => checkCancel(payments, [deployed({})]))).toMatch(
      /in production \(prod-eu\)/,
    );
    expect(() => checkCancel(payments, [deployed({ result: 'rolled-back' })])).not.toThrow();
  });
});

describe('Postponing', () => {
  const zone = 'Europe/London';
  const start = {
    startAt: '2027-03-20T22:00:00.000Z',
    endAt: '2027-03-20T23:00:00.000Z',
    zone,
  };
  const first = { id: 'a', startAt: start.startAt, zone };
  const now = '2027-03-01T09:00:00.000Z';

  it('keeps the time of day over a change of clocks, in each place', () => {
    const second = {
      id: 'b',
      startAt: '2027-03-21T02:00:00.000Z',
      zone: 'UTC',
    };
    // 22:00 in London on 3 April is 21:00 UTC.
    const moved = postpone(start, [first, second], '2027-04-03T21:00:00.000Z', now);
    expect(moved.starts.get('a')).toBe('2027-04-03T21:00:00.000Z');
    expect(moved.starts.get('b')).toBe('2027-04-04T02:00:00.000Z');
    expect(moved.days).toBe(14);
  });

  it('leaves the dates of phases that have begun', () => {
    const moved = postpone(start, [first], '2027-03-27T22:00:00.000Z', now);
    const phases = [
      { plannedOn: '2027-03-10', enteredAt: now },
      { plannedOn: '2027-03-20', enteredAt: null },
      { plannedOn: null, enteredAt: null },
    ];
    expect(movedPhases(phases, moved.days).map(({ plannedOn }) => plannedOn)).toEqual([
      '2027-03-27',
    ]);
  });

  it('is refused to an earlier time, into the past, and without anything ahead', () => {
    const to = (at: string) => refusal(() => postpone(start, [first], at, now));
    expect(to(start.startAt)).toMatch(/to a later time. To bring it forward/);
    const late = '2027-05-01T00:00:00.000Z';
    const past = () => postpone(start, [first], '2027-03-27T22:00:00.000Z', late);
    expect(refusal(past)).toMatch(/in the past/);
    expect(refusal(() => postpone(null, [], '2027-03-27T22:00:00.000Z', now))).toMatch(/Plan one/);
  });
});
