import { asc } from 'drizzle-orm';
import type { Context, Handlers } from '#core/context.ts';
import { scopeItem } from '#core/database/schema/planning.ts';
import { ofReleases } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import type { ScopeItem } from '#shared/model/planning/releases.ts';
import { orderAfter } from '#shared/rules/planning/order.ts';
import { requireOpenRelease } from '../releases/index.ts';

export const scope: Handlers<'scope.list' | 'scope.add' | 'scope.update' | 'scope.remove'> = {
  'scope.list': ({ releaseId }, { store }) => listScope(store, releaseId),

  'scope.add': (input, context) => {
    requireOpenRelease(context.store, input.releaseId);
    const last = listScope(context.store, input.releaseId).at(-1);
    const order = orderAfter(last?.order ?? null, null);
    return toScopeItem(context.transact((write) => write.insert(scopeItem, { ...input, order })));
  },

  'scope.update': ({ id, rev, ...patch }, context) =>
    toScopeItem(
      context.transact((write) => {
        requireOpenRelease(context.store, write.find(scopeItem, id).releaseId);
        return write.update(scopeItem, id, patch, rev);
      }),
    ),

  'scope.remove': ({ id }, context) => remove(id, context),
};

function remove(id: string, context: Context): { id: string } {
  context.transact((write) => {
    requireOpenRelease(context.store, write.find(scopeItem, id).releaseId);
    write.remove(scopeItem, id);
  });
  return { id };
}

export function listScope(store: Store, releaseId: string): ScopeItem[] {
  return store.orm
    .select()
    .from(scopeItem)
    .where(ofReleases(scopeItem, [releaseId]))
    .orderBy(asc(scopeItem.order), asc(scopeItem.id))
    .all()
    .map(toScopeItem);
}

function toScopeItem(row: Row<typeof scopeItem>): ScopeItem {
  const { id, rev, releaseId, kind, title, ticket, note, order } = row;
  return { id, rev, releaseId, kind, title, ticket, note, order };
}
