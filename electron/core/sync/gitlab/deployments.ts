import { z } from 'zod';
import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { isOver } from '../reading/blank-rows.ts';
import { count, flag, numericId, text } from '../reading/fields.ts';
import { placeAt, storable, type Place } from '../reading/place.ts';
import { isRecord, kindOfValue } from '../record.ts';
import { keyOf } from './pipelines.ts';
import { deploymentStatus, jobStatus } from './status.ts';

const deployment = z.object({
  id: numericId,
  iid: count,
  project_id: numericId.nullish(),
  sha: text,
  ref: text,
  status: text,
  created_at: text,
  updated_at: text,
  finished_at: text,
  pending_approval_count: count,
  environment: z.object({ name: text, external_url: text }).nullish(),
  /** Null where the deployment was made by the API. */
  deployable: z
    .object({
      status: text,
      allow_failure: flag,
      started_at: text,
      finished_at: text,
      web_url: text,
      pipeline: z.object({ id: numericId, project_id: numericId.nullish() }).nullish(),
    })
    .nullish(),
});

export const deployments: AnswerKind = {
  kinds: ['deployments', 'deployment'],
  listAt: [],
  isRow: isDeployment,
  read(value, place) {
    const found = shaped(deployment, value, place, 'the deployment');
    if (found === null) return [];
    const project = found.project_id ?? found.deployable?.pipeline?.project_id;
    return [{ ...rowOf(found, place), externalId: keyOf(project, found.id) }];
  },
};

export function isDeployment(value: Record<string, unknown>): boolean {
  return 'environment' in value && ('deployable' in value || 'sha' in value);
}

/**
 * What is kept of the deployments in a list; what is none is left out with its place there. Each is
 * known by its own number, which GitLab gives once over all projects: the project is told by the job
 * alone, which can be deleted before its deployment is.
 */
export function deploymentsIn(list: readonly unknown[], placeOf = (n: number) => `[${n}]`) {
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

/** A deployment without a status takes that of its job; with neither it is unknown. */
function rowOf(
  found: z.infer<typeof deployment>,
  place: Place,
): Omit<NormalisedDeployment, 'externalId'> {
  const { deployable } = found;
  const own = storable(found.status);
  const pipeline = deployable?.pipeline;
  const status =
    own === null
      ? jobStatus(deployable?.status, deployable?.allow_failure === true)
      : deploymentStatus(own, Number(found.pending_approval_count ?? 0));
  const updatedAt = place.date('updated_at', found.updated_at);
  return {
    kind: 'deployment',
    status,
    warnings: false,
    rawStatus: own ?? storable(deployable?.status),
    rawResult: null,
    url: place.link('deployable.web_url', deployable?.web_url),
    attempt: 1,
    application: '',
    environment: storable(found.environment?.name),
    version: storable(found.ref),
    commit: storable(found.sha) ?? '',
    branch: storable(found.ref),
    runId: pipeline ? keyOf(pipeline.project_id, pipeline.id) : null,
    note: '',
    createdAt: place.date('created_at', found.created_at),
    startedAt: place.date('deployable.started_at', deployable?.started_at),
    updatedAt,
    finishedAt:
      place.date('finished_at', found.finished_at) ??
      place.date('deployable.finished_at', deployable?.finished_at) ??
      (isOver(status) ? updatedAt : null),
  };
}
