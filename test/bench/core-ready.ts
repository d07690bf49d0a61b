import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { percentile } from './stage.ts';
import type { Measure } from './stage.ts';

/** Process start to the list of releases answered, on the big workspace and on an empty one in turn. */
export function coreReady(folder: string, big: string, empty: string, rounds: number): Measure {
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < rounds + 1; round += 1) {
    const a = timeStart(folder, empty);
    const b = timeStart(folder, big);
    // The first pair reads the files from the disk for the first time.
    if (round === 0) continue;
    peer.push(a);
    ours.push(b);
  }
  const [mine, theirs] = [percentile(ours, 0.5), percentile(peer, 0.5)];
  return {
    name: `core ready, ${rounds} starts of each, median`,
    ours: `${mine.toFixed(0)} ms`,
    peer: `empty workspace ${theirs.toFixed(0)} ms`,
    ratio: mine / theirs,
    bar: 'at most 1.3',
    met: mine / theirs <= 1.3,
  };
}

function timeStart(folder: string, path: string): number {
  const started = performance.now();
  const child = spawnSync(process.execPath, [join(import.meta.dirname, 'ready.ts'), folder, path], {
    encoding: 'utf8',
  });
  const took = performance.now() - started;
  if (child.status !== 0) throw new Error(child.stderr);
  return took;
}
