import type { Store } from '#core/database/store.ts';
import { numbersOf, searchableEntities } from '#core/database/search-text.ts';
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
type Placed = Candidate & { entity: Searchable; open: number };

/**
 * Ranking weighs every row that fits, and as good as every row fits one letter: up to so many are
 * weighed, of more the newest of each kind are taken as they come, titles before the rest.
 */
const mostWeighed = 500;

/** What fits of each kind, the best first, and the kinds in which something was named whole. */
export function findDocuments(
  store: Store,
  asked: Asked,
): { groups: HitGroup[]; exact: Set<HitKind> } {
  const exact = exactNumbers(store, asked);
  const found = weighed(store, asked) ?? newestOfEachKind(store, asked);
  const others = found.filter(({ number }) => !exact.has(number));
  const first = [...exact].map((number) => ({ number, score: Number.NEGATIVE_INFINITY }));
  const placed = place(store, [...first, ...others]).sort(byRank);
  const kinds = Map.groupBy(placed, ({ entity }) => entity);
  const groups = [...kinds].map(([entity, ranked]) => ({
    kind: kindOf(entity),
    hits: ranked.slice(0, asked.limit).flatMap(({ number }) => toHit(store, number, asked.words)),
    more: ranked.length > asked.limit,
  }));
  const named = placed.filter(({ number }) => exact.has(number));
  return { groups, exact: new Set(named.map(({ entity }) => kindOf(entity))) };
}

function byRank(a: Placed, b: Placed): number {
  if (a.score !== b.score) return a.score - b.score;
  return b.open - a.open || b.number - a.number;
}

/** Every fitting document with its weight; null when there are too many to weigh. */
function weighed({ raw }: Store, { words }: Asked): Candidate[] | null {
  const found = raw
    .prepare<[string, number], Candidate>(
      `SELECT rowid AS number, bm25(search_text, 5.0, 1.0) AS score FROM search_text
       WHERE search_text MATCH ? LIMIT ?`,
    )
    .all(matchAll(words), mostWeighed + 1);
  if (found.length > mostWeighed) return null;
  // The same words weigh the same, whatever the last bits of the sum say.
  return found.map(({ number, score }) => ({ number, score: Math.round(score * 1e6) }));
}

function newestOfEachKind({ raw }: Store, { words, limit }: Asked): Candidate[] {
  const query = raw
    .prepare<[string, number, number, number], number>(
      `SELECT rowid FROM search_text WHERE search_text MATCH ?
       AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) ORDER BY rowid DESC LIMIT ?`,
    )
    .pluck();
  const all = matchAll(words);
  return searchableEntities.flatMap((entity) => {
    const { first, last } = numbersOf(entity);
    const take = (match: string) => query.all(match, first, last, limit + 1);
    const titles = take(`title : (${all})`);
    const rest = titles.length > limit ? [] : take(all);
    return [
      ...titles.map((number) => ({ number, score: 0 })),
      ...rest.filter((number) => !titles.includes(number)).map((number) => ({ number, score: 1 })),
    ];
  });
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

/** Leaves out what belongs to a release that is gone, and says of what it is and whether it is ahead. */
function place({ raw }: Store, candidates: readonly Candidate[]): Placed[] {
  const rows = raw
    .prepare<[string], { number: number; entity: Searchable; open: number }>(
      `SELECT d.number, d.entity, r.outcome IS NULL AS open FROM search_document d
       LEFT JOIN release r ON r.id = d.release_id
       WHERE d.number IN (SELECT value FROM json_each(?)) AND r.deleted_hlc IS NULL`,
    )
    .all(JSON.stringify(candidates.map(({ number }) => number)));
  const known = new Map(rows.map((row) => [row.number, row]));
  return candidates.flatMap((candidate) => {
    const row = known.get(candidate.number);
    return row === undefined ? [] : [{ ...candidate, ...row }];
  });
}
