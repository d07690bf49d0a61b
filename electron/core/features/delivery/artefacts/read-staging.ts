import { iso, isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { recordedEvents } from '#shared/rules/delivery/recorded-events.ts';
import type { StagingRun } from '#shared/rules/delivery/artefact-facts.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { readWent } from '../matrix/index.ts';

type From = {
  serviceId: string;
  environment: string;
  connectionId: string;
  connectionName: string;
};

/** What staging ran of these services: as people recorded it, and as providers told it. */
export function readStagingRuns(store: Store, serviceIds: ReadonlySet<string>): StagingRun[] {
  return [
    ...recorded(store).filter(({ serviceId }) => serviceIds.has(serviceId)),
    ...rollouts(store, serviceIds),
    ...deployments(store, serviceIds),
  ];
}

/** Deployments of releases that succeeded there, with what each brought. */
function recorded(store: Store): StagingRun[] {
  const staging = new Map(
    listEnvironments(store)
      .filter(({ kind }) => kind === 'staging')
      .map(({ id, name }) => [id, name]),
  );
  if (staging.size === 0) return [];
  // Whatever has ended, ended before then.
  const events = recordedEvents(readWent(store).deployments, '9999-12-31T23:59:59.999Z');
  return events.flatMap(({ what, serviceId, environmentId, version, at }): StagingRun[] => {
    const environment = staging.get(environmentId);
    if (what !== 'deployed' || environment === undefined || version === null) return [];
    const by = { connectionId: null, connectionName: 'recorded' };
    return [{ how: 'deployment', serviceId, environment, version, at, ...by }];
  });
}

/** A provider's rows of services and environments that are mapped, in staging. */
const inStaging = (name: string) => `
  JOIN connection c ON c.id = r.connection_id AND c.deleted_hlc IS NULL
  JOIN json_each(c.services) s ON json_extract(s.value, '$.name') = r.${name}
  JOIN json_each(c.environments) e ON json_extract(e.value, '$.name') = r.environment
  JOIN environment v ON v.id = json_extract(e.value, '$.environmentId')
       AND v.kind = 'staging' AND v.deleted_hlc IS NULL
  WHERE json_extract(s.value, '$.serviceId') IN (SELECT value FROM json_each(@services))`;
const told = `
  json_extract(s.value, '$.serviceId') AS serviceId, v.name AS environment,
  c.id AS connectionId, c.name AS connectionName`;

function rollouts({ raw }: Store, serviceIds: ReadonlySet<string>): StagingRun[] {
  return raw
    .prepare<{ services: string }, From & { images: string; at: number | null }>(
      `SELECT ${told}, r.images, r.updated_at AS at
       FROM rollout r ${inStaging('name')} AND r.gone_at IS NULL ORDER BY r.id`,
    )
    .all({ services: JSON.stringify([...serviceIds]) })
    .map(({ images, at, ...from }) => ({
      ...from,
      ...{ how: 'roll-out', at: isoOrNull(at), images: textsIn(images) },
    }));
}

function textsIn(json: string): string[] {
  const read: unknown = JSON.parse(json);
  return Array.isArray(read) ? read.filter((each) => typeof each === 'string') : [];
}

function deployments({ raw }: Store, serviceIds: ReadonlySet<string>): StagingRun[] {
  return raw
    .prepare<{ services: string }, From & { version: string; at: number }>(
      `SELECT ${told}, r.version, COALESCE(r.finished_at, r.updated_at, r.created_at) AS at
       FROM provider_deployment r ${inStaging('application')}
         AND r.status = 'succeeded' AND r.version IS NOT NULL
         AND COALESCE(r.finished_at, r.updated_at, r.created_at) IS NOT NULL
       ORDER BY r.id`,
    )
    .all({ services: JSON.stringify([...serviceIds]) })
    .map(({ at, ...row }) => ({ ...row, how: 'deployment', at: iso(at) }));
}
