import { z } from 'zod';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import { isRecord } from '../record.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankRollout, keyFrom } from '../reading/blank-rows.ts';
import { flag, text } from '../reading/fields.ts';
import { storable, word } from '../reading/place.ts';

const loose = z.record(z.string(), z.unknown()).nullish();
const generation = z.union([z.int(), z.string().max(100)]).nullish();
const pause = z.object({ duration: z.union([z.number(), z.string()]).nullish() }).nullish();

const rollout = z.object({
  metadata: z.object({
    name: z.string().min(1).max(253),
    namespace: z.string().max(253).nullish(),
    generation,
    annotations: loose,
  }),
  spec: z
    .object({
      paused: flag,
      strategy: z
        .object({
          canary: z.object({ steps: z.array(z.object({ pause })).nullish() }).nullish(),
          blueGreen: z.object({ autoPromotionSeconds: z.number().nullish() }).nullish(),
        })
        .nullish(),
      template: z
        .object({
          spec: z.object({ containers: z.array(z.object({ image: text })).nullish() }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
  status: z
    .object({
      phase: text,
      message: text,
      abort: flag,
      observedGeneration: generation,
      workloadObservedGeneration: generation,
      currentStepIndex: z.int().nullish(),
      currentPodHash: text,
      pauseConditions: z.array(z.object({ reason: text })).nullish(),
      conditions: z.array(z.object({ type: text, status: text })).nullish(),
    })
    .nullish(),
});
type Rollout = z.infer<typeof rollout>;

/** An object of Argo Rollouts. */
export const rollouts: AnswerKind = {
  kinds: ['rollout', 'rollouts'],
  listAt: ['items'],
  isRow(value) {
    if (typeof value['kind'] === 'string') return value['kind'] === 'Rollout';
    const strategy = isRecord(value['spec']) ? value['spec']['strategy'] : undefined;
    return isRecord(strategy) && ('canary' in strategy || 'blueGreen' in strategy);
  },
  read(value, place) {
    const found = shaped(rollout, value, place, 'the rollout');
    if (found === null) return [];
    const { metadata, spec, status } = found;
    const revision = textIn(metadata.annotations, 'rollout.argoproj.io/revision');
    const externalId = keyFrom(place, metadata.namespace, 'Rollout', metadata.name, revision);
    if (externalId === null) return [];
    const paused = status?.pauseConditions?.[0]?.reason;
    const holding = (status?.conditions ?? []).map((each) => `${each.type}=${each.status}`);
    return [
      {
        ...blankRollout,
        externalId,
        status: rolloutStatus(found),
        rawStatus: storable(status?.phase ?? (holding.join(', ') || null)),
        objectKind: 'Rollout',
        name: storable(metadata.name) ?? '',
        namespace: storable(metadata.namespace) ?? '',
        revision: revision ?? storable(status?.currentPodHash),
        images: (spec?.template?.spec?.containers ?? [])
          .map(({ image }) => storable(image) ?? '')
          .filter((image) => image !== ''),
        note: storable(status?.message || paused) ?? '',
      },
    ];
  },
};

/** The first that fits, in the order of the provider facts. */
function rolloutStatus({ metadata, spec, status }: Rollout): RunStatus {
  const workload = textIn(metadata.annotations, 'rollout.argoproj.io/workload-generation');
  if (isBehind(status?.observedGeneration, metadata.generation)) return 'running';
  if (isBehind(status?.workloadObservedGeneration, workload)) return 'running';
  if (status?.abort === true) return 'failed';
  const phase = word(status?.phase);
  if (phase === 'degraded') return 'failed';
  if (phase === 'paused' || (status?.pauseConditions ?? []).length > 0) {
    return isTimed({ spec, status }) ? 'running' : 'needs-approval';
  }
  if (phase === 'progressing') return 'running';
  if (phase === 'healthy') return 'succeeded';
  if (phase !== '') return 'unknown';
  // Before 1.0 there was no phase.
  const is = (type: string, state: string) =>
    (status?.conditions ?? []).some(
      (each) => word(each.type) === type && word(each.status) === state,
    );
  if (is('available', 'true') && is('completed', 'true')) return 'succeeded';
  return is('progressing', 'false') ? 'failed' : 'unknown';
}

/** A pause that ends by itself; one that somebody made does not. */
function isTimed({ spec, status }: Pick<Rollout, 'spec' | 'status'>): boolean {
  if (spec?.paused === true) return false;
  const reasons = (status?.pauseConditions ?? []).map(({ reason }) => word(reason));
  const step = spec?.strategy?.canary?.steps?.[status?.currentStepIndex ?? 0];
  const duration = step?.pause?.duration;
  const stepEnds = duration !== undefined && duration !== null && duration !== '';
  const promotes = (spec?.strategy?.blueGreen?.autoPromotionSeconds ?? 0) > 0;
  if (reasons.length === 0) return stepEnds || promotes;
  return reasons.every(
    (reason) =>
      (reason === 'canarypausestep' && stepEnds) || (reason === 'bluegreenpause' && promotes),
  );
}

type Generation = z.infer<typeof generation>;

/** Old versions wrote a hash for the generation, which says nothing of an order. */
function isBehind(observed: Generation, wanted: Generation): boolean {
  const seen = String(observed ?? '');
  const asked = String(wanted ?? '');
  return /^\d{1,15}$/.test(seen) && /^\d{1,15}$/.test(asked) && Number(seen) < Number(asked);
}

function textIn(map: Record<string, unknown> | null | undefined, key: string): string | null {
  const value = map?.[key];
  return typeof value === 'string' ? storable(value) : null;
}
