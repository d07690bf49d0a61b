import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankRun, isOver, keyFrom } from '../reading/blank-rows.ts';
import { numericId, text } from '../reading/fields.ts';
import { storable, word } from '../reading/place.ts';
import { approvalList, branchOf, named, projectIn, webLinks } from './project.ts';
import { buildStatus } from './status.ts';

const record = z.object({ type: text, state: text });
const records = z.array(record).nullish();

const build = z.object({
  id: numericId,
  buildNumber: text,
  status: text,
  result: text,
  queueTime: text,
  startTime: text,
  finishTime: text,
  reason: text,
  sourceBranch: text,
  sourceVersion: text,
  definition: z.object({ name: text }).nullish(),
  project: z.object({ id: text, name: text }).nullish(),
  _links: webLinks,
  url: text,
  /** Not of the build itself: an export may put its timeline and its approvals beside it. */
  timeline: z.union([z.object({ records }), records]).nullish(),
  approvals: approvalList,
});

export const builds: AnswerKind = {
  kinds: ['builds', 'build'],
  listAt: ['value'],
  isRow: (value) => 'status' in value && ('buildNumber' in value || 'sourceVersion' in value),
  read(value, place) {
    const found = shaped(build, value, place, 'the build');
    if (found === null) return [];
    const project = storable(found.project?.id) ?? projectIn(found.url);
    const externalId = keyFrom(place, project, found.id);
    if (externalId === null) return [];
    const { timeline } = found;
    const told = Array.isArray(timeline) ? timeline : (timeline?.records ?? []);
    const waits =
      told.some(isOpenApproval) ||
      (found.approvals ?? []).some(({ status }) => word(status) === 'pending');
    const mapped = buildStatus(found.status, found.result, waits);
    return [
      {
        ...blankRun,
        ...mapped,
        externalId,
        workflow: storable(found.definition?.name) ?? '',
        workflowName: storable(found.definition?.name) ?? '',
        title: storable(found.buildNumber) ?? '',
        rawStatus: storable(found.status),
        rawResult: storable(found.result),
        commit: storable(found.sourceVersion) ?? '',
        branch: branchOf(found.sourceBranch),
        event: storable(found.reason) ?? '',
        url: place.link('_links.web.href', found._links?.web?.href),
        createdAt: place.date('queueTime', found.queueTime),
        startedAt: place.date('startTime', found.startTime),
        finishedAt: isOver(mapped.status) ? place.date('finishTime', found.finishTime) : null,
      },
    ];
  },
};

/** The record of a timeline that waits for a person. */
export function isOpenApproval({ type, state }: z.infer<typeof record>): boolean {
  return word(type) === 'checkpoint.approval' && word(state) === 'inprogress';
}

const run = z.object({
  id: numericId,
  name: text,
  state: text,
  result: text,
  createdDate: text,
  finishedDate: text,
  pipeline: named,
  url: text,
  _links: webLinks,
  resources: z
    .object({
      repositories: z
        .object({ self: z.object({ refName: text, version: text }).nullish() })
        .nullish(),
    })
    .nullish(),
});

/** The same builds as the pipelines API tells them. */
export const runs: AnswerKind = {
  kinds: ['runs', 'run'],
  listAt: ['value'],
  isRow: (value) => 'state' in value && ('pipeline' in value || 'createdDate' in value),
  read(value, place) {
    const found = shaped(run, value, place, 'the run');
    if (found === null) return [];
    const project = projectIn(found.url ?? found._links?.self?.href);
    const externalId = keyFrom(place, project, found.id);
    if (externalId === null) return [];
    // In the queue is no state of a run here, and `pending` none at all.
    const state = word(found.state);
    const known = ['inprogress', 'canceling', 'completed'].includes(state);
    const mapped = buildStatus(known ? state : '', found.result, false);
    const source = found.resources?.repositories?.self;
    const startedAt = place.date('createdDate', found.createdDate);
    return [
      {
        ...blankRun,
        ...mapped,
        externalId,
        workflow: storable(found.pipeline?.name) ?? '',
        workflowName: storable(found.pipeline?.name) ?? '',
        title: storable(found.name) ?? '',
        rawStatus: storable(found.state),
        rawResult: storable(found.result),
        commit: storable(source?.version) ?? '',
        branch: branchOf(source?.refName),
        url: place.link('_links.web.href', found._links?.web?.href),
        createdAt: startedAt,
        startedAt,
        finishedAt: isOver(mapped.status) ? place.date('finishedDate', found.finishedDate) : null,
      },
    ];
  },
};
