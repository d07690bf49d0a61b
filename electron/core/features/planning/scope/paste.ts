import type { Context } from '#core/context.ts';
import { scopeItem } from '#core/database/schema/planning.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { newScopeItem } from '#shared/model/planning/scope.ts';
import type { NewScopeItem, ScopeItem } from '#shared/model/planning/scope.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';
import { orderAfter } from '#shared/rules/planning/order.ts';
import { requireOpenRelease } from '../releases/index.ts';
import { itemChecker } from './check.ts';
import { listScope, toScopeItem } from './rows.ts';

/** Adds the rows in their order, in one transaction; when one is refused, none is written. */
export function pasteItems(
  { releaseId, items }: Parsed<'scope.paste'>,
  context: Context,
): ScopeItem[] {
  const { store } = context;
  requireOpenRelease(store, releaseId);
  const rows = checkRows(items, itemChecker(store, context.now));
  let order = listScope(store, releaseId).at(-1)?.order ?? null;
  return context.transact((write) =>
    rows.map((row) => {
      order = orderAfter(order, null);
      return toScopeItem(write.insert(scopeItem, { ...row, releaseId, order }));
    }),
  );
}

/** All that is wrong is told at once, by the number of the row as people count them, from 1. */
function checkRows(
  items: Parsed<'scope.paste'>['items'],
  check: (item: NewScopeItem) => FieldMessages,
): NewScopeItem[] {
  const fields: FieldMessages = {};
  const sentences: string[] = [];
  const rows = items.flatMap((item, index) => {
    const parsed = newScopeItem.safeParse(item);
    const wrong = parsed.success ? check(parsed.data) : messagesOf(parsed.error.issues);
    for (const [field, message] of Object.entries(wrong)) {
      fields[`items.${index}.${field}`] = message;
      sentences.push(`Row ${index + 1}: ${field} ${message}.`);
    }
    return parsed.success ? [parsed.data] : [];
  });
  if (sentences.length === 0) return rows;
  const more = sentences.length > 3 ? ` And ${sentences.length - 3} more.` : '';
  throw new Refusal(
    'invalid_input',
    `${sentences.slice(0, 3).join(' ')}${more} Nothing was added; mend or leave out these rows.`,
    fields,
  );
}

function messagesOf(issues: readonly { path: PropertyKey[]; message: string }[]): FieldMessages {
  const fields: FieldMessages = {};
  for (const { path, message } of issues) fields[path.map(String).join('.')] ??= message;
  return fields;
}
