import { z } from 'zod';
import type { ImportWarning, NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import { isRecord, kindOfValue } from '../record.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankRun, isOver, keyFrom } from '../reading/blank-rows.ts';
import { numericId, text } from '../reading/fields.ts';
import { placeAt, storable, word, type Place } from '../reading/place.ts';
import { approvalList, branchOf, definitionKey, projectIn, webLinks } from './project.ts';
import { buildStatus } from './status.ts';

const record = z.object({ type: text, state: text, attempt: z.int().nullish().catch(null) });
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
  definition: z.object({ name: text, path: text }).nullish(),
  project: z.object({ id: text, name: text }).nullish(),
  _links: webLinks,
  url: text,
  /** Not of the build itself: an export may put its timeline and its approvals beside it. One that cannot be read says nothing. */
  timeline: z
    .union([z.object({ records }), records])
    .nullish()
    .catch(null),
  approvals: approvalList,
});

export const builds: AnswerKind = {
  kinds: ['builds', 'build'],
  listAt: ['value'],
  isRow: isBuild,
  read(value, place) {
    const row = runOf(value, place);
    return row === null ? [] : [row];
  },
};

export function isBuild(value: Record<string, unknown>): boolean {
  return 'status' in value && ('buildNumber' in value || 'sourceVersion' in value);
}

/** The runs in a list of builds; what is none is left out with its place in the list. */
export function runsIn(list: readonly unknown[], placeOf = (n: number) => `value[${n}]`) {
  const warnings: ImportWarning[] = [];
  const rows = list.flatMap((raw, n) => {
    const place = placeAt(placeOf(n), warnings);
    if (isRecord(raw)) return runOf(raw, place) ?? [];
    place.warn('', `expected a build, found ${kindOfValue(raw)}`);
    return [];
  });
  return { rows, warnings };
}

function runOf(value: Record<string, unknown>, place: Place): NormalisedRun | null {
  const found = shaped(build, value, place, 'the build');
  if (found === null) return null;
  const project = storable(found.project?.id) ?? projectIn(found.url);
  const externalId = keyFrom(place, project, found.id);
  if (externalId === null) return null;
  const { timeline } = found;
  const told = Array.isArray(timeline) ? timeline : (timeline?.records ?? []);
  const waits =
    told.some(isOpenApproval) ||
    (found.approvals ?? []).some(({ status }) => word(status) === 'pending');
  const mapped = buildStatus(found.status, found.result, waits);
  const finishedAt = isOver(mapped.status) ? place.date('finishTime', found.finishTime) : null;
  return {
    ...blankRun,
    ...mapped,
    externalId,
    attempt: attemptIn(told),
    workflow: definitionKey(found.definition?.path, found.definition?.name),
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
    // A build says when it ended, and nothing else of when it changed.
    updatedAt: finishedAt,
    finishedAt,
  };
}

/** A stage that runs again keeps the build and its number; only its timeline counts the attempts. */
function attemptIn(told: readonly z.infer<typeof record>[]): number {
  const stages = told.filter(({ type }) => word(type) === 'stage');
  return stages.reduce((highest, { attempt }) => Math.max(highest, attempt ?? 1), 1);
}

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
  pipeline: z.object({ name: text, folder: text }).nullish(),
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
    // A run here is never said to be in the queue.
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
        workflow: definitionKey(found.pipeline?.folder, found.pipeline?.name),
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
