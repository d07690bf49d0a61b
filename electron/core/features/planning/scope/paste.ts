import type { Context } from '#core/context.ts';
import { scopeItem } from '#core/database/schema/planning.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { newScopeItem } from '#shared/model/planning/scope.ts';
import type { NewScopeItem, ScopeItem } from '#shared/model/planning/scope.ts';
import { orderAfter } from '#shared/rules/planning/order.ts';
import { messagesOf, takeRows } from '#shared/rules/workspace/taken-rows.ts';
import type { TakenRow } from '#shared/rules/workspace/taken-rows.ts';
import { requireOpenRelease } from '../releases/index.ts';
import { itemChecker } from './check.ts';
import { lateReasonFor } from './late.ts';
import { listScope, toScopeItem } from './rows.ts';

/** Adds the rows in their order, in one transaction; when one is refused, none is written. */
export function pasteItems(
  { releaseId, items, lateReason: given }: Parsed<'scope.paste'>,
  context: Context,
): ScopeItem[] {
  const { store } = context;
  requireOpenRelease(store, releaseId);
  const check = itemChecker(store, context.now);
  const rows = takeRows(
    items,
    (item): TakenRow<NewScopeItem> => {
      const parsed = newScopeItem.safeParse(item);
      if (!parsed.success) return { wrong: messagesOf(parsed.error.issues) };
      const wrong = check(parsed.data);
      return Object.keys(wrong).length > 0 ? { wrong } : { row: parsed.data };
    },
    'items',
  );
  const lateReason = lateReasonFor(store, releaseId, given, context.now);
  let order = listScope(store, releaseId).at(-1)?.order ?? null;
  return context.transact((write) =>
    rows.map((row) => {
      order = orderAfter(order, null);
      return toScopeItem(write.insert(scopeItem, { ...row, releaseId, order, lateReason }));
    }),
  );
}
