import type { Context } from '#core/context.ts';
import { commentSeen } from '#core/database/schema/attached.ts';
import { toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { isUnread, lastSaid } from '#shared/rules/workspace/comments.ts';
import { commentRows } from './rows.ts';

/**
 * Marks what was said as read. The mark is the time of the newest comment that was shown, not of the
 * looking: what comes in between stays unread.
 */
export function markSeen(
  { until, ...asked }: Parsed<'comments.seen'>,
  context: Context,
): { read: number } {
  const { store } = context;
  const personId = context.requireActor();
  if (store.readOnly !== null) throw new Refusal('precondition_failed', store.readOnly);
  const shownTo = until === undefined ? Infinity : toMs(until);
  const shown = commentRows(store, asked, personId).filter((row) => lastSaid(row) <= shownTo);
  const unread = shown.filter((row) => isUnread(row, personId, row.seenAt));
  for (const [subjectId, thread] of Map.groupBy(unread, (row) => row.subjectId)) {
    saveMark(store, personId, subjectId, Math.max(...thread.map(lastSaid)));
  }
  return { read: unread.length };
}

/** Local to this copy, so it is not journaled. */
function saveMark({ orm }: Store, personId: string, subjectId: string, at: number): void {
  orm
    .insert(commentSeen)
    .values({ personId, subjectId, at })
    .onConflictDoUpdate({ target: [commentSeen.personId, commentSeen.subjectId], set: { at } })
    .run();
}
