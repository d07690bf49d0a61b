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
import type { SearchWord } from '#shared/rules/workspace/search-query.ts';
import { kindOf, toHit } from './hits.ts';

export type Asked = { text: string; words: readonly SearchWord[]; limit: number };

/** `score` is smaller for what fits better. */
type Candidate = { number: number; score: number };

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
  const first = [...named].map((number) => ({ number, score: Number.NEGATIVE_INFINITY }));
  const others = candidates(store, asked).filter(({ number }) => !named.has(number));
  const kinds = Map.groupBy([...first, ...others], ({ number }) => entityOf(number));
  const groups = [...kinds].flatMap(([entity, found]) => {
    const ranked = rank(store, found, asked.limit);
    const hits = ranked.flatMap(({ number }) => toHit(store, number, asked.words));
    const shown = hits.slice(0, asked.limit);
    return shown.length === 0
      ? []
      : [{ kind: kindOf(entity), hits: shown, more: hits.length > asked.limit }];
  });
  return { groups, exact: new Set([...named].map(entityOf).map(kindOf)) };
}

function candidates(store: Store, asked: Asked): Candidate[] {
  const match = matchAll(asked.words);
  const some = store.raw
    .prepare<[string, number], number>(
      'SELECT rowid FROM search_text WHERE search_text MATCH ? LIMIT ?',
    )
    .pluck()
    .all(match, mostWeighed + 1);
  if (some.length > mostWeighed) return newestOfEachKind(store, asked);
  const weighed = store.raw
    .prepare<[string], Candidate>(
      `SELECT rowid AS number, bm25(search_text, 5.0, 1.0) AS score FROM search_text
       WHERE search_text MATCH ?`,
    )
    .all(match);
  // The same words weigh the same, whatever the last bits of the sum say.
  return weighed.map(({ number, score }) => ({ number, score: Math.round(score * 1e6) }));
}

/** Beginnings of words of up to so many letters have an index of their own: see the migration. */
const longestIndexed = 5;

/**
 * Of each kind more than are shown, titles first, then the newest. Beginnings that are indexed are
 * asked for kind by kind, which reads a few entries of each; of others SQLite puts the list together
 * anew for every question, so that one question for all is the cheaper.
 */
function newestOfEachKind(store: Store, { words, limit }: Asked): Candidate[] {
  const match = matchAll(words);
  const isIndexed = words.every(({ typed }) => typed.length <= longestIndexed);
  const newest = isIndexed ? byKind(store, limit + 1) : fromAll(store, limit + 1);
  const titles = newest(`title : (${match})`, () => true);
  const filled = Map.groupBy(titles, entityOf);
  const rest = newest(match, (entity) => (filled.get(entity)?.length ?? 0) <= limit);
  const known = new Set(titles);
  return [
    ...titles.map((number) => ({ number, score: 0 })),
    ...rest.filter((number) => !known.has(number)).map((number) => ({ number, score: 1 })),
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

/** The best of one kind: where words weigh the same, what is ahead before what is over, then the newest. */
function rank({ raw }: Store, found: readonly Candidate[], limit: number): Candidate[] {
  const best = found.toSorted((a, b) => a.score - b.score || b.number - a.number);
  // As many as weigh the same as the last that is shown may still change places with it.
  const least = best[limit]?.score ?? Number.POSITIVE_INFINITY;
  const near = best.filter(({ score }) => score <= least);
  const ahead = new Set(
    raw
      .prepare<[string], number>(
        `SELECT d.number FROM search_document d LEFT JOIN release r ON r.id = d.release_id
         WHERE d.number IN (SELECT value FROM json_each(?)) AND r.outcome IS NULL`,
      )
      .pluck()
      .all(JSON.stringify(near.map(({ number }) => number))),
  );
  const over = ({ number }: Candidate) => (ahead.has(number) ? 0 : 1);
  return near
    .toSorted((a, b) => a.score - b.score || over(a) - over(b) || b.number - a.number)
    .slice(0, limit + 1);
}

/** The release of this number; releases of this change number and scope items of this ticket. */
function exactNumbers({ raw }: Store, { text, words }: Asked): Set<number> {
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
    .all(matchPhrase(words), numbersOf('scope_item').last);
  near.filter((each) => isNamed(each, key)).forEach((each) => found.add(each.number));
  return found;
}

type Near = { number: number; entity: Searchable; title: string; body: string };

/** A ticket stands before the title; number and change number are the first lines of a release. */
function isNamed({ entity, title, body }: Near, key: string): boolean {
  if (entity === 'release') return foldWord(body).split('\n').slice(0, 2).includes(key);
  return `${foldWord(title)} `.startsWith(`${key} `);
}
