import { z } from 'zod';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { isRecord } from '../record.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankRollout, keyFrom } from '../reading/blank-rows.ts';
import { text } from '../reading/fields.ts';
import { storable, word, type Place } from '../reading/place.ts';
import { conditions, metadata, newest } from './objects.ts';
import type { Workload } from './workloads.ts';

const container = z.object({
  state: z.object({ waiting: z.object({ reason: text, message: text }).nullish() }).nullish(),
});

const pod = z.object({
  metadata,
  spec: z.object({ containers: z.array(z.object({ image: text })).nullish() }).nullish(),
  status: z
    .object({
      phase: text,
      reason: text,
      conditions,
      containerStatuses: z.array(container).nullish(),
      initContainerStatuses: z.array(container).nullish(),
    })
    .nullish(),
});
type Pod = z.infer<typeof pod>;

const phases = new Map<string, RunStatus>([
  ['pending', 'queued'],
  ['running', 'running'],
  ['succeeded', 'succeeded'],
  ['failed', 'failed'],
]);

const stuck = [
  'imagepullbackoff',
  'errimagepull',
  'crashloopbackoff',
  'createcontainerconfigerror',
];

export function isPod(value: Record<string, unknown>): boolean {
  if (typeof value['kind'] === 'string') return value['kind'] === 'Pod';
  return isRecord(value['spec']) && 'containers' in value['spec'];
}

/** Pods beside their workloads only say why those do not get on; alone, each is a row. */
export const pods: AnswerKind = {
  kinds: ['pods', 'pod'],
  listAt: ['items'],
  isRow: isPod,
  read(value, place, all) {
    return all.every(isPod) ? readPod(value, place) : [];
  },
};

export function readPod(value: Record<string, unknown>, place: Place): NormalisedRow[] {
  const found = shaped(pod, value, place, 'the pod');
  if (found === null) return [];
  const { name, namespace } = found.metadata;
  const externalId = keyFrom(place, namespace, 'Pod', name);
  if (externalId === null) return [];
  const why = stuckIn(found);
  const status = phases.get(word(found.status?.phase)) ?? 'unknown';
  // It is still tried: the workload's deadline decides when that has failed.
  const isTried = why !== null && (status === 'queued' || status === 'running');
  return [
    {
      ...blankRollout,
      externalId,
      status: isTried ? 'running' : status,
      warnings: isTried,
      rawStatus: storable(found.status?.phase),
      rawResult: why,
      objectKind: 'Pod',
      name: storable(name) ?? '',
      namespace: storable(namespace) ?? '',
      images: (found.spec?.containers ?? [])
        .map(({ image }) => storable(image) ?? '')
        .filter((image) => image !== ''),
      note: why ?? storable(found.status?.reason) ?? '',
      updatedAt: place.date('status.conditions', newest(found.status?.conditions)),
    },
  ];
}

/** Why a pod of a workload cannot start, from the pods that are told beside it; null when none. */
export function stuckPodOf(found: Workload, beside: readonly unknown[]): string | null {
  const wanted = Object.entries(found.spec?.selector?.matchLabels ?? {});
  for (const each of beside) {
    const one = pod.safeParse(each).data;
    if (one === undefined || wanted.length === 0) continue;
    if ((one.metadata.namespace ?? '') !== (found.metadata.namespace ?? '')) continue;
    if (!wanted.every(([key, value]) => one.metadata.labels?.[key] === value)) continue;
    const why = stuckIn(one);
    if (why !== null) return why;
  }
  return null;
}

function stuckIn({ status }: Pod): string | null {
  const all = [...(status?.containerStatuses ?? []), ...(status?.initContainerStatuses ?? [])];
  const reasons = all.map(({ state }) => state?.waiting?.reason ?? '');
  return storable(reasons.find((reason) => stuck.includes(word(reason))));
}
