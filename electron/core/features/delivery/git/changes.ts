import { desc, eq } from 'drizzle-orm';
import { change } from '#core/database/schema/delivery.ts';
import { scopeItem } from '#core/database/schema/planning.ts';
import { iso, ofReleases, toMs } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Change, FoundChange } from '#shared/model/delivery/git.ts';
import type { RowSurroundings } from '#shared/rules/delivery/git/rows.ts';
import { requireRelease } from '../../planning/releases/index.ts';
import { listScope } from '../../planning/scope/index.ts';

/** The changes of a release, the newest first. */
export function listChanges(store: Store, releaseId: string): Change[] {
  requireRelease(store, releaseId);
  return store.orm
    .select()
    .from(change)
    .where(ofReleases(change, [releaseId]))
    .orderBy(desc(change.committedAt), desc(change.id))
    .all()
    .map(toChange);
}

function toChange(row: Plain<typeof change>): Change {
  const { id, rev, releaseId, serviceId, scopeItemId, commit, title, tickets } = row;
  const { pull, landed, commits, authoredAt, committedAt, firstCommitAt } = row;
  return {
    ...{ id, rev, releaseId, serviceId, scopeItemId, commit, title, tickets },
    ...{ pull, landed, commits },
    ...{ authoredAt: iso(authoredAt), committedAt: iso(committedAt) },
    firstCommitAt: iso(firstCommitAt),
  };
}

/** A change as it is written, beside the release, service and item it belongs to. */
export function changeValues(found: FoundChange) {
  const { commit, title, tickets, pull, landed, commits } = found;
  const { authoredAt, committedAt, firstCommitAt } = found;
  return {
    ...{ commit, title, tickets, pull, landed, commits },
    ...{ authoredAt: toMs(authoredAt), committedAt: toMs(committedAt) },
    firstCommitAt: toMs(firstCommitAt),
  };
}

/** What a release has already: its items, and the commits whose changes it keeps. */
export function surroundingsOf(store: Store, releaseId: string): RowSurroundings {
  requireRelease(store, releaseId);
  const items = listScope(store, releaseId);
  const rows = store.orm
    .select({
      commit: change.commit,
      itemId: scopeItem.id,
      title: scopeItem.title,
      deletedHlc: scopeItem.deletedHlc,
    })
    .from(change)
    .leftJoin(scopeItem, eq(scopeItem.id, change.scopeItemId))
    .where(ofReleases(change, [releaseId]))
    .all();
  const recorded = rows.map(({ commit, itemId, title, deletedHlc }) => {
    const item =
      itemId === null || title === null || deletedHlc !== null ? null : { id: itemId, title };
    return [commit, { item }] as const;
  });
  return {
    items: items.map(({ id, ticket, title, status }) => ({
      ...{ id, ticket, title },
      dropped: status === 'dropped',
    })),
    recorded: new Map(recorded),
  };
}
