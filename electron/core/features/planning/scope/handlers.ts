import type { Context, Handlers } from '#core/context.ts';
import { scopeItem } from '#core/database/schema/planning.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ScopeItem } from '#shared/model/planning/scope.ts';
import { orderAfter } from '#shared/rules/planning/order.ts';
import { requireOpenRelease } from '../releases/index.ts';
import { itemChecker, refuseWrong } from './check.ts';
import { pasteItems } from './paste.ts';
import { lateReasonFor, readFreeze } from './late.ts';
import { listScope, toScopeItem } from './rows.ts';
import { dropItem, moveItem, reorderItem } from './steps.ts';

type Names =
  | 'scope.list'
  | 'scope.changes'
  | 'scope.freeze'
  | 'scope.add'
  | 'scope.paste'
  | 'scope.update'
  | 'scope.reorder'
  | 'scope.move'
  | 'scope.drop'
  | 'scope.remove';

/** What of the scope changed since the approvals; governance knows them, planning shows them. */
export type ScopeChanges = (store: Store, releaseId: string) => Output<'scope.changes'>;

export function createScope(changes: ScopeChanges): Handlers<Names> {
  return {
    'scope.list': ({ releaseId }, { store }) => listScope(store, releaseId),
    'scope.changes': ({ releaseId }, { store }) => changes(store, releaseId),
    'scope.freeze': ({ releaseId }, { store, now }) => readFreeze(store, releaseId, now),
    'scope.add': (input, context) => addItem(input, context),
    'scope.paste': (input, context) => pasteItems(input, context),
    'scope.update': (input, context) => updateItem(input, context),
    'scope.reorder': (input, context) => reorderItem(input, context),
    'scope.move': (input, context) => moveItem(input, context),
    'scope.drop': (input, context) => dropItem(input, context),
    'scope.remove': ({ id }, context) => removeItem(id, context),
  };
}

function addItem(input: Parsed<'scope.add'>, context: Context): ScopeItem {
  const { store } = context;
  requireOpenRelease(store, input.releaseId);
  refuseWrong(itemChecker(store, context.now)(input));
  const last = listScope(store, input.releaseId).at(-1);
  const order = orderAfter(last?.order ?? null, null);
  const lateReason = lateReasonFor(store, input.releaseId, input.lateReason, context.now);
  const values = { ...input, order, lateReason };
  return toScopeItem(context.transact((write) => write.insert(scopeItem, values)));
}

function updateItem({ id, rev, ...patch }: Parsed<'scope.update'>, context: Context): ScopeItem {
  const { store } = context;
  const row = context.transact((write) => {
    const before = write.find(scopeItem, id);
    requireOpenRelease(store, before.releaseId);
    refuseWrong(itemChecker(store, context.now)(patch));
    // Taken up again: the reason stays in the history, where it was given.
    const takenUp = before.status === 'dropped' && patch.status !== undefined;
    return write.update(scopeItem, id, takenUp ? { ...patch, dropReason: '' } : patch, rev);
  });
  return toScopeItem(row);
}

function removeItem(id: string, context: Context): { id: string } {
  context.transact((write) => {
    requireOpenRelease(context.store, write.find(scopeItem, id).releaseId);
    write.remove(scopeItem, id);
  });
  return { id };
}
