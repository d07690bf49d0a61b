import { component, deployment } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { iso, isoOrNull } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import type { RolloutAlertsInput } from '#shared/rules/delivery/monitoring/rollout-terms.ts';
import { rolloutAlerts } from '#shared/rules/delivery/monitoring/rollout-alerts.ts';
import { usualWatch } from '#shared/rules/delivery/monitoring/rollout-terms.ts';
import { judgedAt, requireRelease } from '../../planning/releases/index.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { alertSources, heldAlerts } from './sightings.ts';

/** Of a release, as it stood at an instant in milliseconds. */
export type RolloutSubject = { releaseId: string; at: number };

/** What roll-outs of several releases are judged from; alerts are read once for all. */
export function rolloutFacts(
  store: Store,
  subjects: readonly RolloutSubject[],
): (releaseId: string) => RolloutAlertsInput {
  const ids = subjects.map(({ releaseId }) => releaseId);
  const components = partsOf(store, component, ids);
  const planned = partsOf(store, deployment, ids, 'startAt');
  const services = new Map(listServices(store).map(({ id, name }) => [id, name]));
  const environments = new Map(listEnvironments(store).map((each) => [each.id, each]));
  const nameOf = (id: string) => environments.get(id)?.name ?? 'an environment that was removed';
  const deploymentsOf = (releaseId: string, at: number) =>
    watched(planned(releaseId), (id) => environments.get(id)?.kind === 'production').flatMap(
      (each) => begun(each, nameOf(each.environmentId), at),
    );
  const begins = subjects.flatMap(({ releaseId, at }) =>
    deploymentsOf(releaseId, at).map(({ startAt }) => startAt),
  );
  const [first] = begins.toSorted();
  const sources = alertSources(store);
  const alerts = first === undefined ? [] : heldAlerts(store, sources, Date.parse(first));
  const atOf = new Map(subjects.map(({ releaseId, at }) => [releaseId, at]));
  return (releaseId) => {
    const at = atOf.get(releaseId) ?? 0;
    const until = iso(at);
    const ofRelease = new Set(components(releaseId).map(({ serviceId }) => serviceId));
    return {
      deployments: deploymentsOf(releaseId, at),
      services: [...ofRelease].map((id) => ({ id, name: services.get(id) ?? 'unknown service' })),
      // What was seen later says nothing of how it stood then.
      sources: sources.map((source) => ({
        ...source,
        looks: source.looks.filter((look) => look <= until),
      })),
      alerts: alerts.map((alert) => ({
        ...alert,
        sightings: alert.sightings.filter((sighting) => sighting.at <= until),
      })),
    };
  };
}

/** Which alerts fired while the deployments of a release ran and were watched. */
export function rolloutOf(
  store: Store,
  releaseId: string,
  now: number,
): Output<'monitoring.rollout'> {
  requireRelease(store, releaseId);
  const at = judgedAt(store, releaseId, now);
  const facts = rolloutFacts(store, [{ releaseId, at }])(releaseId);
  const { zone } = readWorkspace(store);
  const { alerts, ...found } = rolloutAlerts(facts, usualWatch, { zone, now: iso(at) });
  return {
    ...found,
    alerts: alerts.map(({ source: connectionName, labels, ...rest }) => ({
      ...{ ...rest, connectionName, labels: { ...labels } },
    })),
    deployments: facts.deployments.map((each) => ({ ...each })),
  };
}

/** Those to production where the release goes there at all: what rings on staging is no roll-out. */
function watched(
  all: readonly Plain<typeof deployment>[],
  isProduction: (environmentId: string) => boolean,
): readonly Plain<typeof deployment>[] {
  const production = all.filter(({ environmentId }) => isProduction(environmentId));
  return production.length === 0 ? all : production;
}

function begun(
  { id, actualStartAt, actualEndAt }: Plain<typeof deployment>,
  what: string,
  at: number,
): RolloutAlertsInput['deployments'][number][] {
  if (actualStartAt === null || actualStartAt > at) return [];
  return [{ id, what, startAt: iso(actualStartAt), endAt: isoOrNull(actualEndAt) }];
}
