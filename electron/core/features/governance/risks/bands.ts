import type { Store } from '#core/database/store.ts';
import type { RiskBand } from '#shared/model/governance/risks.ts';
import { bandOf } from '#shared/rules/governance/risk.ts';

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
  return (releaseId) => {
    const score = scores.get(releaseId) ?? 0;
    return { score, band: bandOf(score, hard.has(releaseId) || !planned.has(releaseId)) };
  };
}
