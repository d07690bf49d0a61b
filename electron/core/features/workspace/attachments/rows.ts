import { asc, eq } from 'drizzle-orm';
import { attachment } from '#core/database/schema/attached.ts';
import { alive, iso, ofReleases, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Attachment } from '#shared/model/workspace/attached.ts';
import { namesOfThings } from './places.ts';

type Asked = Parsed<'attachments.list'>;

/** What is attached to a release and to what belongs to it, the oldest first. */
export function listAttachments(
  store: Store,
  { releaseId, subject, subjectId }: Asked,
): Attachment[] {
  const names = namesOfThings(store, releaseId);
  return store.orm
    .select(plain(attachment))
    .from(attachment)
    .where(ofReleases(attachment, [releaseId]))
    .orderBy(asc(attachment.at), asc(attachment.id))
    .all()
    .filter((row) => subject === undefined || row.subject === subject)
    .filter((row) => subjectId === undefined || row.subjectId === subjectId)
    .map((row) => toAttachment(row, names));
}

/** The file with this content that is attached there already. */
export function sameFile(
  store: Store,
  subjectId: string,
  hash: string,
): Plain<typeof attachment> | undefined {
  return store.orm
    .select(plain(attachment))
    .from(attachment)
    .where(alive(attachment, eq(attachment.subjectId, subjectId), eq(attachment.hash, hash)))
    .get();
}

export function toAttachment(
  { at, ...row }: Plain<typeof attachment>,
  names: ReadonlyMap<string, string>,
): Attachment {
  const { id, rev, releaseId, subject, subjectId, name, mediaType, bytes, hash, byId } = row;
  const about = names.get(subjectId) ?? null;
  return {
    ...{ id, rev, releaseId, subject, subjectId, about },
    ...{ name, mediaType, bytes, hash, at: iso(at), byId },
  };
}
