import type { App, Log } from '#core/platform.ts';
import { fromTimeToTime } from './from-time-to-time.ts';

const pause = 5 * 60_000;

/**
 * Asks the core from time to time whether a backup is due. A failure is told on the screens, and tried
 * again with the next question. Gives back how to stop.
 */
export function scheduledBackups(app: App, log: Log, every = pause): () => void {
  return fromTimeToTime(async () => {
    const done = await app.call('backups.makeDue', {});
    if (!done.ok) log.info('The scheduled backup was not made', { why: done.error.message });
  }, every);
}
