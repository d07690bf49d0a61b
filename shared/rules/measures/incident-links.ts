import type { LinkReason, OutReason } from '#shared/model/measures/terms.ts';
import { countUpTo } from './deployment-order.ts';
import type { Deployment, Finished, Incident } from './rows.ts';

/** The deployment an incident belongs to and why, or why it belongs to none. */
export type IncidentLink =
  | { incident: Incident; to: Finished; reason: LinkReason }
  | { incident: Incident; to: null; out: OutReason; of: string | null };

type Ground = {
  /** Production deployments that reached users, by finish. */
  live: readonly Finished[];
  isLive(row: Deployment): row is Finished;
  byId(id: string): Deployment | undefined;
  /** As DevLake links: by rule alone, and an incident at the very finish belongs to the one before. */
  strict: boolean;
  horizon: number;
};

/**
 * Which deployment each incident belongs to: the one given by hand, else the latest live production
 * deployment of its service that finished until then. A rollback and a re-deployed commit are
 * deployments like others: what follows them belongs to them. n log n.
 */
export function linkIncidents(
  incidents: readonly Incident[],
  ground: Ground,
): ReadonlyMap<string, IncidentLink> {
  const byService = Map.groupBy(ground.live, ({ service }) => service);
  return new Map(
    incidents.map((incident) => [
      incident.id,
      incident.createdAt >= ground.horizon
        ? { incident, to: null, out: 'inFuture', of: null }
        : incident.deploymentId !== null && !ground.strict
          ? byHand(incident, incident.deploymentId, ground)
          : byRule(incident, byService.get(incident.service) ?? [], ground.strict),
    ]),
  );
}

function byHand(incident: Incident, id: string, { byId, isLive }: Ground): IncidentLink {
  const to = byId(id);
  if (to === undefined) return { incident, to: null, out: 'linkedElsewhere', of: id };
  if (!isLive(to)) return { incident, to: null, out: 'linkedNotLive', of: id };
  return { incident, to, reason: 'byHand' };
}

function byRule(incident: Incident, live: readonly Finished[], strict: boolean): IncidentLink {
  const until = countUpTo(live, ({ finishedAt }) => finishedAt, incident.createdAt, !strict);
  const to = live[until - 1];
  if (to === undefined) return { incident, to: null, out: 'noEarlierDeployment', of: null };
  return { incident, to, reason: strict ? 'strictlyBefore' : 'latestBefore' };
}
