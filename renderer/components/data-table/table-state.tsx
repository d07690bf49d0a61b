import { ErrorPanel } from '../ErrorPanel.tsx';
import type { TableState } from './table-types.ts';

type Asked = { data: unknown; refetch: () => Promise<unknown> };
/** What failed, why, and what to copy of it. */
type Failed = { what: string; why: string; details: string };

/**
 * How a table stands by the query behind it, with what is said where that failed; rows that are there
 * stay while it is asked again.
 */
export function tableState({ data, refetch }: Asked, failed: Failed | null): TableState {
  if (data !== undefined) return { kind: 'ready' };
  if (failed === null) return { kind: 'loading' };
  return { kind: 'failed', panel: <ErrorPanel {...failed} onRetry={() => void refetch()} /> };
}
