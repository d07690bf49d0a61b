import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { PendingDeployment } from './schema.ts';

export type MappedStatus = { status: RunStatus; warnings: boolean };

const notFinished = new Map<string, RunStatus>([
  ['queued', 'queued'],
  ['requested', 'queued'],
  // Held by a concurrency group: a lock, not a person.
  ['pending', 'queued'],
  ['in_progress', 'running'],
]);

const finished = new Map<string, RunStatus>([
  ['success', 'succeeded'],
  // GitHub counts neutral as passing. It is no warning: nobody needs to acknowledge it, and the raw
  // word is kept and shown.
  ['neutral', 'succeeded'],
  ['failure', 'failed'],
  ['timed_out', 'failed'],
  ['startup_failure', 'failed'],
  ['cancelled', 'cancelled'],
  ['stale', 'cancelled'],
  ['skipped', 'skipped'],
  // A first-time contributor's run from a fork waits for a maintainer.
  ['action_required', 'needs-approval'],
]);

/**
 * GitHub's two words for a run as one status. The conclusion counts only when the run is completed;
 * any word not known, in either place, is `unknown`, never `succeeded`. Actions has no "succeeded
 * with warnings", so `warnings` is always false.
 * `pending` are the deployments a waiting run is held by, undefined when not asked for.
 */
export function mapRunStatus(
  rawStatus: string | null,
  rawConclusion: string | null,
  pending?: readonly PendingDeployment[],
): MappedStatus {
  return { status: statusOf(word(rawStatus), word(rawConclusion), pending), warnings: false };
}

function statusOf(
  status: string,
  conclusion: string,
  pending: readonly PendingDeployment[] = [],
): RunStatus {
  if (status === 'completed') return finished.get(conclusion) ?? 'unknown';
  if (status === 'waiting') {
    const forPerson = pending.some(({ reviewers }) => (reviewers?.length ?? 0) > 0);
    return forPerson ? 'needs-approval' : 'queued';
  }
  return notFinished.get(status) ?? 'unknown';
}

function word(raw: string | null): string {
  return (raw ?? '').trim().toLowerCase();
}
