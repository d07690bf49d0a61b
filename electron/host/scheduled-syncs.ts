import type { App, Log } from '#core/platform.ts';

const pause = 60_000;

/**
 * Asks the core from time to time to sync the connections that are due; the next question waits for
 * the answer. A failure is told on the connection. Gives back how to stop.
 */
export function scheduledSyncs(app: App, log: Log, every = pause): () => void {
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(() => void ask().finally(wait), every);
    // Nothing is kept running for it.
    timer.unref();
  };
  async function ask(): Promise<void> {
    const done = await app.call('connections.syncDue', {});
    if (!done.ok && done.error.code !== 'precondition_failed') {
      log.info('The connections that are due were not synced', { why: done.error.message });
    }
  }
  wait();
  return () => clearTimeout(timer);
}
