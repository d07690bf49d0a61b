import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { isRecord } from '../record.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankRollout, keyFrom } from '../reading/blank-rows.ts';
import { storable, type Place } from '../reading/place.ts';
import { imagesOf, newest, textAt } from './objects.ts';
import { isPod, readPod, stuckPodOf } from './pods.ts';
import { standingOf, workloadKinds, type WorkloadKind } from './status.ts';
import { workload, type Workload } from './workloads.ts';

/** The kind an object says it is, or the one its shape shows: items of a list may lack theirs. */
function kindOf(value: Record<string, unknown>): WorkloadKind | null {
  const said = value['kind'];
  if (typeof said === 'string') return workloadKinds.find((kind) => kind === said) ?? null;
  const spec = isRecord(value['spec']) ? value['spec'] : {};
  const status = isRecord(value['status']) ? value['status'] : {};
  if (!isRecord(value['metadata']) || 'containers' in spec) return null;
  if ('desiredNumberScheduled' in status) return 'DaemonSet';
  if ('serviceName' in spec || 'volumeClaimTemplates' in spec || 'currentRevision' in status) {
    return 'StatefulSet';
  }
  if ('completions' in spec || 'backoffLimit' in spec || 'suspend' in spec) return 'Job';
  if ('replicas' in spec || 'strategy' in spec) return 'Deployment';
  return 'updateStrategy' in spec ? 'DaemonSet' : null;
}

function answer(kinds: AnswerKind['kinds'], assumed: WorkloadKind | null): AnswerKind {
  return {
    kinds,
    listAt: ['items'],
    isRow: (value) => {
      const kind = kindOf(value);
      return kind !== null && (assumed === null || kind === assumed);
    },
    read(value, place, all) {
      // Mixed lists are told apart by each object's own word, whatever the answer is called.
      if (isPod(value)) return all.every(isPod) ? readPod(value, place) : [];
      const kind = typeof value['kind'] === 'string' ? kindOf(value) : (assumed ?? kindOf(value));
      if (kind !== null) return readWorkload(kind, value, place, all);
      const said =
        typeof value['kind'] === 'string' ? `“${value['kind'].slice(0, 60)}”` : 'neither';
      place.warn('', `expected ${workloadKinds.join(', ')} or Pod, found ${said}`);
      return [];
    },
  };
}

function readWorkload(
  kind: WorkloadKind,
  value: Record<string, unknown>,
  place: Place,
  all: readonly Record<string, unknown>[],
): NormalisedRow[] {
  const found = shaped(workload, value, place, `the ${kind}`);
  if (found === null) return [];
  const { name, namespace } = found.metadata;
  const revision = revisionOf(kind, found);
  const externalId = keyFrom(place, namespace, kind, name, revision);
  if (externalId === null) return [];
  const { status, said } = standingOf(kind, found);
  const why = stuckPodOf(found, [...podsBeside(value), ...all.filter(isPod)]);
  const message = found.status?.conditions?.find((each) => each.reason === said)?.message;
  return [
    {
      ...blankRollout,
      externalId,
      status,
      warnings: why !== null && status === 'running',
      rawStatus: storable(said),
      rawResult: why,
      objectKind: kind,
      name: storable(name) ?? '',
      namespace: storable(namespace) ?? '',
      revision,
      images: imagesOf(found.spec?.template),
      note: [why, storable(message)].filter((part) => part).join(': '),
      updatedAt: place.date('status.conditions', newest(found.status?.conditions)),
    },
  ];
}

/** Not of the object itself: an export may put a workload's pods beside it. */
function podsBeside(value: Record<string, unknown>): readonly unknown[] {
  const beside = value['pods'];
  const list: unknown = isRecord(beside) ? beside['items'] : beside;
  return Array.isArray(list) ? list : [];
}

function revisionOf(kind: WorkloadKind, { metadata, status }: Workload): string | null {
  if (kind === 'Deployment') {
    return textAt(metadata.annotations, 'deployment.kubernetes.io/revision');
  }
  if (kind === 'Job') return null;
  return (
    storable(status?.updateRevision) ||
    textAt(metadata.labels, 'controller-revision-hash') ||
    textAt(metadata.annotations, 'deprecated.daemonset.template.generation')
  );
}

export const rolloutAnswers: readonly AnswerKind[] = [
  answer(['deployments', 'deployment'], 'Deployment'),
  answer(['statefulsets', 'statefulset'], 'StatefulSet'),
  answer(['daemonsets', 'daemonset'], 'DaemonSet'),
  answer(['jobs', 'job'], 'Job'),
  answer(['rollout', 'rollouts'], null),
];
