import type { Store } from '#core/database/store.ts';
import type { GateLimits } from '#shared/model/governance/gate-terms.ts';
import type { GateOutcome } from '#shared/rules/governance/gate-outcome.ts';
import { handedUp } from './handed-up.ts';
import { keptGates } from './kept.ts';
import type { Subject } from './load.ts';

/** A gate that asks a limit of a measure over the services of its release, until `at` (milliseconds). */
export type MeasuredGate = {
  gateId: string;
  at: number;
  serviceIds: readonly string[];
  limit: NonNullable<GateLimits['measure']>;
};

/** Where gates that ask a limit of a measure stand, by gate: the rows are read once for all. */
export type MeasuresOf = (
  store: Store,
  asked: readonly MeasuredGate[],
) => ReadonlyMap<string, GateOutcome>;

/** Asked only for such gates that are still judged; the others never pay for it. */
export function measuresAsked(
  store: Store,
  subjects: readonly Subject[],
  atOf: (subject: Subject) => number,
): (gateId: string) => GateOutcome | null {
  const asked = subjects.flatMap((subject) => measuredGates(subject, atOf(subject)));
  if (asked.length === 0) return () => null;
  const found = handedUp().measuresOf(store, asked);
  return (gateId) => found.get(gateId) ?? null;
}

function measuredGates(subject: Subject, at: number): MeasuredGate[] {
  const own = subject.gates.flatMap(({ id, check, limits }) =>
    check === 'measure-threshold' && limits.measure !== undefined
      ? [{ gateId: id, limit: limits.measure }]
      : [],
  );
  if (own.length === 0) return [];
  const kept = keptGates(subject);
  const serviceIds = [...new Set(subject.components.map(({ serviceId }) => serviceId))];
  return own.filter(({ gateId }) => !kept.has(gateId)).map((gate) => ({ ...gate, at, serviceIds }));
}
