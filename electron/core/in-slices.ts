import { setImmediate } from 'node:timers/promises';
import type { RunningProgress } from './context.ts';

/**
 * Goes through a long list a slice at a time: between two slices others of the core get their turn,
 * it is told how far this has come, and whoever cancelled is heard.
 */
export async function mapInSlices<T, R>(
  items: readonly T[],
  map: (item: T) => R,
  { signal, report }: Pick<RunningProgress, 'signal' | 'report'>,
  slice: number,
): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) {
    results.push(map(item));
    if (results.length % slice !== 0) continue;
    report(results.length, items.length);
    await setImmediate();
    signal.throwIfAborted();
  }
  return results;
}
