import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { caller, startHost } from '../support/running-host.ts';
import { percentile } from './stage.ts';
import type { Measure } from './stage.ts';

/**
 * What the browser host adds to a call: the smallest query over its loopback server, there and back,
 * one after the other as a page asks; in turn with a server that only reads and answers.
 */
export async function roundTrip(path: string, count: number): Promise<Measure> {
  const host = await startHost('--workspace', path);
  const echo = fork(join(import.meta.dirname, 'echo.ts'));
  const [port] = await once(echo, 'message');
  const agent = new Agent({ keepAlive: true });
  const bare = caller(new URL(`http://127.0.0.1:${port}/#token=none`), agent);
  const ours: number[] = [];
  const peer: number[] = [];
  for (let turn = 0; turn < count + 500; turn += 1) {
    const a = performance.now();
    await bare('progress.list', {});
    const b = performance.now();
    await host.call('progress.list', {});
    const c = performance.now();
    // The first turns warm all sides up.
    if (turn < 500) continue;
    peer.push(b - a);
    ours.push(c - b);
  }
  agent.destroy();
  echo.kill();
  await host.stop();
  const [mine, theirs] = [percentile(ours, 0.95), percentile(peer, 0.95)];
  return {
    name: `round trip of the host, ${count} calls, p95`,
    ours: `${mine.toFixed(3)} ms`,
    peer: `bare server ${theirs.toFixed(3)} ms`,
    ratio: mine / theirs,
    bar: 'at most 1 ms',
    met: mine <= 1,
  };
}
