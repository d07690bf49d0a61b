import type { GateStatus } from '#shared/model/governance/gates.ts';
import { phases } from '#shared/model/planning/releases.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import { worstStatus } from './gate-outcome.ts';

export type JudgedGate = {
  id: string;
  name: string;
  phase: Phase;
  order: string;
  status: GateStatus;
  summary: string;
};

export type Readiness = {
  passed: number;
  total: number;
  worst: GateStatus;
  firstInTheWay: { gateId: string; gate: string; status: GateStatus; summary: string } | null;
};

/**
 * How many gates are passed of those that apply, and the first that is not, in the order of phases.
 * A gate that does not apply is neither counted nor in the way.
 */
export function readiness(gates: readonly JudgedGate[]): Readiness {
  const counting = gates.filter((gate) => gate.status !== 'not-applicable').toSorted(byPlace);
  const first = counting.find((gate) => gate.status !== 'passed');
  return {
    passed: counting.filter((gate) => gate.status === 'passed').length,
    total: counting.length,
    worst: worstStatus(counting.map((gate) => gate.status)),
    firstInTheWay: first
      ? { gateId: first.id, gate: first.name, status: first.status, summary: first.summary }
      : null,
  };
}

function byPlace(a: JudgedGate, b: JudgedGate): number {
  const phaseOrder = phases.indexOf(a.phase) - phases.indexOf(b.phase);
  if (phaseOrder !== 0 || a.order === b.order) return phaseOrder;
  return a.order < b.order ? -1 : 1;
}
