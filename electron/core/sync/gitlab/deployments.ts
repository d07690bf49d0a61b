import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { count, flag, numericId, text } from '../reading/fields.ts';
import { storable } from '../reading/place.ts';
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

/** A deployment without a status takes that of its job; with neither it is unknown. */
export const deployments: AnswerKind = {
  kinds: ['deployments', 'deployment'],
  listAt: [],
  isRow: (value) => 'environment' in value && ('deployable' in value || 'sha' in value),
  read(value, place) {
    const found = shaped(deployment, value, place, 'the deployment');
    if (found === null) return [];
    const { deployable } = found;
    const own = storable(found.status);
    const pipeline = deployable?.pipeline;
    const status =
      own === null
        ? jobStatus(deployable?.status, deployable?.allow_failure === true)
        : deploymentStatus(own, Number(found.pending_approval_count ?? 0));
    const updatedAt = place.date('updated_at', found.updated_at);
    const isOver = ['succeeded', 'failed', 'cancelled', 'skipped'].includes(status);
    return [
      {
        kind: 'deployment',
        externalId: keyOf(found.project_id ?? pipeline?.project_id, found.id),
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
          (isOver ? updatedAt : null),
      },
    ];
  },
};
