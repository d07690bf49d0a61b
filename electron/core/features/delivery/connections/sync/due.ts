import type { Context } from '#core/context.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { isSyncDue, pausedWhy } from '#shared/rules/delivery/sync-schedule.ts';
import { connectionRows } from '../read.ts';
import { isSyncing, syncConnection } from './sync.ts';

/** Why a connection at this address is not synced by itself now; null where nothing is in the way. */
export function pausedNow(baseUrl: string, context: Context): string | null {
  const { platform } = context;
  return pausedWhy({
    online: platform.online(),
    host: URL.canParse(baseUrl) ? new URL(baseUrl).hostname : '',
    locked: platform.secrets.locked(),
    nobody: context.actorId() === null,
  });
}

/** Connections synced at the same time: their servers are waited for, not this machine. */
const atOnce = 10;

/**
 * Syncs what is due, a few connections at a time, each under the id its screen shows progress by. A
 * failure stays on its connection and keeps no other from its turn.
 */
export async function syncDue(
  { focus }: Parsed<'connections.syncDue'>,
  context: Context,
): Promise<Output<'connections.syncDue'>> {
  const { store, now } = context;
  const never = { nextSyncAt: null, lastTriedAt: null, rateLimitedUntil: null };
  const due = connectionRows(store).filter(
    ({ connection, connection_state: state }) =>
      isSyncDue({ ...(state ?? never), ...connection }, { now, focus }) &&
      pausedNow(connection.baseUrl, context) === null,
  );
  const synced: Output<'connections.syncDue'>['synced'] = [];
  const waiting = due.map(({ connection }) => connection.id);
  async function next(): Promise<void> {
    const id = waiting.shift();
    // Another workspace may have been opened meanwhile.
    if (id === undefined || context.session.current() !== store || context.signal.aborted) return;
    // Another question, or somebody, is at it already.
    if (!isSyncing(id)) synced.push({ id, failed: await failureOf(id, context) });
    await next();
  }
  await Promise.all(Array.from({ length: atOnce }, next));
  return { synced };
}

async function failureOf(id: string, context: Context): Promise<string | null> {
  try {
    await syncConnection({ id, progressId: `sync ${id}` }, context);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal) && !context.signal.aborted) {
      context.log.error(`The scheduled sync of ${id} failed`, error);
    }
    return error instanceof Error ? error.message : String(error);
  }
}
