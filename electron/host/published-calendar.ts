import type { App, Log } from '#core/platform.ts';
import type { Topic } from '#shared/contract/procedure.ts';

/** What the published calendar tells of; `workspace` is another one that was opened. */
const told: readonly Topic[] = [
  ...(['releases', 'windows', 'environments', 'gates', 'approvals'] as const),
  ...(['checklists', 'pipelines', 'workspace', 'views'] as const),
];

/** Changes come in bursts: the file is written when it has been quiet for so long. */
const quiet = 2_000;
/** Whoever works without a pause puts it off so often, and no longer. */
const mostDelays = 20;

/**
 * Has the core write the published calendar after changes, and once at the start for those of the
 * last time. A failure is told on the screens, and tried again with the next change. Gives back how
 * to stop.
 */
export function publishedCalendar(app: App, log: Log, wait = quiet): () => void {
  let timer: NodeJS.Timeout | undefined;
  let delays = 0;
  let stopped = false;

  async function write(): Promise<void> {
    timer = undefined;
    delays = 0;
    const done = await app.call('calendar.publishDue', {});
    if (!done.ok) log.info('The calendar was not published', { why: done.error.message });
  }

  function soon(): void {
    if (stopped || delays >= mostDelays) return;
    clearTimeout(timer);
    delays += 1;
    timer = setTimeout(() => void write(), wait);
    // Nothing is kept running for it: what is left is written at the next start.
    timer.unref();
  }

  const leave = app.subscribe((event) => {
    if (event.type === 'changed' && event.topics.some((topic) => told.includes(topic))) soon();
  });
  soon();
  return () => {
    stopped = true;
    clearTimeout(timer);
    leave();
  };
}
