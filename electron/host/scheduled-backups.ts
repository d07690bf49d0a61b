import type { App, Log } from '#core/platform.ts';

const pause = 5 * 60_000;

/**
 * Asks the core from time to time whether a backup is due; the next question waits for the answer.
 * A failure is told on the screens, and tried again with the next question. Gives back how to stop.
 */
export function scheduledBackups(app: App, log: Log, every = pause): () => void {
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(() => void ask().finally(wait), every);
    // Nothing is kept running for it.
    timer.unref();
  };
  async function ask(): Promise<void> {
    const done = await app.call('backups.makeDue', {});
    if (!done.ok) log.info('The scheduled backup was not made', { why: done.error.message });
  }
  wait();
  return () => clearTimeout(timer);
}
