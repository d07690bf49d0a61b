import type { Store } from '#core/database/store.ts';
import type { RiskBand } from '#shared/model/governance/risks.ts';
import { bandOf } from '#shared/rules/governance/risk.ts';
import { freezesAround } from '../../planning/windows/index.ts';

export type RiskFigure = { score: number; band: RiskBand };

/**
 * Score and band of every release, from one query a table: a list of all of them can be grouped and
 * narrowed by risk without assessing each in words. `assessRisk` says the same with its reasons.
 */
export function riskFigures(store: Store): (releaseId: string) => RiskFigure {
  const rows = <T extends unknown[]>(sql: string) => store.raw.prepare<[], T>(sql).raw().all();
  const scores = new Map<string, number>();
  for (const [id, score] of rows<[string, number]>(
    `SELECT release_id, likelihood * impact FROM risk
     WHERE deleted_hlc IS NULL AND state = 'open'`,
  )) {
    if (score > (scores.get(id) ?? 0)) scores.set(id, score);
  }
  const assessed = new Map(
    rows<[string, number]>(
      `SELECT release_id, likelihood * impact FROM assessment
       WHERE deleted_hlc IS NULL ORDER BY assessed_at, id`,
    ),
  );
  for (const [id, score] of assessed) {
    if (score > (scores.get(id) ?? 0)) scores.set(id, score);
  }
  const planned = new Set<string>();
  for (const [id, steps] of rows<[string, string]>(
    `SELECT release_id, steps FROM rollback_plan
     WHERE deleted_hlc IS NULL AND steps <> ''`,
  )) {
    if (steps.trim() !== '') planned.add(id);
  }
  const hard = new Set(
    rows<[string]>(
      `SELECT id FROM release WHERE data_migration = 1 AND deleted_hlc IS NULL
       UNION ALL SELECT release_id FROM component WHERE deleted_hlc IS NULL AND service_id IN
         (SELECT id FROM service WHERE financial = 1 AND deleted_hlc IS NULL)`,
    ).map(([id]) => id),
  );
  const frozen = releasesInFreezes(store);
  return (releaseId) => {
    const score = scores.get(releaseId) ?? 0;
    const isRaised = hard.has(releaseId) || frozen.has(releaseId) || !planned.has(releaseId);
    return { score, band: bandOf(score, isRaised) };
  };
}

type Ahead = Parameters<typeof freezesAround>[1][number] & { releaseId: string };

/** The open releases of which a deployment that is still ahead lies in a freeze. */
function releasesInFreezes(store: Store): ReadonlySet<string> {
  const hasFreezes = store.raw
    .prepare<[], 1>(
      `SELECT 1 FROM window WHERE deleted_hlc IS NULL AND kind IN ('hard-freeze', 'soft-freeze')`,
    )
    .get();
  if (hasFreezes === undefined) return new Set();
  const ahead = store.raw
    .prepare<[], Ahead>(
      `SELECT d.release_id AS releaseId, d.start_at AS startAt, d.environment_id AS environmentId,
              d.duration_minutes AS durationMinutes, d.region, NULL AS actualStartAt
       FROM deployment d JOIN release r ON r.id = d.release_id
       WHERE d.deleted_hlc IS NULL AND d.actual_start_at IS NULL
         AND r.deleted_hlc IS NULL AND r.phase <> 'closed'`,
    )
    .all();
  const freezesOf = freezesAround(store, ahead);
  const services = Map.groupBy(
    store.raw
      .prepare<[], { releaseId: string; serviceId: string }>(
        'SELECT release_id AS releaseId, service_id AS serviceId FROM component WHERE deleted_hlc IS NULL',
      )
      .all(),
    ({ releaseId }) => releaseId,
  );
  return new Set(
    ahead
      .filter((each) => {
        const own = services.get(each.releaseId)?.map(({ serviceId }) => serviceId) ?? [];
        return freezesOf([each], own).length > 0;
      })
      .map(({ releaseId }) => releaseId),
  );
}
