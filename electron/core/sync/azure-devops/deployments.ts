import { z } from 'zod';
import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankDeployment, isOver, keyFrom } from '../reading/blank-rows.ts';
import { flag, numericId, text } from '../reading/fields.ts';
import { placeAt, storable, word, type Place } from '../reading/place.ts';
import { isRecord, kindOfValue } from '../record.ts';
import { approvalList, branchOf, definitionKey, projectIn, webLinks } from './project.ts';
import { releaseKey } from './releases.ts';
import { deploymentStatus } from './status.ts';

const reference = z.object({ id: text, name: text }).nullish().catch(null);

/** What a release brings: a build, a repository. One that cannot be read says nothing. */
const artifacts = z
  .array(
    z.object({
      isPrimary: flag,
      definitionReference: z
        .object({ version: reference, sourceVersion: reference, branch: reference })
        .nullish(),
    }),
  )
  .nullish()
  .catch(null);

const deployment = z.object({
  id: numericId,
  attempt: z.int().min(1).nullish(),
  deploymentStatus: text,
  operationStatus: text,
  reason: text,
  queuedOn: text,
  startedOn: text,
  completedOn: text,
  lastModifiedOn: text,
  release: z
    .object({ id: numericId, name: text, url: text, webAccessUri: text, artifacts })
    .nullish(),
  releaseDefinition: z.object({ name: text, path: text }).nullish(),
  releaseEnvironment: z.object({ name: text }).nullish(),
  projectReference: z.object({ id: text }).nullish(),
  preDeployApprovals: approvalList,
  postDeployApprovals: approvalList,
  _links: webLinks,
});
type Deployment = z.infer<typeof deployment>;

/** Deployments of releases, one for each environment and attempt. */
export const deployments: AnswerKind = {
  kinds: ['deployments', 'deployment'],
  listAt: ['value'],
  isRow: isDeployment,
  read(value, place) {
    const found = shaped(deployment, value, place, 'the deployment');
    if (found === null) return [];
    const externalId = keyFrom(place, projectOf(found), 'deployment', found.id);
    return externalId === null ? [] : [{ ...rowOf(found, place), externalId }];
  },
};

export function isDeployment(value: Record<string, unknown>): boolean {
  return 'operationStatus' in value || 'deploymentStatus' in value;
}

/**
 * What is kept of the deployments in a list; what is none is left out with its place there. Each is
 * known by its own number: older servers name the project by its name alone, which can change.
 */
export function deploymentsIn(list: readonly unknown[], placeOf = (n: number) => `value[${n}]`) {
  const warnings: ImportWarning[] = [];
  const rows = list.flatMap((raw, n): NormalisedDeployment[] => {
    const place = placeAt(placeOf(n), warnings);
    if (!isRecord(raw)) {
      place.warn('', `expected a deployment, found ${kindOfValue(raw)}`);
      return [];
    }
    const found = shaped(deployment, raw, place, 'the deployment');
    return found === null ? [] : [{ ...rowOf(found, place), externalId: String(found.id) }];
  });
  return { rows, warnings };
}

function rowOf(found: Deployment, place: Place): Omit<NormalisedDeployment, 'externalId'> {
  const asked = [...(found.preDeployApprovals ?? []), ...(found.postDeployApprovals ?? [])];
  const mapped = deploymentStatus(
    found.deploymentStatus,
    found.operationStatus,
    asked.some(({ status }) => word(status) === 'pending'),
  );
  const { release, releaseDefinition } = found;
  const updatedAt = place.date('lastModifiedOn', found.lastModifiedOn);
  const completedAt = place.date('completedOn', found.completedOn);
  return {
    ...blankDeployment,
    ...mapped,
    ...sourceOf(found),
    attempt: found.attempt ?? 1,
    application: definitionKey(releaseDefinition?.path, releaseDefinition?.name),
    environment: storable(found.releaseEnvironment?.name),
    version: storable(release?.name),
    rawStatus: storable(found.deploymentStatus),
    rawResult: storable(found.operationStatus),
    runId: release ? releaseKey(projectOf(found), release.id) : null,
    note: storable(found.reason) ?? '',
    url: place.link('release.webAccessUri', release?.webAccessUri),
    createdAt: place.date('queuedOn', found.queuedOn),
    startedAt: place.date('startedOn', found.startedOn),
    updatedAt,
    finishedAt: isOver(mapped.status) ? (completedAt ?? updatedAt) : null,
  };
}

function projectOf({ projectReference, release }: Deployment): string | null {
  return storable(projectReference?.id) ?? projectIn(release?.url);
}

/** The commit and branch of the artifact a release is named after: of a repository its version is the commit. */
function sourceOf({ release }: Deployment): { commit: string; branch: string | null } {
  const all = release?.artifacts ?? [];
  const told = (all.find(({ isPrimary }) => isPrimary === true) ?? all[0])?.definitionReference;
  const version = told?.version?.id ?? '';
  const commit = told?.sourceVersion?.id || (/^[0-9a-f]{40}$/i.test(version) ? version : '');
  return { commit: storable(commit) ?? '', branch: branchOf(told?.branch?.name || null) };
}
