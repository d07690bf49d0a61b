import type { Context } from '#core/context.ts';
import { scopeItem } from '#core/database/schema/planning.ts';
import type { Write } from '#core/database/write.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { ScopeItem } from '#shared/model/planning/scope.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { orderAfter } from '#shared/rules/planning/order.ts';
import { reordered } from '#shared/rules/planning/reorder.ts';
import { checkDrop, checkMove } from '#shared/rules/planning/scope-steps.ts';
import { moveAttached } from '../../workspace/attachments/index.ts';
import { requireOpenRelease, requireRelease } from '../releases/index.ts';
import { lateReasonFor } from './late.ts';
import { listScope, toScopeItem } from './rows.ts';

export function reorderItem(
  { id, afterId }: Parsed<'scope.reorder'>,
  context: Context,
): ScopeItem[] {
  const { store } = context;
  return context.transact((write) => {
    const { releaseId } = write.find(scopeItem, id);
    const { name } = requireOpenRelease(store, releaseId);
    const rows = listScope(store, releaseId);
    if (afterId !== null && !rows.some((row) => row.id === afterId)) {
      throw new Refusal(
        'not_found',
        `The scope of ${name} has no item with the id ${afterId}. It may have been moved or removed; reload the list.`,
        { afterId: 'is no item of this release' },
      );
    }
    for (const { id: changed, order } of reordered(rows, id, afterId)) {
      write.update(scopeItem, changed, { order });
    }
    return listScope(store, releaseId);
  });
}

/** The item itself changes its release, so that its history goes with it. */
export function moveItem(input: Parsed<'scope.move'>, context: Context): ScopeItem {
  return context.transact((write) => writeMove(write, input, context));
}

/** Moves an item within a command; refuses what checkMove does, and late scope without a reason. */
export function writeMove(
  write: Write,
  { id, toReleaseId, rev, lateReason: given }: Parsed<'scope.move'>,
  { store, now }: Context,
): ScopeItem {
  const item = write.find(scopeItem, id);
  checkMove(item, requireRelease(store, item.releaseId), requireRelease(store, toReleaseId));
  const lateReason = lateReasonFor(store, toReleaseId, given, now);
  const last = listScope(store, toReleaseId).at(-1);
  const order = orderAfter(last?.order ?? null, null);
  const values = { releaseId: toReleaseId, order, lateReason };
  const moved = write.update(scopeItem, id, values, rev);
  moveAttached(write, store, id, toReleaseId);
  return toScopeItem(moved);
}

export function dropItem({ id, reason, rev }: Parsed<'scope.drop'>, context: Context): ScopeItem {
  const row = context.transact((write) => {
    const item = write.find(scopeItem, id);
    requireOpenRelease(context.store, item.releaseId);
    checkDrop(item);
    return write.update(scopeItem, id, { status: 'dropped', dropReason: reason }, rev);
  });
  return toScopeItem(row);
}
