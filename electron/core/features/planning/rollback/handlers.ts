import type { Handlers } from '#core/context.ts';
import { rollbackPlan } from '#core/database/schema/planning.ts';
import { ofReleases } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import type { RollbackPlan } from '#shared/model/planning/releases.ts';
import { requireOpenRelease, requireRelease } from '../releases/index.ts';

export const rollback: Handlers<'rollback.get' | 'rollback.save'> = {
  'rollback.get': ({ releaseId }, { store }) => toPlan(readPlan(store, releaseId)),

  'rollback.save': ({ releaseId, rev, ...patch }, context) => {
    requireOpenRelease(context.store, releaseId);
    const { id } = readPlan(context.store, releaseId);
    return toPlan(context.transact((write) => write.update(rollbackPlan, id, patch, rev)));
  },
};

/** Every release is created with a plan, empty until somebody writes it. */
function readPlan(store: Store, releaseId: string): Row<typeof rollbackPlan> {
  const { name } = requireRelease(store, releaseId);
  const row = store.orm
    .select()
    .from(rollbackPlan)
    .where(ofReleases(rollbackPlan, [releaseId]))
    .get();
  if (row === undefined) throw new Error(`${name} has no rollback plan row`);
  return row;
}

function toPlan(row: Row<typeof rollbackPlan>): RollbackPlan {
  const { releaseId, rev, steps, durationMinutes, pointOfNoReturn, rehearsedOn } = row;
  const { rehearsalResult } = row;
  return { releaseId, rev, steps, durationMinutes, pointOfNoReturn, rehearsedOn, rehearsalResult };
}
