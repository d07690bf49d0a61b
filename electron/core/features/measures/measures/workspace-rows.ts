import type { Store } from '#core/database/store.ts';
import type { Gate, Release } from '#shared/rules/measures/rows.ts';
import type { ReleasedDeployment, ReleasedRows } from '#shared/rules/measures/scoped-rows.ts';

type Stored = {
  deployment: ReleasedDeployment;
  incident: ReleasedRows['incidents'][number];
  release: Omit<Release, 'service'> & { name: string };
};

/** What a workspace knows of its past that measures are made of; instants in UTC milliseconds. */
export type WorkspaceRows = Omit<ReleasedRows, 'releases'> & {
  releases: readonly Stored['release'][];
};

/**
 * What was deployed, went wrong or was asked for since `from`, with the releases it belongs to: six
 * queries however long the past is.
 */
export function readWorkspaceRows(store: Store, from: number): WorkspaceRows {
  const deployments = readDeployments(store, from);
  const incidents = readIncidents(store, from);
  const gates = Map.groupBy(readGates(store, from), ({ releaseId }) => releaseId);
  const ids = JSON.stringify([
    ...new Set([
      ...deployments.map(({ releaseId }) => releaseId),
      ...incidents.map(({ releaseId }) => releaseId),
      ...gates.keys(),
    ]),
  ]);
  const releases = readReleases(store, ids).map((release) => ({
    ...release,
    gates: gates.get(release.id) ?? [],
  }));
  const services = Map.groupBy(readComponents(store, ids), ({ releaseId }) => releaseId);
  const serviceIdsOf = (id: string) => (services.get(id) ?? []).map(({ serviceId }) => serviceId);
  const changes = readChanges(store, ids);
  return { deployments, incidents, changes, releases, serviceIdsOf };
}

function readDeployments({ raw }: Store, from: number): Stored['deployment'][] {
  return raw
    .prepare<[number], Stored['deployment']>(
      `SELECT d.id, d.release_id AS releaseId, r.type, e.kind AS environment, d.result,
         d.actual_start_at AS startedAt, d.actual_end_at AS finishedAt
       FROM deployment d JOIN release r ON r.id = d.release_id
       JOIN environment e ON e.id = d.environment_id
       WHERE d.deleted_hlc IS NULL AND r.deleted_hlc IS NULL AND d.actual_start_at >= ?
       ORDER BY d.actual_start_at, d.id`,
    )
    .all(from);
}

function readIncidents({ raw }: Store, from: number): Stored['incident'][] {
  return raw
    .prepare<[number], Stored['incident']>(
      `SELECT i.id, i.release_id AS releaseId, i.severity, i.deployment_id AS deploymentId,
         i.detected_at AS createdAt, i.resolved_at AS resolvedAt
       FROM incident i JOIN release r ON r.id = i.release_id
       WHERE i.deleted_hlc IS NULL AND r.deleted_hlc IS NULL AND i.detected_at >= ?`,
    )
    .all(from);
}

/**
 * Gates somebody was asked at: from the first request to the last decision that counts, which it has
 * once enough places are filled or its phase was left.
 */
function readGates({ raw }: Store, from: number): (Gate & { releaseId: string })[] {
  return raw
    .prepare<[number], Gate & { releaseId: string }>(
      `WITH asked AS (
         SELECT gate_id, MIN(requested_at) AS at FROM approval_request
         WHERE deleted_hlc IS NULL GROUP BY gate_id HAVING MAX(requested_at) >= ?
       ), given AS (
         SELECT d.gate_id, MAX(d.decided_at) AS at, COUNT(DISTINCT d.place_key) AS places
         FROM decision d JOIN asked a ON a.gate_id = d.gate_id
         WHERE d.deleted_hlc IS NULL AND d.outcome IN ('go', 'conditional-go')
           AND NOT EXISTS (SELECT 1 FROM decision_withdrawal w
                           WHERE w.decision_id = d.id AND w.deleted_hlc IS NULL)
         GROUP BY d.gate_id
       )
       SELECT g.release_id AS releaseId, g.name, a.at AS requestedAt,
         CASE WHEN v.places >= COALESCE(g.needed, json_array_length(g.places))
           OR EXISTS (SELECT 1 FROM phase_passage p WHERE p.release_id = g.release_id
                      AND p.phase = g.phase AND p.deleted_hlc IS NULL)
         THEN v.at END AS decidedAt
       FROM asked a JOIN gate g ON g.id = a.gate_id LEFT JOIN given v ON v.gate_id = g.id
       WHERE g.deleted_hlc IS NULL ORDER BY g.position, g.id`,
    )
    .all(from);
}

/** An idea is a day; it began with that day in UTC. */
function readReleases({ raw }: Store, ids: string): Omit<Stored['release'], 'gates'>[] {
  return raw
    .prepare<[string], Omit<Stored['release'], 'gates'>>(
      `SELECT r.id, 'R-' || r.number || ' ' || r.name AS name,
         (SELECT MIN(unixepoch(s.idea_on)) * 1000 FROM scope_item s
          WHERE s.release_id = r.id AND s.deleted_hlc IS NULL AND s.drop_reason = '') AS ideaAt,
         (SELECT MIN(p.entered_at) FROM release_phase p
          WHERE p.release_id = r.id AND p.phase = 'build' AND p.deleted_hlc IS NULL) AS startedAt
       FROM release r WHERE r.deleted_hlc IS NULL AND r.id IN (SELECT value FROM json_each(?))`,
    )
    .all(ids);
}

/** What a squash left behind does not tell when its first commit was written. */
function readChanges({ raw }: Store, ids: string): [...ReleasedRows['changes']] {
  return raw
    .prepare<[string], ReleasedRows['changes'][number]>(
      `SELECT id, release_id AS releaseId, commit_id AS "commit", committed_at AS mergedAt,
         CASE WHEN landed = 'squash' THEN NULL ELSE first_commit_at END AS firstCommitAt
       FROM change WHERE deleted_hlc IS NULL AND release_id IN (SELECT value FROM json_each(?))`,
    )
    .all(ids);
}

function readComponents({ raw }: Store, ids: string): { releaseId: string; serviceId: string }[] {
  return raw
    .prepare<[string], { releaseId: string; serviceId: string }>(
      `SELECT DISTINCT release_id AS releaseId, service_id AS serviceId FROM component
       WHERE deleted_hlc IS NULL AND release_id IN (SELECT value FROM json_each(?))`,
    )
    .all(ids);
}
