import type { GateView } from '#shared/model/governance/gates.ts';
import { phases } from '#shared/model/planning/releases.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';
import { lookOf } from './gate-words.ts';

export type GateGroup = { phase: Phase; gates: GateView[]; isCurrent: boolean };

/**
 * Gates by the phase they guard. The phase the release is in comes first, as its gates are the
 * work at hand; then the coming phases, then those that are over.
 */
export function gateGroups(gates: readonly GateView[], current: Phase): GateGroup[] {
  const at = phases.indexOf(current);
  const order = [...phases.slice(at), ...phases.slice(0, at).toReversed()];
  return order
    .map((phase) => ({
      phase,
      gates: gates.filter((gate) => gate.phase === phase),
      isCurrent: phase === current,
    }))
    .filter((group) => group.gates.length > 0);
}

/** In the order they are told: what went well, what is under way, what is in danger. */
const told: readonly StatusKind[] = [
  'passed',
  'exception',
  'running',
  'waiting',
  'out-of-date',
  'failed',
  'not-applicable',
];

export function countByLook(gates: readonly GateView[]): { kind: StatusKind; count: number }[] {
  return told
    .map((kind) => ({ kind, count: gates.filter((gate) => lookOf(gate).kind === kind).length }))
    .filter(({ count }) => count > 0);
}
