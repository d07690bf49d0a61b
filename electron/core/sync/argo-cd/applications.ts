import { z } from 'zod';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import type { NormalisedRollout } from '#shared/model/delivery/rows.ts';
import { isRecord } from '../record.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankDeployment, blankRollout, keyFrom } from '../reading/blank-rows.ts';
import { flag, numericId, text } from '../reading/fields.ts';
import { boundedKey } from '../reading/keys.ts';
import { placeAt, storable, word, type Place } from '../reading/place.ts';
import { applicationStatus } from './status.ts';

const revisions = z.array(z.string()).nullish();

const application = z.object({
  metadata: z.object({ name: z.string().min(1).max(253), namespace: text, uid: text }),
  spec: z
    .object({
      destination: z.object({ name: text, server: text, namespace: text }).nullish(),
      syncPolicy: z.object({ automated: z.object({ enabled: flag }).nullish() }).nullish(),
    })
    .nullish(),
  status: z
    .object({
      sync: z.object({ status: text, revision: text, revisions }).nullish(),
      health: z.object({ status: text, message: text, lastTransitionTime: text }).nullish(),
      operationState: z
        .object({ phase: text, message: text, startedAt: text, finishedAt: text })
        .nullish(),
      history: z.array(z.unknown()).nullish(),
      conditions: z.array(z.object({ type: text, message: text })).nullish(),
      summary: z.object({ images: z.array(z.string()).nullish() }).nullish(),
    })
    .nullish(),
});
type Application = z.infer<typeof application>;

/** The state an application is in now, and a deployment for each item of its history. */
export const applications: AnswerKind = {
  kinds: ['applications', 'application'],
  listAt: ['items'],
  isRow(value) {
    if (!isRecord(value['metadata'])) return false;
    if (typeof value['kind'] === 'string') return value['kind'] === 'Application';
    const { spec, status } = value;
    const says = (part: unknown, keys: readonly string[]) =>
      isRecord(part) && keys.some((key) => key in part);
    return (
      says(status, ['sync', 'health', 'operationState', 'history']) ||
      says(spec, ['source', 'sources', 'destination'])
    );
  },
  read(value, place) {
    const told = readApplication(value, place);
    return told === null ? [] : [told.now, ...told.history];
  },
};

export type ToldApplication = { now: NormalisedRollout; history: NormalisedDeployment[] };

/** What is wrong in its history is warned of at a place of its own. */
export function readApplication(
  value: Record<string, unknown>,
  place: Place,
  ofHistory = place,
): ToldApplication | null {
  const found = shaped(application, value, place, 'the application');
  if (found === null) return null;
  const { metadata } = found;
  const externalId = metadata.uid
    ? keyFrom(place, metadata.uid)
    : keyFrom(place, metadata.namespace, metadata.name);
  if (externalId === null) return null;
  const history = (found.status?.history ?? []).flatMap((raw, n) =>
    readHistory(
      raw,
      found,
      externalId,
      placeAt(`${ofHistory.at}.history[${n}]`, ofHistory.warnings),
    ),
  );
  return { now: stateOf(found, externalId, place), history };
}

function stateOf(found: Application, externalId: string, place: Place): NormalisedRollout {
  const { metadata, spec, status } = found;
  const { conditions, health, operationState: operation, sync } = status ?? {};
  const failed = conditions?.find(({ type }) => word(type) === 'comparisonerror');
  const automated = spec?.syncPolicy?.automated;
  return {
    ...blankRollout,
    externalId,
    status: applicationStatus({
      ...{ phase: operation?.phase, sync: sync?.status, health: health?.status },
      comparisonFailed: failed !== undefined,
      automated: Boolean(automated) && automated?.enabled !== false,
    }),
    rawStatus: storable(sync?.status),
    rawResult: storable(health?.status),
    objectKind: 'Application',
    name: storable(metadata.name) ?? '',
    namespace: storable(metadata.namespace) ?? '',
    environment: environmentOf(found),
    revision: revisionOf(sync?.revision, sync?.revisions),
    images: (status?.summary?.images ?? []).map((image) => storable(image) ?? ''),
    note: [operation?.phase, health?.message || failed?.message || operation?.message]
      .map((part) => storable(part) ?? '')
      .filter((part) => part !== '')
      .join(': '),
    // Not when it was last looked at, which is every few minutes and changes nothing.
    updatedAt: newest(
      place.date('status.health.lastTransitionTime', health?.lastTransitionTime),
      place.date('status.operationState.finishedAt', operation?.finishedAt) ??
        place.date('status.operationState.startedAt', operation?.startedAt),
    ),
  };
}

/** Instants as they are written here order as text. */
function newest(...instants: readonly (string | null)[]): string | null {
  return instants.reduce((a, b) => ((b ?? '') > (a ?? '') ? b : a), null);
}

const historyItem = z.object({
  id: numericId,
  revision: text,
  revisions,
  deployStartedAt: text,
  deployedAt: text,
});

/** Argo CD keeps only what was brought out; the id alone can be 0 for many. */
function readHistory(
  raw: unknown,
  application: Application,
  key: string,
  place: Place,
): NormalisedDeployment[] {
  const found = shaped(historyItem, raw, place, 'the history item');
  if (found === null) return [];
  const revision = revisionOf(found.revision, found.revisions);
  // Applications of many sources have as many revisions.
  const parts = [key, String(found.id), found.deployedAt, revision];
  const externalId = boundedKey(parts.filter((part) => part).join('/'));
  const finishedAt = place.date('deployedAt', found.deployedAt);
  const startedAt = place.date('deployStartedAt', found.deployStartedAt);
  return [
    {
      ...blankDeployment,
      externalId,
      status: 'succeeded',
      // It has no word of its own; that it is in the history is what was said.
      rawStatus: `history ${found.id}`,
      application: storable(application.metadata.name) ?? '',
      environment: environmentOf(application),
      version: revision,
      commit: /^[0-9a-f]{40,64}$/.test(revision ?? '') ? (revision ?? '') : '',
      createdAt: startedAt,
      startedAt,
      updatedAt: finishedAt,
      finishedAt,
    },
  ];
}

function environmentOf({ spec }: Application): string | null {
  const to = spec?.destination;
  const place = [to?.name || to?.server, to?.namespace].filter((part) => part).join('/');
  return place === '' ? null : storable(place);
}

/** Applications of several sources have a revision for each. */
function revisionOf(
  one: string | null | undefined,
  several: readonly string[] | null | undefined,
): string | null {
  if (one) return storable(one);
  return several && several.length > 0 ? storable(several.join(', ')) : null;
}
