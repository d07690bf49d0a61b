import type { Output } from '#shared/contract/index.ts';
import type { SyncState } from '../../components/OfflineDot.tsx';
import { timeText } from '../../components/when-text.ts';

type Connections = Output<'connections.list'>;

/** One line on how fresh the pipelines are; undefined while there is no connection to speak of. */
export function syncState(
  connections: Connections,
  running: boolean,
  zone: string,
): SyncState | undefined {
  if (connections.length === 0) return undefined;
  const newest = connections
    .map(({ state }) => state.lastSuccessAt)
    .filter((at) => at !== null)
    .toSorted()
    .at(-1);
  const when = newest === undefined ? 'not synced yet' : `synced ${timeText(newest, zone)}`;
  if (running) return { state: 'syncing', text: `Working · ${when}` };
  const failing = connections.filter(({ state }) => state.lastError !== null).length;
  if (failing === 0) return { state: 'online', text: `Pipelines ${when}` };
  return { state: 'trouble', text: `${failing} failing · ${when}` };
}
