import type { Context } from '#core/context.ts';
import { scopeItem } from '#core/database/schema/planning.ts';
import type { Write } from '#core/database/write.ts';
import type { NewScopeItem, ScopeItem } from '#shared/model/planning/scope.ts';
import { orderAfter } from '#shared/rules/planning/order.ts';
import { lateReasonFor } from './late.ts';
import { listScope, toScopeItem } from './rows.ts';

/**
 * Adds items at the end of a release's scope, one behind the other, within a command. After the
 * scope freeze the first one is refused unless a reason is given, and each is kept as late.
 */
export function itemAdder(
  write: Write,
  { store, now }: Context,
  releaseId: string,
  given: string | undefined,
): (item: NewScopeItem) => ScopeItem {
  let order = listScope(store, releaseId).at(-1)?.order ?? null;
  let lateReason: string | null = null;
  return (item) => {
    lateReason ??= lateReasonFor(store, releaseId, given, now);
    order = orderAfter(order, null);
    return toScopeItem(write.insert(scopeItem, { ...item, releaseId, order, lateReason }));
  };
}
