import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import { word } from '../reading/place.ts';
import { conditionOf } from './objects.ts';
import { counted, type Workload } from './workloads.ts';

/** Where a workload is, and the words it was seen from. */
export type Standing = { status: RunStatus; said: string };

export const workloadKinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'] as const;
export type WorkloadKind = (typeof workloadKinds)[number];

/** The same order as `kubectl rollout status`. */
export function standingOf(kind: WorkloadKind, found: Workload): Standing {
  switch (kind) {
    case 'Deployment':
      return ofDeployment(found);
    case 'StatefulSet':
      return ofStatefulSet(found);
    case 'DaemonSet':
      return ofDaemonSet(found);
    case 'Job':
      return ofJob(found);
  }
}

function ofDeployment(found: Workload): Standing {
  const { spec, status } = found;
  if (!status || isBehind(found)) return unobserved;
  const wanted = spec?.replicas ?? 1;
  const updated = counted(status.updatedReplicas);
  const available = counted(status.availableReplicas);
  const isComplete =
    updated >= wanted && counted(status.replicas) <= updated && available >= updated;
  const progressing = conditionOf(status.conditions, 'progressing');
  const said = progressing?.reason || `${updated} of ${wanted} updated, ${available} available`;
  if (spec?.paused === true && !isComplete) return { status: 'needs-approval', said: 'paused' };
  if (word(progressing?.reason) === 'progressdeadlineexceeded') return { status: 'failed', said };
  return { status: isComplete ? 'succeeded' : 'running', said };
}

function ofStatefulSet(found: Workload): Standing {
  const { spec, status } = found;
  if (word(spec?.updateStrategy?.type) === 'ondelete') return manual;
  if (!status || isBehind(found)) return unobserved;
  const wanted = spec?.replicas ?? 1;
  const ready = counted(status.readyReplicas);
  const updated = counted(status.updatedReplicas);
  const partition = counted(spec?.updateStrategy?.rollingUpdate?.partition);
  const said = `${updated} of ${wanted} updated, ${ready} ready`;
  if (ready < wanted) return { status: 'running', said };
  if (partition > 0) {
    return { status: updated >= wanted - partition ? 'succeeded' : 'running', said };
  }
  const isMoving = word(status.updateRevision) !== word(status.currentRevision);
  return { status: isMoving ? 'running' : 'succeeded', said };
}

function ofDaemonSet(found: Workload): Standing {
  const { spec, status } = found;
  if (word(spec?.updateStrategy?.type) === 'ondelete') return manual;
  // The count of nodes is always written once the controller has looked: without it, it has not.
  if (!status || isBehind(found) || typeof status.desiredNumberScheduled !== 'number') {
    return unobserved;
  }
  const wanted = status.desiredNumberScheduled;
  const updated = counted(status.updatedNumberScheduled);
  const available = counted(status.numberAvailable);
  const isComplete = updated >= wanted && available >= wanted;
  return {
    status: isComplete ? 'succeeded' : 'running',
    said: `${updated} of ${wanted} updated, ${available} available`,
  };
}

function ofJob({ spec, status }: Workload): Standing {
  const holds = (type: string) => conditionOf(status?.conditions, type, 'true');
  const complete = holds('complete');
  if (complete) return { status: 'succeeded', said: 'Complete' };
  const failed = holds('failed');
  if (failed) return { status: 'failed', said: failed.reason || 'Failed' };
  if (spec?.suspend === true || holds('suspended')) {
    return { status: 'needs-approval', said: 'Suspended' };
  }
  const active = counted(status?.active);
  return { status: active > 0 ? 'running' : 'queued', said: `${active} active` };
}

const unobserved: Standing = { status: 'queued', said: 'not yet observed' };
const manual: Standing = { status: 'unknown', said: 'manual' };

/** The controller has not yet seen the last change. */
function isBehind({ metadata, status }: Workload): boolean {
  return counted(metadata.generation) > counted(status?.observedGeneration);
}
