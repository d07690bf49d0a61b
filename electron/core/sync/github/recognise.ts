import { isRecord } from '../record.ts';
import { rawRuns, runsIn } from './normalise-runs.ts';

/** Keys only a run has beside its id: a job has no workflow_id, a deployment no run number. */
const runKeys = ['workflow_id', 'run_attempt', 'head_sha', 'run_started_at'];

/** True for a value with the shape of a workflow run, whatever is wrong with its fields. */
export function looksLikeRun(value: unknown): boolean {
  if (!isRecord(value) || !('id' in value) || 'run_id' in value) return false;
  return runKeys.some((key) => key in value) && ('status' in value || 'conclusion' in value);
}

/** True for runs in any shape `normaliseRuns` reads. An empty list is one: no runs. */
export function looksLikeRuns(payload: unknown): boolean {
  if (runsIn(payload)) return true;
  if (!Array.isArray(payload)) return looksLikeRun(payload);
  return (
    payload.length === 0 ||
    rawRuns(payload).some(({ raw }) => looksLikeRun(raw)) ||
    payload.every(isPage)
  );
}

function isPage(value: unknown): boolean {
  return runsIn(value) !== null;
}
