import { deployment } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import type { Store } from '#core/database/store.ts';
import { plannedFinish, plannedStart } from '#shared/rules/planning/start.ts';
import type { PlannedStart } from '#shared/rules/planning/start.ts';
import { environmentKinds, toDeployment } from './rows.ts';

/** When these releases are planned to start, each by its id: two queries however many. */
export function plannedStarts(
  store: Store,
  ids: readonly string[],
): (releaseId: string) => PlannedStart | null {
  const kinds = environmentKinds(store);
  const deployments = partsOf(store, deployment, ids, 'startAt');
  return (id) => plannedStart(deployments(id).map(toDeployment), kinds);
}

/** When these releases start and when they are through, each by its id. */
export function plannedSpans(
  store: Store,
  ids: readonly string[],
): (releaseId: string) => { startAt: string | null; finishAt: string | null } {
  const kinds = environmentKinds(store);
  const deployments = partsOf(store, deployment, ids, 'startAt');
  return (id) => {
    const planned = deployments(id).map(toDeployment);
    return {
      startAt: plannedStart(planned, kinds)?.startAt ?? null,
      finishAt: plannedFinish(planned, kinds),
    };
  };
}
