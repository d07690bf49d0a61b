import type { Output } from '#shared/contract/index.ts';
import type { SyncState } from '../../components/OfflineDot.tsx';
import { relativeText } from '../../components/when-text.ts';

type Connections = Output<'connections.list'>;

/**
 * One line on how fresh the pipelines are; undefined while there is no connection to speak of.
 * `lost` is about the core itself, which then cannot tell any more.
 */
export function syncState(
  connections: Connections,
  running: boolean,
  lost: boolean,
  now: string,
): SyncState | undefined {
  if (lost) return { state: 'offline', text: 'No connection to Slipway' };
  if (connections.length === 0) return undefined;
  const newest = connections
    .map(({ state }) => state.lastSuccessAt)
    .filter((at) => at !== null)
    .toSorted()
    .at(-1);
  const when = newest === undefined ? 'not synced yet' : `synced ${relativeText(newest, now)}`;
  if (running) return { state: 'syncing', text: `Working · ${when}` };
  const failing = connections.filter(({ state }) => state.lastError !== null).length;
  if (failing === 0) {
    return { state: newest === undefined ? 'waiting' : 'online', text: `Pipelines ${when}` };
  }
  return { state: 'trouble', text: `${failing} failing · ${when}` };
}
