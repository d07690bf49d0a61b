import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { artefactDigest } from '#shared/rules/governance/artefact-digest.ts';
import type { GateOutcome } from '#shared/rules/governance/gate-outcome.ts';
import { freshnessLimitMs } from '#shared/rules/governance/pipeline-green.ts';
import { readArtefacts, readStagingRuns } from '../../delivery/artefacts/index.ts';
import { connectionFacts } from '../../delivery/connections/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { keptGates } from './kept.ts';
import type { Subject } from './load.ts';

/** Where gates that ask for digests stand, by release; the others never pay for it. */
export function digestsAsked(
  store: Store,
  subjects: readonly Subject[],
  atOf: (subject: Subject) => number,
): (releaseId: string) => GateOutcome | null {
  const asked = subjects.filter(hasOpenGate);
  if (asked.length === 0) return () => null;
  const serviceIds = new Set(
    asked.flatMap(({ components }) => components.map(({ serviceId }) => serviceId)),
  );
  const names = new Map(listServices(store).map(({ id, name }) => [id, name]));
  const artefacts = readArtefacts(store, serviceIds);
  const ran = readStagingRuns(store, serviceIds);
  const asOfByConnection = new Map(connectionFacts(store).map(({ id, asOf }) => [id, asOf]));
  const { zone } = readWorkspace(store);
  const outcomes = new Map(
    asked.map((subject) => {
      const now = iso(atOf(subject));
      const outcome = artefactDigest({
        components: subject.components.map(({ serviceId, version, artefact }) => ({
          ...{ serviceId, version, artefact },
          serviceName: names.get(serviceId) ?? 'unknown service',
        })),
        // A closed release is judged by what was known when it was closed.
        artefacts: artefacts
          .filter(({ knownSince }) => knownSince <= now)
          .map((each) =>
            each.goneAt !== null && each.goneAt > now ? { ...each, goneAt: null } : each,
          ),
        ran: ran.filter(({ at }) => at === null || at <= now),
        ...{ asOfByConnection, limitMs: freshnessLimitMs, now, zone },
      });
      return [subject.release.id, outcome] as const;
    }),
  );
  return (releaseId) => outcomes.get(releaseId) ?? null;
}

function hasOpenGate(subject: Subject): boolean {
  const own = subject.gates.filter(({ check }) => check === 'artefact-digest');
  if (own.length === 0) return false;
  const kept = keptGates(subject);
  return own.some(({ id }) => !kept.has(id));
}
