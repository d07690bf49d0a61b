import type { Context } from '#core/context.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { task } from '#core/database/schema/plan.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { reordered } from '#shared/rules/planning/reorder.ts';
import { requireOpenRelease } from '../releases/index.ts';

/** Both give the id of the release whose plan they changed. */

export function reorderTask({ id, afterId }: Parsed<'tasks.reorder'>, context: Context): string {
  const { store } = context;
  return context.transact((write) => {
    const { releaseId } = write.find(task, id);
    const { name } = requireOpenRelease(store, releaseId);
    const rows = partsOf(store, task, [releaseId], 'order')(releaseId);
    if (afterId !== null && !rows.some((row) => row.id === afterId)) {
      throw new Refusal(
        'not_found',
        `The plan of ${name} has no task with the id ${afterId}. It may have been removed; reload the plan.`,
        { afterId: 'is no task of this release' },
      );
    }
    for (const { id: changed, order } of reordered(rows, id, afterId)) {
      write.update(task, changed, { order });
    }
    return releaseId;
  });
}

/** What waited for it lets go of it in the same command, so that undo brings both back. */
export function removeTask(id: string, context: Context): string {
  const { store } = context;
  return context.transact((write) => {
    const { releaseId } = write.find(task, id);
    requireOpenRelease(store, releaseId);
    for (const row of partsOf(store, task, [releaseId], 'order')(releaseId)) {
      if (!row.predecessorIds.includes(id)) continue;
      const predecessorIds = row.predecessorIds.filter((each) => each !== id);
      write.update(task, row.id, { predecessorIds });
    }
    write.remove(task, id);
    return releaseId;
  });
}
