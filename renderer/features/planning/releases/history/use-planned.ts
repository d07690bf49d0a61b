import { useMemo } from 'react';
import { useProcedure } from '../../../../api/useProcedure.ts';
import type { Planned } from './page-words.ts';

/** The tasks of a release and the releases it depends on, as they are called now. */
export function usePlanned(releaseId: string): Planned {
  const plan = useProcedure('tasks.list', { releaseId }).data;
  const dependencies = useProcedure('dependencies.list', { releaseId }).data;
  const parent = useProcedure('releases.family', { id: releaseId }).data?.parent;
  return useMemo(() => {
    const tasks = plan?.tasks.map(({ id, title }) => [id, title] as const) ?? [];
    const releases = dependencies?.needs.map(
      ({ targetReleaseId, target }) => [targetReleaseId ?? '', target?.name ?? ''] as const,
    );
    const above = parent ? [[parent.id, parent.name] as const] : [];
    return new Map([...tasks, ...(releases ?? []), ...above]);
  }, [plan, dependencies, parent]);
}
