import type { Context } from '#core/context.ts';
import { iso } from '#core/database/select.ts';
import type { RegisteredRisk, Risk } from '#shared/model/governance/risks.ts';
import { riskBandOf } from '#shared/rules/governance/risk.ts';
import { mitigationStanding, residualBandOf } from '#shared/rules/governance/risk-terms.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';

type Stored = Risk & { release: string; releaseNumber: number; isOver: 0 | 1 };

/** The risks of the open releases or of all, the highest score first: one query however many. */
export function readRegister(
  { store, now }: Pick<Context, 'store' | 'now'>,
  which: 'open' | 'all',
): RegisteredRisk[] {
  const today = dateIn(iso(now), readWorkspace(store).zone);
  return store.raw
    .prepare<[string], Stored>(
      `SELECT k.id, k.rev, k.release_id AS releaseId, k.title, k.likelihood, k.impact, k.mitigation,
         k.owner_id AS ownerId, k.state, k.category, k.residual_likelihood AS residualLikelihood,
         k.residual_impact AS residualImpact, k.due_on AS dueOn,
         r.name AS release, r.number AS releaseNumber, r.phase = 'closed' AS isOver
       FROM risk k JOIN release r ON r.id = k.release_id
       WHERE k.deleted_hlc IS NULL AND r.deleted_hlc IS NULL AND (? = 'all' OR r.phase <> 'closed')
       ORDER BY k.likelihood * k.impact DESC, k.id`,
    )
    .all(which)
    .map((row) => ({
      ...row,
      isOver: row.isOver === 1,
      band: riskBandOf(row.likelihood * row.impact),
      residualBand: residualBandOf(row),
      standing: row.isOver === 1 ? 'settled' : mitigationStanding(row, today),
    }));
}
