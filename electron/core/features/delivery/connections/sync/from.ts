import type { Context } from '#core/context.ts';
import { toMs } from '#core/database/select.ts';
import type { Provider, Source } from '#core/sync/provider.ts';
import type { ImportCounts } from '#shared/model/delivery/pipelines.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Marks } from '../marks.ts';
import { saveState } from '../state.ts';

/** What a sync reads from, and what every batch of it says of itself. */
export type From = {
  connectionId: string;
  provider: Provider;
  source: Source;
  origin: { connectionId: string; source: 'sync'; name: string; asOf: number; importId: string };
  marks: Marks;
  /** Whether the workspace it belongs to is still the open one. */
  isOpen(): boolean;
  report(done: number, total: number | null): void;
};

/** What was read of one feed, and when the provider said so, milliseconds since 1970. */
export type ReadFeed = { counts: ImportCounts; asOf: number };

/** The refusal of a sync that met a limit; the connection shows until when. */
export function limited(
  store: Context['store'],
  connectionId: string,
  { until, message }: { until: string; message: string },
): Refusal {
  saveState(store, connectionId, { rateLimitedUntil: toMs(until) });
  return new Refusal('unavailable', message);
}
