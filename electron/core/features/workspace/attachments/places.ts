import type { Store } from '#core/database/store.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Place, Subject } from '#shared/model/workspace/attached.ts';

type Where = { table: string; release: string; name: string; word: string };

/** Where the things are that files and comments belong to, and what they are called. */
const tables: Readonly<Record<Subject, Where>> = {
  release: { table: 'release', release: 'id', name: 'name', word: 'release' },
  gate: { table: 'gate', release: 'release_id', name: 'name', word: 'gate' },
  'checklist-item': {
    ...{ table: 'checklist_item', release: 'release_id', name: 'text', word: 'checklist item' },
  },
  risk: { table: 'risk', release: 'release_id', name: 'title', word: 'risk' },
  'scope-item': {
    table: 'scope_item',
    release: 'release_id',
    name: "CASE ticket WHEN '' THEN title ELSE ticket || ' ' || title END",
    word: 'scope item',
  },
};

/** Refuses what is not there: a thing of another kind, of another release, or one that was removed. */
export function requirePlace({ raw }: Store, { releaseId, subject, subjectId }: Place): void {
  const { table, release, word } = tables[subject];
  const found = raw
    .prepare<[string, string], { id: string }>(
      `SELECT id FROM ${table} WHERE id = ? AND ${release} = ? AND deleted_hlc IS NULL`,
    )
    .get(subjectId, releaseId);
  if (found !== undefined) return;
  throw new Refusal(
    'not_found',
    `This release has no ${word} with the id ${subjectId}. It may have been removed or moved to another release; reload the page and choose again.`,
    { subjectId: `is no ${word} of this release` },
  );
}

const everyThing = Object.values(tables)
  .map(
    ({ table, release, name }) =>
      `SELECT id, ${name} AS name FROM ${table} WHERE ${release} = @releaseId AND deleted_hlc IS NULL`,
  )
  .join(' UNION ALL ');

/** The things of a release that are there now, by id, with what they are called. */
export function namesOfThings({ raw }: Store, releaseId: string): ReadonlyMap<string, string> {
  const rows = raw
    .prepare<{ releaseId: string }, { id: string; name: string }>(everyThing)
    .all({ releaseId });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
