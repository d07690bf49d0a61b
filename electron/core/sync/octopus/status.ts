import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { MappedStatus } from '../reading/blank-rows.ts';
import { word } from '../reading/place.ts';

const states = new Map<string, RunStatus>([
  ['queued', 'queued'],
  ['executing', 'running'],
  ['cancelling', 'running'],
  ['success', 'succeeded'],
  ['failed', 'failed'],
  ['timedout', 'failed'],
  ['interrupted', 'failed'],
  ['canceled', 'cancelled'],
]);

export type TaskWords = {
  State?: string | null | undefined;
  IsCompleted?: boolean | null | undefined;
  HasPendingInterruptions?: boolean | null | undefined;
  HasWarningsOrErrors?: boolean | null | undefined;
};

/** A task's state; what waits for a person does so only until the task is over. */
export function taskStatus(task: TaskWords): MappedStatus {
  const status = states.get(word(task.State)) ?? 'unknown';
  const goesOn = status === 'queued' || status === 'running';
  const isCompleted = task.IsCompleted ?? !goesOn;
  if (task.HasPendingInterruptions === true && !isCompleted) {
    return { status: 'needs-approval', warnings: false };
  }
  const complains = task.HasWarningsOrErrors === true;
  return { status, warnings: complains && (status === 'succeeded' || status === 'running') };
}
