import { iso, isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { ImportedFrom } from '#shared/model/delivery/matrix.ts';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type {
  ImportedDeployment,
  NamedComponent,
  SeenRollout,
} from '#shared/rules/delivery/imported-events.ts';

export type Imported = {
  deployments: ImportedDeployment[];
  rollouts: SeenRollout[];
  components: NamedComponent[];
  /** The names of the releases in `components`. */
  releases: ReadonlyMap<string, string>;
};

type From = { id: string; connectionId: string; connection: string; url: string | null };
type DeploymentRow = From & {
  serviceId: string;
  environmentId: string;
  status: RunStatus;
  version: string | null;
  branch: string | null;
  commit: string;
  createdAt: number | null;
  startedAt: number | null;
  updatedAt: number | null;
  finishedAt: number | null;
};
type RolloutRow = From & {
  serviceId: string;
  environmentId: string;
  images: string;
  revision: string | null;
  changedAt: number | null;
  seenAt: number | null;
};

/**
 * Imported rows of a table with what their connection maps them to. The mapping comes first and the
 * order is kept (CROSS JOIN), so that rows of environments nobody mapped are not even looked at.
 */
const mappedIn = (table: 'provider_deployment' | 'rollout') => `
  FROM connection c
  CROSS JOIN json_each(c.environments) e
  CROSS JOIN ${table} r
    ON r.connection_id = c.id AND r.environment = json_extract(e.value, '$.name')
  CROSS JOIN json_each(c.services) s`;
const places = `
  r.id, r.connection_id AS connectionId, c.name AS connection, r.url,
  json_extract(s.value, '$.serviceId') AS serviceId,
  json_extract(e.value, '$.environmentId') AS environmentId`;

/**
 * What providers told of deployments and roll-outs of services and environments that are mapped, and
 * the components they may be of: four queries, whatever there is. `serviceId` reads one service only.
 */
export function readImported({ raw }: Store, serviceId: string | null = null): Imported {
  const only = `AND (@serviceId IS NULL OR json_extract(s.value, '$.serviceId') = @serviceId)`;
  const deployments = raw
    .prepare<{ serviceId: string | null }, DeploymentRow>(
      `SELECT ${places}, r.status, r.version, r.branch, r.commit_id AS "commit",
              r.created_at AS createdAt, r.started_at AS startedAt, r.updated_at AS updatedAt,
              r.finished_at AS finishedAt
       ${mappedIn('provider_deployment')}
       WHERE c.deleted_hlc IS NULL
         AND json_extract(s.value, '$.name') = ifnull(nullif(r.application, ''), c.repository) ${only}
         AND r.status NOT IN ('cancelled', 'skipped', 'unknown')`,
    )
    .all({ serviceId });
  const rollouts = raw
    .prepare<{ serviceId: string | null }, RolloutRow>(
      `SELECT ${places}, r.images, r.revision, r.updated_at AS changedAt, t.last_success_at AS seenAt
       ${mappedIn('rollout')}
       LEFT JOIN connection_state t ON t.connection_id = r.connection_id
       WHERE c.deleted_hlc IS NULL
         AND json_extract(s.value, '$.name') = r.name ${only}
         AND r.status = 'succeeded' AND r.gone_at IS NULL`,
    )
    .all({ serviceId });
  const none = deployments.length + rollouts.length === 0;
  return {
    deployments: deployments.map((row) => ({
      ...pick(row),
      status: row.status,
      version: row.version,
      branch: row.branch,
      commit: row.commit,
      beganAt: isoOrNull(row.startedAt ?? row.createdAt),
      endedAt: isoOrNull(row.finishedAt ?? row.updatedAt),
    })),
    rollouts: rollouts.flatMap((row): SeenRollout[] => {
      const seenAt = row.seenAt ?? row.changedAt;
      if (seenAt === null) return [];
      const images = textsIn(row.images);
      const { revision } = row;
      return [
        {
          ...pick(row),
          images,
          revision,
          changedAt: isoOrNull(row.changedAt),
          seenAt: iso(seenAt),
        },
      ];
    }),
    ...(none ? { components: [], releases: new Map() } : readComponents(raw, serviceId)),
  };
}

function readComponents(
  raw: Store['raw'],
  serviceId: string | null,
): Pick<Imported, 'components' | 'releases'> {
  const rows = raw
    .prepare<{ serviceId: string | null }, NamedComponent & { release: string }>(
      `SELECT k.service_id AS serviceId, k.release_id AS releaseId, k.version,
              k.commit_id AS "commit", r.name AS release
       FROM component k JOIN release r ON r.id = k.release_id
       WHERE k.deleted_hlc IS NULL AND r.deleted_hlc IS NULL
         AND (@serviceId IS NULL OR k.service_id = @serviceId)
       ORDER BY k.release_id`,
    )
    .all({ serviceId });
  return {
    components: rows.map(({ release: _name, ...component }) => component),
    releases: new Map(rows.map(({ releaseId, release }) => [releaseId, release])),
  };
}

function pick(row: From & { serviceId: string; environmentId: string }) {
  const { id, connectionId, connection, url, serviceId, environmentId } = row;
  const from: ImportedFrom = { id, connectionId, connection, url };
  return { serviceId, environmentId, from };
}

function textsIn(json: string): string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((each) => typeof each === 'string') : [];
}
