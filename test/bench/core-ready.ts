import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { startHost } from '../support/running-host.ts';
import type { RunningHost } from '../support/running-host.ts';
import { percentile } from './stage.ts';
import type { Measure } from './stage.ts';

/**
 * Start of the browser host to the list of releases answered, over its loopback server, on the big
 * workspace and on an empty one in turn; each was closed cleanly before.
 */
export async function coreReady(big: string, empty: string, rounds: number): Promise<Measure> {
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < rounds + 1; round += 1) {
    const a = await timeStart(empty);
    const b = await timeStart(big);
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

/** The first start after a crash in the middle of work, milliseconds: it checks the whole file first. */
export async function readyAfterCrash(path: string): Promise<number> {
  const host = await startHost('--workspace', path);
  await actAsFirst(host);
  await host.call('people.save', { name: `Crashed ${randomBytes(4).toString('hex')}`, roles: [] });
  await host.crash();
  return timeStart(path);
}

async function timeStart(path: string): Promise<number> {
  const started = performance.now();
  const host = await startHost('--workspace', path);
  await host.call('releases.list', {});
  const took = performance.now() - started;
  await host.stop();
  return took;
}

/** Each host has a home of its own, where nobody is chosen yet. */
async function actAsFirst(host: RunningHost): Promise<void> {
  const everybody = z.object({ people: z.array(z.object({ id: z.string() })) });
  const [first] = everybody.parse(await host.call('people.list', {})).people;
  if (first === undefined) throw new Error('the workspace has no people');
  await host.call('workspace.actAs', { personId: first.id });
}
