import type { Store } from '#core/database/store.ts';
import { providers } from '#core/sync/providers.ts';
import { importedTables } from '#core/imported/index.ts';
import type { FeedName, Provider } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedThing } from '#shared/model/delivery/rows.ts';
import { watermarkOf } from '../connections/index.ts';

const feedOf = {
  rollout: 'rollouts',
  artefact: 'artefacts',
  ticket: 'tickets',
  alert: 'alerts',
} as const;

type Stored = { updatedAt: number | null };

/**
 * Whether a file of an instant tells of a thing as it was before what is stored: a sync has read the
 * feed since, or the thing itself has changed since.
 */
export function olderThings(
  store: Store,
  connection: { id: string; provider: Provider },
  asOf: number,
): (thing: NormalisedThing) => boolean {
  const readers = new Map<FeedName, (thing: NormalisedThing) => boolean>();
  return (thing) => {
    const feed = feedOf[thing.kind];
    const isOlder = readers.get(feed) ?? prepare(store, connection, feed, asOf);
    readers.set(feed, isOlder);
    return isOlder(thing);
  };
}

function prepare(
  store: Store,
  { id, provider }: { id: string; provider: Provider },
  feed: (typeof feedOf)[NormalisedThing['kind']],
  asOf: number,
): (thing: NormalisedThing) => boolean {
  const table = importedTables.find(({ kind }) => kind === feed);
  if (table === undefined) throw new Error(`There is no table of ${feed}`);
  const updatedAt = table.factColumns.includes('updated_at') ? 'updated_at' : 'NULL';
  const find = store.raw.prepare<[string, string], Stored>(
    `SELECT ${updatedAt} AS updatedAt FROM ${table.name}
     WHERE connection_id = ? AND external_id = ?`,
  );
  const isBehind = asOf < (watermarkOf(store, id, feed) ?? 0);
  const isWhole = providers[provider][feed]?.isWhole === true;
  return (thing) => {
    // What a whole reading did not show afterwards is not there.
    if (isBehind && isWhole) return true;
    const stored = find.get(id, thing.externalId);
    if (stored === undefined) return false;
    const told =
      'updatedAt' in thing && thing.updatedAt !== null ? Date.parse(thing.updatedAt) : null;
    return isBehind || (told !== null && told < (stored.updatedAt ?? 0));
  };
}
