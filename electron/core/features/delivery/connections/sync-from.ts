import type { Context } from '#core/context.ts';
import { iso, toMs } from '#core/database/select.ts';
import type { Provider, Source } from '#core/sync/provider.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { saveState } from './state.ts';

/** What a sync reads from. */
export type From = { connectionId: string; provider: Provider; source: Source };

/** Asked for again before the last watermark: clocks differ, and pages shift while they are read. */
const overlapMs = 10 * 60_000;

/** The instant a list begins with; null where nothing was read whole before. */
export function sinceOf(watermarkAt: number | null | undefined): string | null {
  return watermarkAt === null || watermarkAt === undefined ? null : iso(watermarkAt - overlapMs);
}

/** What every batch of one sync says of itself. */
export function originOf({ connectionId, source }: From, { store, now }: Context) {
  const importId = store.newId();
  return { connectionId, source: 'sync', name: source.repository, asOf: now, importId } as const;
}

/** The refusal of a sync that met a limit; the connection shows until when. */
export function limited(
  store: Context['store'],
  connectionId: string,
  until: string,
  message: string,
): Refusal {
  saveState(store, connectionId, { rateLimitedUntil: toMs(until) });
  return new Refusal('unavailable', message);
}
