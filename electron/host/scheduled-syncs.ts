import type { App, Log } from '#core/platform.ts';
import { fromTimeToTime } from './from-time-to-time.ts';

const pause = 60_000;

/**
 * Asks the core from time to time to sync the connections that are due. A failure is told on the
 * connection. Gives back how to stop.
 */
export function scheduledSyncs(app: App, log: Log, every = pause): () => void {
  return fromTimeToTime(async () => {
    const done = await app.call('connections.syncDue', {});
    if (!done.ok && done.error.code !== 'precondition_failed') {
      log.info('The connections that are due were not synced', { why: done.error.message });
    }
  }, every);
}
