import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import { word } from '../reading/place.ts';

const statuses = new Map<string, RunStatus>([
  ['created', 'queued'],
  ['waiting_for_resource', 'queued'],
  ['preparing', 'queued'],
  ['waiting_for_callback', 'queued'],
  ['pending', 'queued'],
  ['scheduled', 'queued'],
  ['running', 'running'],
  ['canceling', 'running'],
  ['success', 'succeeded'],
  ['failed', 'failed'],
  ['canceled', 'cancelled'],
  ['skipped', 'skipped'],
]);

/** A pipeline: `manual` waits for somebody to press its blocking job. */
export function pipelineStatus(raw: string | null | undefined): RunStatus {
  return word(raw) === 'manual' ? 'needs-approval' : (statuses.get(word(raw)) ?? 'unknown');
}

/** A job: a manual one that may be left out is skipped until somebody starts it. */
export function jobStatus(raw: string | null | undefined, mayFail: boolean): RunStatus {
  return word(raw) === 'manual' && mayFail ? 'skipped' : pipelineStatus(raw);
}

/** A deployment: blocked by approvals, or created with some of them outstanding. */
export function deploymentStatus(raw: string | null | undefined, outstanding: number): RunStatus {
  const said = word(raw);
  if (said === 'blocked' || (said === 'created' && outstanding > 0)) return 'needs-approval';
  return statuses.get(said) ?? 'unknown';
}
