import { and, asc, eq } from 'drizzle-orm';
import { comment, commentSeen } from '#core/database/schema/attached.ts';
import { iso, isoOrNull, ofReleases, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Comment } from '#shared/model/workspace/attached.ts';
import { isUnread } from '#shared/rules/workspace/comments.ts';
import { namesOfThings } from '../attachments/index.ts';

type Asked = Parsed<'comments.list'>;

/** A comment with the time up to which the asking person has read its thread. */
type SeenRow = Plain<typeof comment> & { seenAt: number | null };

/** What was said, the oldest first, with what of it the person has not read. */
export function listComments(store: Store, asked: Asked, personId: string | null): Comment[] {
  const names = namesOfThings(store, asked.releaseId);
  return commentRows(store, asked, personId).map((row) => toComment(row, names, personId));
}

export function commentRows(
  store: Store,
  { releaseId, subject, subjectId }: Asked,
  personId: string | null,
): SeenRow[] {
  return store.orm
    .select({ ...plain(comment), seenAt: commentSeen.at })
    .from(comment)
    .leftJoin(
      commentSeen,
      and(eq(commentSeen.personId, personId ?? ''), eq(commentSeen.subjectId, comment.subjectId)),
    )
    .where(ofReleases(comment, [releaseId]))
    .orderBy(asc(comment.at), asc(comment.id))
    .all()
    .filter((row) => subject === undefined || row.subject === subject)
    .filter((row) => subjectId === undefined || row.subjectId === subjectId);
}

export function toComment(
  row: SeenRow,
  names: ReadonlyMap<string, string>,
  personId: string | null,
): Comment {
  const { id, rev, releaseId, subject, subjectId, text, mentions, byId } = row;
  return {
    ...{ id, rev, releaseId, subject, subjectId, about: names.get(subjectId) ?? null },
    ...{ text, mentions, byId, at: iso(row.at), editedAt: isoOrNull(row.editedAt) },
    unread: isUnread(row, personId, row.seenAt),
  };
}
