import { startHost } from '../support/running-host.ts';
import { percentile } from './stage.ts';
import type { Measure } from './stage.ts';

/**
 * What the browser host adds to a call: the smallest query over its loopback server, there and back,
 * one after the other as a page asks. The bar is in milliseconds, so the ratio is to one.
 */
export async function roundTrip(path: string, count: number): Promise<Measure> {
  const host = await startHost('--workspace', path);
  const took: number[] = [];
  for (let turn = 0; turn < count + 500; turn += 1) {
    const started = performance.now();
    await host.call('workspace.state', {});
    // The first turns warm both sides up.
    if (turn >= 500) took.push(performance.now() - started);
  }
  await host.stop();
  const p95 = percentile(took, 0.95);
  return {
    name: `round trip of the host, ${count} calls, p95`,
    ours: `${p95.toFixed(3)} ms`,
    peer: `median ${percentile(took, 0.5).toFixed(3)} ms`,
    ratio: p95,
    bar: 'at most 1 ms',
    met: p95 <= 1,
  };
}
