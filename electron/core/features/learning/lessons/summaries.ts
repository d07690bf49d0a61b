import { hasSearchIndex } from '#core/database/search-index.ts';
import { numbersOf } from '#core/database/search-text.ts';
import type { Context } from '#core/context.ts';
import { iso, isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { LessonKind, LessonSummary } from '#shared/model/learning/lessons.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { markedLine, termsIn } from '#shared/rules/workspace/search-marks.ts';
import { matchAll, searchTerms } from '#shared/rules/workspace/search-query.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';

type Narrowed = Pick<Parsed<'lessons.list'>, 'kind' | 'serviceId' | 'tag' | 'todo' | 'which'>;

type Stored = {
  id: string;
  rev: number;
  kind: LessonKind;
  title: string;
  serviceIds: string;
  tags: string;
  ownerId: string | null;
  reviewOn: string | null;
  addedAt: number;
  retiredAt: number | null;
  fromRelease: string | null;
  openUpdates: number;
  overdueUpdates: number;
};

const open = `SELECT COUNT(*) FROM lesson_update u
  WHERE u.lesson_id = l.id AND u.deleted_hlc IS NULL AND u.done_at IS NULL`;

const columns = `l.id, l.rev, l.kind, l.title, l.service_ids AS serviceIds, l.tags,
  l.owner_id AS ownerId, l.review_on AS reviewOn, l.added_at AS addedAt, l.retired_at AS retiredAt,
  (SELECT name FROM release r WHERE r.id = l.from_release_id) AS fromRelease,
  (${open}) AS openUpdates, (${open} AND u.due_on < @today) AS overdueUpdates`;

/** What is not asked for is null and narrows nothing, so that the statement is prepared once. */
const fits = `l.deleted_hlc IS NULL
  AND (@which = 'all' OR (l.retired_at IS NULL) = (@which = 'in-use'))
  AND (@kind IS NULL OR l.kind = @kind)
  AND (@serviceId IS NULL OR instr(l.service_ids, '"' || @serviceId || '"') > 0)
  AND (@tag IS NULL OR EXISTS (SELECT 1 FROM json_each(l.tags) t
                               WHERE lower(t.value) = lower(@tag)))
  AND (@todo IS NOT 'open' OR (${open}) > 0)
  AND (@todo IS NOT 'overdue' OR (${open} AND u.due_on < @today) > 0)
  AND (@todo IS NOT 'review' OR l.review_on <= @today)`;

type Given = { [K in 'kind' | 'serviceId' | 'tag' | 'todo']: string | null } & {
  which: string;
  today: string;
};

/** Lessons as lines, the newest first. */
export function listLessons(
  { limit, ...narrowed }: Parsed<'lessons.list'>,
  { store, now }: Context,
): Output<'lessons.list'> {
  const given = givenBy(narrowed, store, now);
  const rows = store.raw
    .prepare<[Given & { limit: number }], Stored>(
      `SELECT ${columns} FROM lesson l WHERE ${fits} ORDER BY l.added_at DESC, l.id DESC LIMIT @limit`,
    )
    .all({ ...given, limit });
  const total = store.raw
    .prepare<[Given], number>(`SELECT COUNT(*) FROM lesson l WHERE ${fits}`)
    .pluck();
  return {
    lessons: rows.map((row) => toSummary(row, given.today)),
    total: rows.length < limit ? rows.length : (total.get(given) ?? rows.length),
  };
}

/**
 * Ranking weighs every lesson that fits: up to so many are weighed, of more the newest are taken as
 * they come, titles first, since weighing all would take longer than the letter that follows.
 */
const mostWeighed = 1000;

type Numbers = { match: string; first: number; last: number };
type Found = Stored & { body: string };

/** Lessons by their words, the best first: those whose title says it all, then by weight. */
export function searchLessons(
  { text, limit, ...narrowed }: Parsed<'lessons.search'>,
  { store, now }: Context,
): Output<'lessons.search'> {
  const terms = searchTerms(text);
  if (terms.length === 0) return { lessons: [], more: false };
  requireIndex(store);
  const match = matchAll(terms);
  const asked = { ...givenBy(narrowed, store, now), ...numbersOf('lesson') };
  const within = `search_text MATCH @match
    AND search_text.rowid BETWEEN CAST(@first AS INTEGER) AND CAST(@last AS INTEGER)`;
  const read = (words: string, order: string) =>
    store.raw
      .prepare<[Given & Numbers & { limit: number }], Found>(
        `SELECT ${columns}, d.body FROM search_text
         JOIN search_document d ON d.number = search_text.rowid
         JOIN lesson l ON l.id = d.entity_id
         WHERE ${within} AND ${fits} ORDER BY ${order} LIMIT @limit`,
      )
      .all({ ...asked, match: words, limit: limit + 1 });
  const count = store.raw
    .prepare<[Numbers], number>(
      `SELECT COUNT(*) FROM (SELECT 1 FROM search_text WHERE ${within} LIMIT ${mostWeighed + 1})`,
    )
    .pluck()
    .get({ match, first: asked.first, last: asked.last });
  const order =
    (count ?? 0) > mostWeighed ? 'search_text.rowid DESC' : 'bm25(search_text, 5.0, 1.0)';
  const titles = read(`title : (${match})`, order);
  const known = new Set(titles.map(({ id }) => id));
  const rest = titles.length > limit ? [] : read(match, order);
  const found = [...titles, ...rest.filter(({ id }) => !known.has(id))];
  return {
    lessons: found.slice(0, limit).map(({ body, ...row }) => ({
      ...toSummary(row, asked.today),
      marked: markedLine(row.title, terms),
      excerpt:
        termsIn(row.title, terms).length === terms.length
          ? []
          : markedLine(body.replaceAll('\n', ' · '), terms),
    })),
    more: found.length > limit,
  };
}

/** A file that is only read stays as its program left it, which may have known no search. */
function requireIndex({ raw }: Store): void {
  if (hasSearchIndex(raw)) return;
  throw new Refusal(
    'precondition_failed',
    'No lesson can be searched here: the file is open for reading only and was last written by a Slipway without search. Open it for writing once, or search a copy of it.',
  );
}

function givenBy(
  { kind, serviceId, tag, todo, which }: Narrowed,
  store: Store,
  now: number,
): Given {
  return {
    ...{ kind: kind ?? null, serviceId: serviceId ?? null, tag: tag ?? null, todo: todo ?? null },
    which,
    today: dateIn(iso(now), readWorkspace(store).zone),
  };
}

function toSummary({ serviceIds, tags, ...row }: Stored, today: string): LessonSummary {
  return {
    ...row,
    serviceIds: textsIn(serviceIds),
    tags: textsIn(tags),
    addedAt: iso(row.addedAt),
    retiredAt: isoOrNull(row.retiredAt),
    fromRelease: row.fromRelease ?? '',
    reviewDue: row.retiredAt === null && row.reviewOn !== null && row.reviewOn <= today,
  };
}

/** The texts of a JSON list, as lessons keep services and tags. */
export function textsIn(json: string): string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((each) => typeof each === 'string') : [];
}
