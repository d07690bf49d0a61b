import { rehearsal } from '#core/database/schema/plan.ts';
import { rollbackPlan } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { ofReleases } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import type { Rehearsal, RollbackRecord } from '#shared/model/planning/rollback.ts';
import { newestFirst } from '#shared/rules/planning/rehearsals.ts';
import { requireRelease } from '../releases/index.ts';

/** Every release is created with a plan, empty until somebody writes it. */
export function planRow(store: Store, releaseId: string): Row<typeof rollbackPlan> {
  const { name } = requireRelease(store, releaseId);
  const row = store.orm
    .select()
    .from(rollbackPlan)
    .where(ofReleases(rollbackPlan, [releaseId]))
    .get();
  if (row === undefined) throw new Error(`${name} has no rollback plan row`);
  return row;
}

export function rehearsalsOf(store: Store, releaseId: string): Rehearsal[] {
  return newestFirst(partsOf(store, rehearsal, [releaseId])(releaseId)).map(toRehearsal);
}

/** The way back of a release with its alternatives and rehearsals. */
export function readRollback(store: Store, releaseId: string): RollbackRecord {
  const { rev, steps, durationMinutes, pointOfNoReturn, rehearsedOn, ...row } = planRow(
    store,
    releaseId,
  );
  const { rehearsalResult, alternatives } = row;
  return {
    ...{ releaseId, rev, steps, durationMinutes, pointOfNoReturn, rehearsedOn, rehearsalResult },
    alternatives,
    rehearsals: rehearsalsOf(store, releaseId),
  };
}

function toRehearsal(row: Plain<typeof rehearsal>): Rehearsal {
  const { id, rev, releaseId, kind, rehearsedOn, byId, result, durationMinutes, note } = row;
  return { id, rev, releaseId, kind, rehearsedOn, byId, result, durationMinutes, note };
}
