import type { Context } from '#core/context.ts';
import { iso, toMs } from '#core/database/select.ts';
import type { Provider, Source } from '#core/sync/provider.ts';
import type { FeedName, ImportCounts } from '#shared/model/delivery/pipelines.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { saveState, watermarkOf } from '../state.ts';

/** What a sync reads from, and what every batch of it says of itself. */
export type From = {
  connectionId: string;
  provider: Provider;
  source: Source;
  origin: { connectionId: string; source: 'sync'; name: string; asOf: number; importId: string };
  report(done: number, total: number | null): void;
};

/** What was read of one feed, and when the provider said so, milliseconds since 1970. */
export type ReadFeed = { counts: ImportCounts; asOf: number };

/** Asked for again before the last watermark: clocks differ, and pages shift while they are read. */
const overlapMs = 10 * 60_000;

/** The instant a list begins with; null where nothing was read whole before. */
export function sinceOf(
  store: Context['store'],
  connectionId: string,
  feed: FeedName,
): string | null {
  const watermarkAt = watermarkOf(store, connectionId, feed);
  return watermarkAt === null ? null : iso(watermarkAt - overlapMs);
}

/** The refusal of a sync that met a limit; the connection shows until when. */
export function limited(
  store: Context['store'],
  connectionId: string,
  { until, message }: { until: string; message: string },
): Refusal {
  saveState(store, connectionId, { rateLimitedUntil: toMs(until) });
  return new Refusal('unavailable', message);
}
