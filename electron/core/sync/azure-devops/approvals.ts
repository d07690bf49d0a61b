import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankJob, isOver, keyFrom } from '../reading/blank-rows.ts';
import { numericId, text } from '../reading/fields.ts';
import { storable } from '../reading/place.ts';
import { named, projectIn, webLinks } from './project.ts';
import { releaseKey } from './releases.ts';
import { approvalStatus } from './status.ts';

const approval = z.object({
  id: z.string().min(1).max(200),
  status: text,
  instructions: text,
  createdOn: text,
  lastModifiedOn: text,
  pipeline: z
    .object({ name: text, owner: z.object({ id: numericId, name: text }).nullish() })
    .nullish(),
  _links: webLinks,
});

/** Approvals of pipelines written as YAML. */
export const approvals: AnswerKind = {
  kinds: ['approvals', 'approval'],
  listAt: ['value'],
  isRow: (value) =>
    'status' in value &&
    ('minRequiredApprovers' in value || 'executionOrder' in value || 'steps' in value),
  read(value, place) {
    const found = shaped(approval, value, place, 'the approval');
    if (found === null) return [];
    const project = projectIn(found._links?.self?.href);
    const externalId = keyFrom(place, project, 'approval', found.id);
    if (externalId === null) return [];
    const owner = found.pipeline?.owner;
    const status = approvalStatus(found.status);
    return [
      {
        ...blankJob,
        externalId,
        status,
        rawStatus: storable(found.status),
        runId: owner ? [project, owner.id].filter((part) => part !== null).join('/') : null,
        name: storable(found.pipeline?.name) ?? '',
        stage: 'Approval',
        note: storable(found.instructions) ?? '',
        startedAt: place.date('createdOn', found.createdOn),
        finishedAt: isOver(status) ? place.date('lastModifiedOn', found.lastModifiedOn) : null,
      },
    ];
  },
};

const releaseApproval = z.object({
  id: numericId,
  status: text,
  approvalType: text,
  attempt: z.int().min(1).nullish(),
  comments: text,
  createdOn: text,
  modifiedOn: text,
  release: z.object({ id: numericId, name: text }).nullish(),
  releaseEnvironment: named,
  url: text,
});

export const releaseApprovals: AnswerKind = {
  kinds: ['release-approvals', 'release-approval'],
  listAt: ['value'],
  isRow: (value) => 'approvalType' in value && 'status' in value,
  read(value, place) {
    const found = shaped(releaseApproval, value, place, 'the approval');
    if (found === null) return [];
    const project = projectIn(found.url);
    const externalId = keyFrom(place, project, 'approval', found.id);
    if (externalId === null) return [];
    const status = approvalStatus(found.status);
    return [
      {
        ...blankJob,
        externalId,
        status,
        rawStatus: storable(found.status),
        runId: found.release ? releaseKey(project, found.release.id) : null,
        attempt: found.attempt ?? 1,
        name: storable(found.releaseEnvironment?.name) ?? '',
        stage: storable(found.approvalType) ?? '',
        note: storable(found.comments) ?? '',
        startedAt: place.date('createdOn', found.createdOn),
        finishedAt: isOver(status) ? place.date('modifiedOn', found.modifiedOn) : null,
      },
    ];
  },
};
