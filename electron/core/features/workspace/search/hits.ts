import type { Store } from '#core/database/store.ts';
import { isSearchable } from '#core/database/search-text.ts';
import type { Searchable } from '#core/database/search-text.ts';
import type { Subject } from '#shared/model/workspace/attached.ts';
import { hitKind } from '#shared/model/workspace/search.ts';
import type { Hit, HitKind } from '#shared/model/workspace/search.ts';
import { markedLine, termsIn } from '#shared/rules/workspace/search-marks.ts';
import type { SearchTerm } from '#shared/rules/workspace/search-query.ts';

type Document = {
  entity: string;
  entityId: string;
  releaseId: string | null;
  release: string | null;
  title: string;
  body: string;
};

export function kindOf(entity: Searchable): HitKind {
  return hitKind.parse(entity.replaceAll('_', '-'));
}

/** A document as people see it, with its words marked. */
export function toHit(store: Store, number: number, terms: readonly SearchTerm[]): Hit[] {
  const found = store.raw
    .prepare<[number], Document>(
      `SELECT d.entity, d.entity_id AS entityId, d.release_id AS releaseId, r.name AS release,
         d.title, d.body
       FROM search_document d LEFT JOIN release r ON r.id = d.release_id WHERE d.number = ?`,
    )
    .get(number);
  if (found === undefined || !isSearchable(found.entity)) return [];
  const { entity, entityId, releaseId, release, title, body } = found;
  const kind = kindOf(entity);
  const shown = { title: markedLine(title === '' ? body : title, terms) };
  const isAllTold = title === '' || termsIn(title, terms).length === terms.length;
  return [
    {
      ...{ kind, id: entityId, releaseId, release, ...shown },
      excerpt: isAllTold ? [] : markedLine(body.replaceAll('\n', ' · '), terms),
      about: aboutOf(store, entity, entityId),
    },
  ];
}

/** What a comment was written on, or a file attached to. */
function aboutOf({ raw }: Store, entity: string, id: string): Hit['about'] {
  if (entity !== 'comment' && entity !== 'attachment') return null;
  const about = raw
    .prepare<[string], { kind: Subject; id: string }>(
      `SELECT subject AS kind, subject_id AS id FROM ${entity} WHERE id = ?`,
    )
    .get(id);
  return about ?? null;
}
