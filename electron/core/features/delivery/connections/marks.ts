import { and, eq } from 'drizzle-orm';
import { etag, feedState } from '#core/database/schema/delivery.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { EtagStore } from '#core/sync/http/etags.ts';
import type { FeedName } from '#shared/model/delivery/pipelines.ts';
import { saveLook } from './state.ts';

/** Asked for again before the last watermark: clocks differ, and pages shift while they are read. */
const overlapMs = 10 * 60_000;

/**
 * How far one sync has come: what servers said of their pages, and until when each feed was read whole.
 * Both are written in the transaction of the rows they belong to: a page that was never stored must not
 * answer "unchanged" later.
 */
export type Marks = {
  etags: EtagStore;
  /** The instant a list of the feed begins with; null where nothing was read whole before. */
  since(feed: FeedName): string | null;
  /** Everything until then, milliseconds since 1970, was read and is written, or about to be. */
  reached(feed: FeedName, watermarkAt: number): void;
  /** All alerts were read, milliseconds since 1970: what was not shown then was not there. */
  looked(at: number): void;
  /** Writes what was set since the last time, in the transaction it is called in. */
  flush(): void;
};

/** Until when a feed was read whole, milliseconds since 1970; null where it never was. */
export function watermarkOf(store: Store, connectionId: string, feed: FeedName): number | null {
  const row = store.orm
    .select({ at: feedState.watermarkAt })
    .from(feedState)
    .where(and(eq(feedState.connectionId, connectionId), eq(feedState.feed, feed)))
    .get();
  return row?.at ?? null;
}

export function openMarks(store: Store, connectionId: string): Marks {
  const known = new Map(
    store.orm
      .select()
      .from(etag)
      .where(eq(etag.connectionId, connectionId))
      .all()
      .map((row) => [row.url, row.etag]),
  );
  const waiting = new Map<string, string>();
  const watermarks = new Map<FeedName, number>();
  let lookedAt: number | null = null;
  return {
    etags: {
      get: (url) => waiting.get(url) ?? known.get(url),
      set: (url, value) => {
        if (known.get(url) !== value) waiting.set(url, value);
      },
    },
    since(feed) {
      const at = watermarkOf(store, connectionId, feed);
      return at === null ? null : iso(at - overlapMs);
    },
    reached: (feed, watermarkAt) => {
      watermarks.set(feed, watermarkAt);
    },
    looked: (at) => {
      lookedAt = at;
    },
    flush() {
      for (const [url, value] of waiting) {
        store.orm
          .insert(etag)
          .values({ connectionId, url, etag: value })
          .onConflictDoUpdate({ target: [etag.connectionId, etag.url], set: { etag: value } })
          .run();
        known.set(url, value);
      }
      waiting.clear();
      for (const [feed, watermarkAt] of watermarks) {
        store.orm
          .insert(feedState)
          .values({ connectionId, feed, watermarkAt })
          .onConflictDoUpdate({
            target: [feedState.connectionId, feedState.feed],
            set: { watermarkAt },
          })
          .run();
      }
      watermarks.clear();
      if (lookedAt !== null) saveLook(store, connectionId, lookedAt);
      lookedAt = null;
    },
  };
}
