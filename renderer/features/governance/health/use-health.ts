import { useMemo } from 'react';
import type { ExecutionHealth } from '#shared/model/governance/health.ts';
import { useProcedure } from '../../../api/useProcedure.ts';

/** How the work on these releases goes, each by its id; asked for only while somebody looks at it. */
export function useHealth(releaseIds: readonly string[]): ReadonlyMap<string, ExecutionHealth> {
  const { data } = useProcedure(
    'health.list',
    { releaseIds: [...releaseIds] },
    { enabled: releaseIds.length > 0, keepPrevious: true },
  );
  return useMemo(() => new Map((data ?? []).map((one) => [one.releaseId, one])), [data]);
}
