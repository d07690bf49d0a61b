import type { Handlers } from '#core/context.ts';
import { hasSearchIndex } from '#core/database/search-index.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { hitKinds } from '#shared/model/workspace/search.ts';
import type { HitGroup } from '#shared/model/workspace/search.ts';
import { searchTerms } from '#shared/rules/workspace/search-query.ts';
import { findDocuments } from './documents.ts';
import { findRuns } from './runs.ts';

export const search: Handlers<'search.find'> = {
  'search.find': (input, { store }) => find(input, store),
};

function find({ text, limit }: Parsed<'search.find'>, store: Store): Output<'search.find'> {
  const terms = searchTerms(text);
  if (terms.length === 0) return { groups: [] };
  requireIndex(store);
  const { groups, exact } = findDocuments(store, { text, terms, limit });
  const runs = findRuns(store, { text, terms, limit });
  const all: HitGroup[] = runs.hits.length === 0 ? groups : [...groups, { kind: 'run', ...runs }];
  // What was named whole is what is meant; otherwise groups keep their places while people type.
  const place = ({ kind }: HitGroup) => hitKinds.indexOf(kind) - (exact.has(kind) ? 1000 : 0);
  return { groups: all.sort((a, b) => place(a) - place(b)) };
}

/** A file that is only read stays as its program left it, which may have known no search. */
function requireIndex({ raw }: Store): void {
  if (hasSearchIndex(raw)) return;
  throw new Refusal(
    'precondition_failed',
    'Nothing can be searched here: the file is open for reading only and was last written by a Slipway without search. Open it for writing once, or search a copy of it.',
  );
}
