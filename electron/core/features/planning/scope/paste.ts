import type { Context } from '#core/context.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { newScopeItem } from '#shared/model/planning/scope.ts';
import type { NewScopeItem, ScopeItem } from '#shared/model/planning/scope.ts';
import { messagesOf, takeRows } from '#shared/rules/workspace/taken-rows.ts';
import type { TakenRow } from '#shared/rules/workspace/taken-rows.ts';
import { requireOpenRelease } from '../releases/index.ts';
import { itemAdder } from './adder.ts';
import { itemChecker } from './check.ts';

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
  return context.transact((write) => rows.map(itemAdder(write, context, releaseId, given)));
}
