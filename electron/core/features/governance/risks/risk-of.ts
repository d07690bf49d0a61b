import { assessment } from '#core/database/schema/assessments.ts';
import { risk } from '#core/database/schema/governance.ts';
import { component, deployment, rollbackPlan } from '#core/database/schema/planning.ts';
import { service } from '#core/database/schema/workspace.ts';
import { partsOf, rowOf } from '#core/database/plain-rows.ts';
import { assessRisk, bandOf, newestOf } from '#shared/rules/governance/risk.ts';
import type { RiskBand } from '#shared/model/governance/risks.ts';
import type { Store } from '#core/database/store.ts';
import type { PlacementFacts } from '../../planning/calendar/index.ts';
import { requireRelease } from '../../planning/releases/index.ts';
import { freezesAround } from '../../planning/windows/index.ts';

/**
 * The risk of one release from its own rows alone, and what it comes to inside a freeze: where the
 * start would lie is what is asked, so the freezes of now say nothing about it.
 */
export const riskOf: PlacementFacts['riskOf'] = (store, releaseId) => {
  const assessed = assessedIn(store, releaseId, []);
  return { ...assessed, bandInFreeze: bandOf(assessed.score, true) };
};

/** The band of one release as it is, the freezes its start lies in among what raises it. */
export function bandNow(store: Store, releaseId: string): RiskBand {
  const planned = partsOf(store, deployment, [releaseId])(releaseId);
  const parts = partsOf(store, component, [releaseId])(releaseId);
  const serviceIds = parts.map(({ serviceId }) => serviceId);
  return assessedIn(store, releaseId, freezesAround(store, planned)(planned, serviceIds)).band;
}

function assessedIn(store: Store, releaseId: string, freezes: readonly string[]) {
  const { dataMigration } = requireRelease(store, releaseId);
  const services = partsOf(store, component, [releaseId])(releaseId).flatMap(
    ({ serviceId }) => rowOf(store, service, serviceId) ?? [],
  );
  const [plan] = partsOf(store, rollbackPlan, [releaseId])(releaseId);
  return assessRisk({
    risks: partsOf(store, risk, [releaseId])(releaseId),
    assessed: newestOf(partsOf(store, assessment, [releaseId])(releaseId)),
    ...{ dataMigration, services, freezes },
    rollbackPlanPresent: plan !== undefined && plan.steps.trim() !== '',
  });
}
