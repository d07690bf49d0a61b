import type { Store } from '#core/database/store.ts';
import { entityOf, numbersOf, searchableEntities } from '#core/database/search-text.ts';
import type { Searchable } from '#core/database/search-text.ts';
import type { HitGroup, HitKind } from '#shared/model/workspace/search.ts';
import {
  foldWord,
  matchAll,
  matchPhrase,
  releaseNumber,
  wholeKey,
} from '#shared/rules/workspace/search-query.ts';
import type { SearchTerm } from '#shared/rules/workspace/search-query.ts';
import { kindOf, toHit } from './hits.ts';

export type Asked = { text: string; terms: readonly SearchTerm[]; limit: number };

/** `tier` is 0 for what was named whole, 1 where the title says it all; `score` is smaller for what fits better. */
type Candidate = { number: number; tier: 0 | 1 | 2; score: number };

/**
 * Ranking weighs every row that fits, and as good as every row fits one letter: up to so many are
 * weighed, of more the newest of each kind are taken as they come, titles before the rest.
 */
const mostWeighed = 1000;

/** What fits of each kind, the best first, and the kinds in which something was named whole. */
export function findDocuments(
  store: Store,
  asked: Asked,
): { groups: HitGroup[]; exact: Set<HitKind> } {
  const named = new Set(exactNumbers(store, asked));
  const first = [...named].map((number) => ({ number, tier: 0, score: 0 }) as const);
  const others = candidates(store, asked).filter(({ number }) => !named.has(number));
  const kinds = Map.groupBy([...first, ...others], ({ number }) => entityOf(number));
  const groups = [...kinds].flatMap(([entity, found]) => {
    const ranked = rank(store, found, asked.limit);
    const hits = ranked.flatMap(({ number }) => toHit(store, number, asked.terms));
    const shown = hits.slice(0, asked.limit);
    return shown.length === 0
      ? []
      : [{ kind: kindOf(entity), hits: shown, more: hits.length > asked.limit }];
  });
  return { groups, exact: new Set([...named].map(entityOf).map(kindOf)) };
}

function candidates(store: Store, asked: Asked): Candidate[] {
  const match = matchAll(asked.terms);
  const some = store.raw
    .prepare<[string, number], number>(
      'SELECT rowid FROM search_text WHERE search_text MATCH ? LIMIT ?',
    )
    .pluck()
    .all(match, mostWeighed + 1);
  if (some.length > mostWeighed) return newestOfEachKind(store, asked);
  const titles = new Set(
    store.raw
      .prepare<[string], number>('SELECT rowid FROM search_text WHERE search_text MATCH ?')
      .pluck()
      .all(`title : (${match})`),
  );
  return store.raw
    .prepare<[string], { number: number; score: number }>(
      `SELECT rowid AS number, bm25(search_text, 5.0, 1.0) AS score FROM search_text
       WHERE search_text MATCH ?`,
    )
    .all(match)
    .map(({ number, score }) => ({ number, score, tier: titles.has(number) ? 1 : 2 }));
}

/** Beginnings of words of up to so many letters have an index of their own: see the migration. */
const longestIndexed = 5;
/** Of the newest so many, what is ahead comes first. */
const perKind = 30;

/**
 * Of each kind more than are shown, titles first, then the newest. Beginnings that are indexed are
 * asked for kind by kind, which reads a few entries of each; of others SQLite puts the list together
 * anew for every question, so that one question for all is the cheaper.
 */
function newestOfEachKind(store: Store, { terms, limit }: Asked): Candidate[] {
  const match = matchAll(terms);
  const isIndexed = terms.every(({ typed }) => (typed.at(-1) ?? '').length <= longestIndexed);
  const most = Math.max(perKind, limit + 1);
  const newest = isIndexed ? byKind(store, most) : fromAll(store, most);
  const titles = newest(`title : (${match})`, () => true);
  const filled = Map.groupBy(titles, entityOf);
  const rest = newest(match, (entity) => (filled.get(entity)?.length ?? 0) <= limit);
  const known = new Set(titles);
  return [
    ...titles.map((number) => ({ number, tier: 1, score: 0 }) as const),
    ...rest
      .filter((number) => !known.has(number))
      .map((number) => ({ number, tier: 2, score: 0 }) as const),
  ];
}

type Newest = (match: string, wanted: (entity: Searchable) => boolean) => number[];

function byKind({ raw }: Store, most: number): Newest {
  const any = raw
    .prepare<[number, number], number>(
      'SELECT 1 FROM search_document WHERE number BETWEEN ? AND ? LIMIT 1',
    )
    .pluck();
  const newest = raw
    .prepare<[string, number, number, number], number>(
      `SELECT rowid FROM search_text WHERE search_text MATCH ?
       AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) ORDER BY rowid DESC LIMIT ?`,
    )
    .pluck();
  const there = searchableEntities.filter((entity) => {
    const { first, last } = numbersOf(entity);
    return any.get(first, last) !== undefined;
  });
  return (match, wanted) =>
    there.filter(wanted).flatMap((entity) => {
      const { first, last } = numbersOf(entity);
      return newest.all(match, first, last, most);
    });
}

function fromAll({ raw }: Store, most: number): Newest {
  const all = raw
    .prepare<[string], number>('SELECT rowid FROM search_text WHERE search_text MATCH ?')
    .pluck();
  return (match, wanted) => {
    const kept = new Map<Searchable, number[]>();
    // Numbers rise within a kind, so the newest are the last ones.
    for (const number of all.all(match).reverse()) {
      const entity = entityOf(number);
      const numbers = kept.get(entity) ?? [];
      if (numbers.length < most && wanted(entity)) kept.set(entity, [...numbers, number]);
    }
    return [...kept.values()].flat();
  };
}

/**
 * The best of one kind: what is ahead before what is over, since notes of any length would otherwise
 * put last year's release before the next one; then by weight, then the newest.
 */
function rank({ raw }: Store, found: readonly Candidate[], limit: number): Candidate[] {
  const ahead = new Set(
    raw
      .prepare<[string], number>(
        `SELECT d.number FROM search_document d LEFT JOIN release r ON r.id = d.release_id
         WHERE d.number IN (SELECT value FROM json_each(?)) AND r.outcome IS NULL`,
      )
      .pluck()
      .all(JSON.stringify(found.map(({ number }) => number))),
  );
  const over = ({ number }: Candidate) => (ahead.has(number) ? 0 : 1);
  return found
    .toSorted(
      (a, b) => a.tier - b.tier || over(a) - over(b) || a.score - b.score || b.number - a.number,
    )
    .slice(0, limit + 1);
}

/** The release of this number; releases of this change number and scope items of this ticket. */
function exactNumbers({ raw }: Store, { text, terms }: Asked): Set<number> {
  const found = new Set<number>();
  const number = releaseNumber(text);
  if (number !== null) {
    const named = raw
      .prepare<[number], number>(
        `SELECT d.number FROM release r JOIN search_document d
         ON d.entity_id = r.id AND d.entity = 'release' WHERE r.number = ?`,
      )
      .pluck()
      .all(number);
    named.forEach((each) => found.add(each));
  }
  const key = wholeKey(text);
  if (key === null) return found;
  // Releases and scope items are the first kinds there are, so these are their rows alone.
  const near = raw
    .prepare<[string, number], Near>(
      `SELECT d.number, d.entity, d.title, substr(d.body, 1, 200) AS body FROM search_text t
       JOIN search_document d ON d.number = t.rowid
       WHERE search_text MATCH ? AND t.rowid <= CAST(? AS INTEGER) LIMIT 100`,
    )
    .all(matchPhrase(terms), numbersOf('scope_item').last);
  near.filter((each) => isNamed(each, key)).forEach((each) => found.add(each.number));
  return found;
}

type Near = { number: number; entity: Searchable; title: string; body: string };

/** A ticket stands before the title; number and change number are the first lines of a release. */
function isNamed({ entity, title, body }: Near, key: string): boolean {
  if (entity === 'release') return foldWord(body).split('\n').slice(0, 2).includes(key);
  return `${foldWord(title)} `.startsWith(`${key} `);
}
