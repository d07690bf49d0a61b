import type { Store } from '#core/database/store.ts';
import type { PathRun } from '#shared/model/delivery/paths.ts';
import { runsOfCommits } from '../pipelines/index.ts';

/** The newest attempt of the newest run of each workflow for a commit, by its name. */
export function newestRunsOf(store: Store, commit: string | null): PathRun[] {
  if (commit === null) return [];
  const newest = new Map<string, ReturnType<typeof runsOfCommits>[number]>();
  for (const run of runsOfCommits(store, [commit])) {
    const key = `${run.connectionId}\n${run.workflow}`;
    const known = newest.get(key);
    if (known === undefined || orderOf(known) < orderOf(run)) newest.set(key, run);
  }
  return [...newest.values()]
    .map(({ id, connectionId, workflow, workflowName, attempt, status, url }) => ({
      ...{ id, connectionId, attempt, status, url },
      name: workflowName === '' ? workflow : workflowName,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

function orderOf(run: { createdAt: string | null; attempt: number }): string {
  return `${run.createdAt ?? ''} ${String(run.attempt).padStart(6, '0')}`;
}
