import type { PipelineRun } from '#shared/model/delivery/pipelines.ts';
import { newestRun, sameCommit } from './commit-runs.ts';

type Built = { service: string; commit: string };

/** The workflows whose newest run of a component's commit failed, required at a gate or not. */
export function failedRuns(
  components: readonly Built[],
  runs: readonly PipelineRun[],
): { name: string; text: string }[] {
  return components.flatMap(({ service, commit }) => {
    const ofCommit = runs.filter((run) => sameCommit(run.commit, commit));
    const workflows = Map.groupBy(ofCommit, (run) =>
      JSON.stringify([run.connectionId, run.workflow]),
    );
    return [...workflows.values()].flatMap((attempts) => {
      if (newestRun(attempts)?.status !== 'failed') return [];
      const name = attempts[0]?.workflowName ?? '';
      return {
        name: name === '' ? 'A pipeline' : name,
        text: `failed for ${service} at ${commit}`,
      };
    });
  });
}
