import type { ImportWarning, RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedRollout, NormalisedRow } from '#shared/model/delivery/rows.ts';
import { rollouts as argoRollouts } from '../argo-cd/rollout.ts';
import { isRecord, kindOfValue } from '../record.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankRollout, keyFrom } from '../reading/blank-rows.ts';
import { placeAt, storable, type Place } from '../reading/place.ts';
import { imagesOf, newest, textAt } from './objects.ts';
import { isPod, readPod, stuckPodOf } from './pods.ts';
import type { Resource } from './resources.ts';
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
      if (assumed === null && argoRollouts.isRow(value)) return true;
      const kind = kindOf(value);
      return kind !== null && (assumed === null || kind === assumed);
    },
    read(value, place, all) {
      // Mixed lists are told apart by each object's own word, whatever the answer is called.
      if (isPod(value)) return all.every(isPod) ? readPod(value, place) : [];
      if (argoRollouts.isRow(value)) return argoRollouts.read(value, place, all);
      const kind = typeof value['kind'] === 'string' ? kindOf(value) : (assumed ?? kindOf(value));
      if (kind !== null) return readWorkload(kind, value, place, all);
      const said =
        typeof value['kind'] === 'string' ? `“${value['kind'].slice(0, 60)}”` : 'neither';
      place.warn('', `expected ${workloadKinds.join(', ')} or Pod, found ${said}`);
      return [];
    },
  };
}

/**
 * The roll-outs in a list of one kind, whose items need not say it; what is none is left out with its
 * place there.
 */
export function rolloutsIn(kind: Resource['kind'], list: readonly unknown[]) {
  const warnings: ImportWarning[] = [];
  const rows = list.flatMap((raw, n): NormalisedRow[] => {
    const place = placeAt(`items[${n}]`, warnings);
    if (!isRecord(raw)) {
      place.warn('', `expected a ${kind}, found ${kindOfValue(raw)}`);
      return [];
    }
    if (kind === 'Rollout') return argoRollouts.read(raw, place, []);
    return readWorkload(kind, raw, place, []);
  });
  return { rows: rows.filter((row): row is NormalisedRollout => row.kind === 'rollout'), warnings };
}

function readWorkload(
  kind: WorkloadKind,
  value: Record<string, unknown>,
  place: Place,
  all: readonly Record<string, unknown>[],
): NormalisedRow[] {
  const found = shaped(workload, value, place, `the ${kind}`);
  if (found === null || (kind === 'Job' && isScheduled(found))) return [];
  const { name, namespace } = found.metadata;
  const revision = revisionOf(kind, found);
  const externalId = keyFrom(place, namespace, kind, name, revision);
  if (externalId === null) return [];
  const { status, said } = standingOf(kind, found);
  const beside = asksWhy(status) ? [...podsBeside(value), ...all.filter(isPod)] : [];
  const why = stuckPodOf(found, beside);
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

/** Whether pods that cannot start say why it stands there; of what is over or waits they say nothing. */
export function asksWhy(status: RunStatus): boolean {
  return status === 'running' || status === 'failed';
}

/** A job that a CronJob starts again and again brings nothing out. */
function isScheduled({ metadata }: Workload): boolean {
  return (metadata.ownerReferences ?? []).some(({ kind }) => kind === 'CronJob');
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
