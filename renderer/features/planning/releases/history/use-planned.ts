import { useMemo } from 'react';
import { useProcedure } from '../../../../api/useProcedure.ts';
import type { Planned } from './page-words.ts';

/** The tasks of a release and the releases it depends on, as they are called now. */
export function usePlanned(releaseId: string): Planned {
  const plan = useProcedure('tasks.list', { releaseId }).data;
  const dependencies = useProcedure('dependencies.list', { releaseId }).data;
  return useMemo(() => {
    const tasks = plan?.tasks.map(({ id, title }) => [id, title] as const) ?? [];
    const releases = dependencies?.needs.map(
      ({ targetReleaseId, target }) => [targetReleaseId ?? '', target?.name ?? ''] as const,
    );
    return new Map([...tasks, ...(releases ?? [])]);
  }, [plan, dependencies]);
}
