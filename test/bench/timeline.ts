import { openPage } from './browser-page.ts';
import { scrollTraced } from './frame-trace.ts';
import { percentile } from './stage.ts';
import type { Measure } from './stage.ts';

const aFrame = 16.7;
const mostNodes = 1_500;
/** Some two hundred frames each way. */
const pixels = 18_000;
const chart = '[aria-label="Timeline"]';

/**
 * The timeline of a big workspace in a browser: the work of each frame while it is scrolled through
 * rows and through time, and how many nodes its page has at most meanwhile.
 */
export async function timeline(path: string, count: number): Promise<Measure[]> {
  const { page, close } = await openPage(path);
  await page.evaluate(() => {
    location.hash = '#/calendar/timeline?zoom=month';
  });
  await page.locator(`${chart} canvas`).first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(2_000);
  const measures: Measure[] = [];
  let nodes = 0;
  for (const way of ['rows', 'time'] as const) {
    const axis = way === 'rows' ? 'y' : 'x';
    // The first frames warm the compiler up.
    await scrollTraced(page, chart, pixels / 3, axis);
    const { work, gaps } = await scrollTraced(page, chart, pixels, axis);
    nodes = Math.max(nodes, await page.evaluate(() => document.querySelectorAll('*').length));
    const mine = percentile(work, 0.95);
    const late = gaps.filter((gap) => gap > aFrame * 1.5).length;
    measures.push({
      name: `timeline of ${count}, work of a frame while scrolling through ${way}, p95 of ${work.length}`,
      ours: `${mine.toFixed(1)} ms, ${late} late`,
      peer: `median ${percentile(work, 0.5).toFixed(1)} ms`,
      ratio: mine / aFrame,
      bar: `at most ${aFrame} ms`,
      met: mine <= aFrame,
    });
  }
  await close();
  measures.push({
    name: `timeline of ${count}, nodes of its page`,
    ours: String(nodes),
    peer: `one a bar would be ${count}`,
    ratio: nodes / mostNodes,
    bar: `at most ${mostNodes}`,
    met: nodes <= mostNodes,
  });
  return measures;
}
