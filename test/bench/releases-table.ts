import { clickToPainted, openPage } from './browser-page.ts';
import { scrollTraced } from './frame-trace.ts';
import { percentile } from './stage.ts';
import type { Measure } from './stage.ts';

const aFrame = 16.7;
const rounds = 9;
/** Some three hundred frames. */
const pixels = 27_000;

/**
 * The releases of a big workspace in a browser: from the click on Releases to its first rows painted,
 * and the work of each frame while they are scrolled; beside a bare list of as many rows.
 */
export async function releasesTable(path: string, count: number): Promise<Measure[]> {
  const { page, close } = await openPage(path);
  const rail = page.getByRole('navigation', { name: 'Main' });
  const row = '[role="grid"] [data-index]';
  const clicks: number[] = [];
  let first = 0;
  for (let round = 0; round < rounds + 1; round += 1) {
    await rail.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    // What the screen before still asks for is not of this click.
    await page.waitForTimeout(300);
    const took = await clickToPainted(page, rail.getByRole('link', { name: /^Releases/ }), row);
    if (round === 0) first = took;
    else clicks.push(took);
  }
  await page.waitForTimeout(1_000);
  // The first frames warm the compiler up on both sides.
  await scrollTraced(page, '[role="grid"]', pixels);
  const ours = await scrollTraced(page, '[role="grid"]', pixels);
  await page.evaluate(showBareList, count);
  await scrollTraced(page, '#bare', pixels);
  const bare = await scrollTraced(page, '#bare', pixels);
  await close();
  const click = percentile(clicks, 0.5);
  const [mine, theirs] = [percentile(ours.work, 0.95), percentile(bare.work, 0.95)];
  const late = ours.gaps.filter((gap) => gap > aFrame * 1.5).length;
  const lateBare = bare.gaps.filter((gap) => gap > aFrame * 1.5).length;
  return [
    {
      name: `releases table of ${count}, click to first rows, median of ${rounds}`,
      ours: `${click.toFixed(0)} ms`,
      peer: `the first time, with its code and all rows to be read, ${first.toFixed(0)} ms`,
      ratio: click / 100,
      bar: 'at most 100 ms',
      met: click <= 100,
    },
    {
      name: `releases table of ${count}, work of a frame while scrolling, p95 of ${ours.work.length}`,
      ours: `${mine.toFixed(1)} ms, ${late} late`,
      peer: `bare list ${theirs.toFixed(1)} ms, ${lateBare} late`,
      ratio: mine / aFrame,
      bar: `at most ${aFrame} ms`,
      met: mine <= aFrame,
    },
  ];
}

/** Runs in the page: a list that draws nothing but the rows in sight, each with two lines of text. */
function showBareList(count: number): void {
  const height = 52;
  const list = document.createElement('div');
  list.id = 'bare';
  list.style.cssText = 'position:fixed;inset:0;overflow:auto;background:white;z-index:99';
  const all = document.createElement('div');
  all.style.cssText = `position:relative;height:${count * height}px`;
  list.append(all);
  document.body.append(list);
  const draw = () => {
    const from = Math.floor(list.scrollTop / height);
    const shown = Math.ceil(list.clientHeight / height) + 8;
    all.replaceChildren(
      ...Array.from({ length: Math.min(shown, count - from) }, (_, offset) => {
        const row = document.createElement('div');
        row.style.cssText = `position:absolute;top:${(from + offset) * height}px;height:${height}px`;
        row.textContent = `Release ${from + offset}`;
        row.append(document.createElement('br'), `R-${from + offset} · minor · Planning`);
        return row;
      }),
    );
  };
  list.addEventListener('scroll', draw);
  draw();
}
