import { assessment } from '#core/database/schema/assessments.ts';
import { risk } from '#core/database/schema/governance.ts';
import { component, rollbackPlan } from '#core/database/schema/planning.ts';
import { service } from '#core/database/schema/workspace.ts';
import { partsOf, rowOf } from '#core/database/plain-rows.ts';
import { assessRisk, bandOf, newestOf } from '#shared/rules/governance/risk.ts';
import type { PlacementFacts } from '../../planning/calendar/index.ts';
import { requireRelease } from '../../planning/releases/index.ts';

/** The risk of one release from its own rows alone, and what it comes to inside a freeze. */
export const riskOf: PlacementFacts['riskOf'] = (store, releaseId) => {
  const { dataMigration } = requireRelease(store, releaseId);
  const services = partsOf(store, component, [releaseId])(releaseId).flatMap(
    ({ serviceId }) => rowOf(store, service, serviceId) ?? [],
  );
  const [plan] = partsOf(store, rollbackPlan, [releaseId])(releaseId);
  const assessed = assessRisk({
    risks: partsOf(store, risk, [releaseId])(releaseId),
    assessed: newestOf(partsOf(store, assessment, [releaseId])(releaseId)),
    // Where the start would lie is what is asked: the freezes of now say nothing about it.
    ...{ dataMigration, services, freezes: [] },
    rollbackPlanPresent: plan !== undefined && plan.steps.trim() !== '',
  });
  return { ...assessed, bandInFreeze: bandOf(assessed.score, true) };
};
