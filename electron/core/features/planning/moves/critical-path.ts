import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { CriticalPath } from '#shared/model/planning/critical-path.ts';
import { pathTo } from '#shared/rules/planning/moves/critical-path.ts';
import { judgedAt } from '../releases/index.ts';
import { readPlan } from '../tasks/index.ts';
import { readNetwork } from './network.ts';

/** What says when a release can start, of one that is closed as it was then. */
export function readCriticalPath(store: Store, id: string, now: number): CriticalPath {
  const at = judgedAt(store, id, now);
  const { endsOn, why } = readPlan(store, id, at);
  const path = pathTo(readNetwork(store, id, 'waited for by'), id, iso(at));
  return { ...path, plan: { endsOn, why } };
}
