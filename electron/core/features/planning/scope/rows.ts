import { asc } from 'drizzle-orm';
import { scopeItem } from '#core/database/schema/planning.ts';
import { ofReleases } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { ScopeItem } from '#shared/model/planning/scope.ts';

/** The items of a release in their order, dropped ones among them. */
export function listScope(store: Store, releaseId: string): ScopeItem[] {
  return store.orm
    .select()
    .from(scopeItem)
    .where(ofReleases(scopeItem, [releaseId]))
    .orderBy(asc(scopeItem.order), asc(scopeItem.id))
    .all()
    .map(toScopeItem);
}

export function toScopeItem(row: Plain<typeof scopeItem>): ScopeItem {
  const { id, rev, releaseId, kind, title, ticket, note, order } = row;
  const { priority, status, ownerId, ideaAt, dropReason, lateReason } = row;
  return {
    ...{ id, rev, releaseId, kind, title, ticket, note, order },
    ...{ priority, status, ownerId, ideaAt, dropReason, lateReason },
  };
}
