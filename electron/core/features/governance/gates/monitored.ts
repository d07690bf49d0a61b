import type { Store } from '#core/database/store.ts';
import type { MonitoringFacts } from '#shared/rules/governance/evidence/monitoring-gate.ts';
import { heldChecks, rolloutFacts } from '../../delivery/monitoring/index.ts';
import { iso } from '#core/database/select.ts';
import { keptGates } from './kept.ts';
import type { Subject } from './load.ts';

/** Asked only for releases with such a gate that is still judged; the others never pay for it. */
export function monitoredOf(
  store: Store,
  subjects: readonly Subject[],
  atOf: (subject: Subject) => number,
): (releaseId: string) => MonitoringFacts | null {
  const asked = subjects
    .filter(hasOpenGate)
    .map((subject) => ({ releaseId: subject.release.id, at: atOf(subject) }));
  if (asked.length === 0) return () => null;
  const ids = asked.map(({ releaseId }) => releaseId);
  const checks = heldChecks(store, ids);
  const rollout = rolloutFacts(store, asked);
  const untilOf = new Map(asked.map(({ releaseId, at }) => [releaseId, iso(at)]));
  return (releaseId) => {
    const until = untilOf.get(releaseId);
    if (until === undefined) return null;
    return {
      checks: checks(releaseId).map(({ check, connectionName, results }) => ({
        ...{ check, connectionName },
        // What was asked later says nothing of how it stood then.
        result: results.find(({ askedAt }) => askedAt <= until) ?? null,
      })),
      rollout: rollout(releaseId),
    };
  };
}

function hasOpenGate(subject: Subject): boolean {
  const own = subject.gates.filter(({ check }) => check === 'monitoring');
  if (own.length === 0) return false;
  const kept = keptGates(subject);
  return own.some(({ id }) => !kept.has(id));
}
