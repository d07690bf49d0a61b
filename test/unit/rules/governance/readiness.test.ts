import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateStatuses } from '#shared/model/governance/gates.ts';
import { phases } from '#shared/model/planning/releases.ts';
import { readiness } from '#shared/rules/governance/readiness.ts';
import type { JudgedGate } from '#shared/rules/governance/readiness.ts';

function gate(id: string, more: Partial<JudgedGate> = {}): JudgedGate {
  return {
    id,
    name: `Gate ${id}`,
    phase: 'readiness',
    order: 'a0',
    status: 'passed',
    summary: `about ${id}`,
    ...more,
  };
}

describe('readiness', () => {
  it('counts the gates passed and names the first in the way, in the order of the phases', () => {
    const gates = [
      gate('owner', { phase: 'deployment', status: 'failed' }),
      gate('security', { order: 'a2', status: 'out-of-date' }),
      gate('qa', { order: 'a1', status: 'waiting' }),
      gate('build', { phase: 'build' }),
    ];
    expect(readiness(gates)).toEqual({
      passed: 1,
      total: 4,
      worst: 'failed',
      firstInTheWay: { gateId: 'qa', gate: 'Gate qa', status: 'waiting', summary: 'about qa' },
    });
  });

  it('leaves out what does not apply', () => {
    const gates = [gate('a', { status: 'not-applicable' }), gate('b')];
    expect(readiness(gates)).toEqual({ passed: 1, total: 1, worst: 'passed', firstInTheWay: null });
  });

  it('of no gates at all is nothing of nothing', () => {
    expect(readiness([])).toEqual({
      passed: 0,
      total: 0,
      worst: 'not-applicable',
      firstInTheWay: null,
    });
  });

  it('has something in the way exactly when not all are passed, in whatever order they come', () => {
    const gates = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        order: fc.uuid(),
        phase: fc.constantFrom(...phases),
        status: fc.constantFrom(...gateStatuses),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    fc.assert(
      fc.property(gates, (list) => {
        const judged = list.map(({ id, ...more }) => gate(id, more));
        const result = readiness(judged);
        expect(result.firstInTheWay === null).toBe(result.passed === result.total);
        expect(readiness(judged.toReversed())).toEqual(result);
      }),
    );
  });
});
