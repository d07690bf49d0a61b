import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Mention } from '#shared/model/workspace/attached.ts';
import { namesOfThings } from '../attachments/index.ts';

type Found = Omit<Mention, 'about' | 'at'> & { at: number };

const most = 50;

/** The mentions of a person that they have not read, over all releases, the newest first. */
export function unreadMentions(store: Store, personId: string): Mention[] {
  const rows = store.raw
    .prepare<{ me: string; most: number }, Found>(
      `SELECT c.id, c.release_id AS releaseId, r.name AS release, c.subject, c.subject_id AS subjectId,
              c.text, MAX(c.at, COALESCE(c.edited_at, c.at)) AS at, c.by_id AS byId
       FROM comment c JOIN release r ON r.id = c.release_id AND r.deleted_hlc IS NULL
       LEFT JOIN comment_seen s ON s.person_id = @me AND s.subject_id = c.subject_id
       WHERE c.deleted_hlc IS NULL AND c.by_id <> @me AND instr(c.mentions, '"' || @me || '"')
         AND MAX(c.at, COALESCE(c.edited_at, c.at)) > COALESCE(s.at, -9e15)
       ORDER BY at DESC, c.id DESC LIMIT @most`,
    )
    .all({ me: personId, most });
  const names = new Map<string, ReadonlyMap<string, string>>();
  return rows.map(({ at, ...row }) => {
    const ofRelease = names.get(row.releaseId) ?? namesOfThings(store, row.releaseId);
    names.set(row.releaseId, ofRelease);
    return { ...row, about: ofRelease.get(row.subjectId) ?? null, at: iso(at) };
  });
}
