import { build } from '../../scripts/build.ts';
import { buildBig, buildSmall } from './big-workspace.ts';
import { coreReady, readyAfterCrash } from './core-ready.ts';
import { firstScreen } from './first-screen.ts';
import { importFromFile, importRows } from './import.ts';
import { buildMany } from './many-releases.ts';
import { placement } from './placement.ts';
import { monthPaging } from './month-paging.ts';
import { pointEdit } from './point-edit.ts';
import { releasePage } from './release-page.ts';
import { releasesTable } from './releases-table.ts';
import { roundTrip } from './round-trip.ts';
import { lessonsOverTime } from './lessons.ts';
import { syncOfMany } from './sync.ts';
import { searchWhileTyping } from './search.ts';
import { benchFolder } from './stage.ts';
import type { Measure } from './stage.ts';
import { timeline } from './timeline.ts';
import { buildTimeline } from './timeline-workspace.ts';

/**
 * `npm run bench`: each measure beside a peer in the same run, as a ratio with its bar. A ratio that
 * misses its bar is printed as missed and ends the run with exit code 1; nothing here is a test.
 * `--quick` takes a tenth of the rows, to see that the benchmarks run.
 */
const quick = process.argv.includes('--quick');
const share = quick ? 0.1 : 1;
const { folder, remove } = benchFolder();
const measures: Measure[] = [];

function report(measure: Measure): void {
  const { name, ours, peer, ratio, bar, met } = measure;
  measures.push(measure);
  console.log(
    `${met ? 'met   ' : 'missed'}  ${name}: ${ours}, ${peer}; ratio ${ratio.toFixed(2)}, ${bar}`,
  );
}

try {
  // The starts are those of the built program.
  await build();
  report(importRows(folder, 100_000 * share));
  report(await importFromFile(folder, 100_000 * share, 'full'));
  report(await importFromFile(folder, 100_000 * share, 'short'));
  for (const measure of await syncOfMany(folder, 200 * share)) report(measure);
  const big = await buildBig(folder, 260_000 * share);
  console.log(`        workspace of ${big.megabytes} MB with ${big.rows} rows`);
  const empty = await buildSmall(folder, 'Empty.slipway');
  report(await pointEdit(folder, big.path, 3_000));
  report(await roundTrip(big.path, 3_000));
  report(await searchWhileTyping(folder, 50_000 * share));
  for (const measure of await lessonsOverTime(folder, 50_000 * share)) report(measure);
  report(await placement(folder, 100_000 * share));
  report(await coreReady(big.path, empty, 9));
  const crashed = await readyAfterCrash(big.path);
  console.log(
    `        after a crash the first start checks the file and takes ${crashed.toFixed(0)} ms`,
  );
  report(await firstScreen());
  const releases = 10_000 * share;
  const many = await buildMany(folder, releases);
  for (const measure of await releasesTable(many, releases)) report(measure);
  report(await releasePage(many));
  report(await monthPaging(folder, many, releases));
  const overTime = await buildTimeline(folder, 100_000 * share, Date.now());
  for (const measure of await timeline(overTime, 100_000 * share)) report(measure);
} finally {
  remove();
}
process.exitCode = measures.every(({ met }) => met) ? 0 : 1;
