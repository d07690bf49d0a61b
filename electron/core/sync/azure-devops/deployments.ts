import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankDeployment, isOver, keyFrom } from '../reading/blank-rows.ts';
import { numericId, text } from '../reading/fields.ts';
import { storable, word } from '../reading/place.ts';
import { approvalList, named, projectIn, webLinks } from './project.ts';
import { releaseKey } from './releases.ts';
import { deploymentStatus } from './status.ts';

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
  release: z.object({ id: numericId, name: text, url: text, webAccessUri: text }).nullish(),
  releaseDefinition: named,
  releaseEnvironment: named,
  projectReference: z.object({ id: text }).nullish(),
  preDeployApprovals: approvalList,
  postDeployApprovals: approvalList,
  _links: webLinks,
});

/** Deployments of releases, one for each environment and attempt. */
export const deployments: AnswerKind = {
  kinds: ['deployments', 'deployment'],
  listAt: ['value'],
  isRow: (value) => 'operationStatus' in value || 'deploymentStatus' in value,
  read(value, place) {
    const found = shaped(deployment, value, place, 'the deployment');
    if (found === null) return [];
    const project = storable(found.projectReference?.id) ?? projectIn(found.release?.url);
    const externalId = keyFrom(place, project, 'deployment', found.id);
    if (externalId === null) return [];
    const asked = [...(found.preDeployApprovals ?? []), ...(found.postDeployApprovals ?? [])];
    const mapped = deploymentStatus(
      found.deploymentStatus,
      found.operationStatus,
      asked.some(({ status }) => word(status) === 'pending'),
    );
    return [
      {
        ...blankDeployment,
        ...mapped,
        externalId,
        attempt: found.attempt ?? 1,
        application: storable(found.releaseDefinition?.name) ?? '',
        environment: storable(found.releaseEnvironment?.name),
        version: storable(found.release?.name),
        rawStatus: storable(found.deploymentStatus),
        rawResult: storable(found.operationStatus),
        runId: found.release ? releaseKey(project, found.release.id) : null,
        note: storable(found.reason) ?? '',
        url: place.link('release.webAccessUri', found.release?.webAccessUri),
        createdAt: place.date('queuedOn', found.queuedOn),
        startedAt: place.date('startedOn', found.startedOn),
        updatedAt: place.date('lastModifiedOn', found.lastModifiedOn),
        finishedAt: isOver(mapped.status) ? place.date('completedOn', found.completedOn) : null,
      },
    ];
  },
};
