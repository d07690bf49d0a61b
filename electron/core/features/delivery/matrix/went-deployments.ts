import { iso, isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { DeploymentResult } from '#shared/model/planning/releases.ts';
import { broughtAt } from '#shared/rules/delivery/brought-components.ts';
import type { WentDeployment } from '#shared/rules/delivery/recorded-events.ts';
import { readComponentStates } from './component-states.ts';

type Row = {
  id: string;
  releaseId: string;
  environmentId: string;
  startedAt: number;
  endedAt: number | null;
  result: DeploymentResult | null;
  note: string;
  recorded: string;
  release: string;
};

export type Went = {
  deployments: WentDeployment[];
  releases: ReadonlyMap<string, string>;
  notes: ReadonlyMap<string, string>;
};

/**
 * Every deployment that has begun, with what it brought, in two queries however many there are, and
 * a third where components changed after they were deployed. `serviceId` leaves out the releases
 * that never named that service.
 *
 * The clock of the field says when a result was recorded; one that came with its row counts with
 * everything that was written in the same moment.
 */
export function readWent(store: Store, serviceId: string | null = null): Went {
  const rows = store.raw
    .prepare<[string | null, string | null], Row>(
      `SELECT d.id, d.release_id AS releaseId, d.environment_id AS environmentId,
              d.actual_start_at AS startedAt, d.actual_end_at AS endedAt, d.result, d.note,
              r.name AS release,
              coalesce(json_extract(d.clocks, '$.result'), json_extract(d.clocks, '$.actualStartAt'),
                       substr(json_extract(d.clocks, '$."*"'), 1, 12) || 'ffff~') AS recorded
       FROM deployment d JOIN release r ON r.id = d.release_id
       WHERE d.deleted_hlc IS NULL AND r.deleted_hlc IS NULL AND d.actual_start_at IS NOT NULL
         AND (? IS NULL OR r.id IN (SELECT release_id FROM component WHERE service_id = ?))`,
    )
    .all(serviceId, serviceId);
  const earliest = new Map<string, string>();
  for (const { releaseId, recorded } of rows) {
    const known = earliest.get(releaseId);
    if (known === undefined || recorded < known) earliest.set(releaseId, recorded);
  }
  const components = readComponentStates(store, earliest);
  const deployments = rows.map(
    ({ id, releaseId, environmentId, startedAt, endedAt, result, recorded }): WentDeployment => ({
      ...{ id, releaseId, environmentId, result },
      actualStartAt: iso(startedAt),
      actualEndAt: isoOrNull(endedAt),
      brought: broughtAt(components.get(releaseId) ?? [], recorded),
    }),
  );
  return {
    deployments,
    releases: new Map(rows.map(({ releaseId, release }) => [releaseId, release])),
    notes: new Map(rows.map(({ id, note }) => [id, note])),
  };
}
