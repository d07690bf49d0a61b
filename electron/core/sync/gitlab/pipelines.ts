import { z } from 'zod';
import type { ImportWarning, NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import { isRecord, kindOfValue } from '../record.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { count, numberOf, numericId, text } from '../reading/fields.ts';
import { placeAt, storable, word, type Place } from '../reading/place.ts';
import { pipelineStatus } from './status.ts';

const pipeline = z.object({
  id: numericId,
  iid: count,
  project_id: numericId.nullish(),
  sha: text,
  ref: text,
  status: text,
  source: text,
  name: text,
  web_url: text,
  created_at: text,
  started_at: text,
  updated_at: text,
  finished_at: text,
  detailed_status: z.object({ group: text }).nullish(),
});

const over = ['succeeded', 'failed', 'cancelled', 'skipped'];

/** Every project has one definition of its pipelines, wherever the file lies. */
export const workflow = '.gitlab-ci.yml';

export const pipelines: AnswerKind = {
  kinds: ['pipelines', 'pipeline'],
  listAt: [],
  isRow: isPipeline,
  read(value, place) {
    const row = runOf(value, place);
    return row === null ? [] : [row];
  },
};

export function isPipeline(value: Record<string, unknown>): boolean {
  return (
    'sha' in value &&
    'ref' in value &&
    'status' in value &&
    !('environment' in value) &&
    !('stage' in value)
  );
}

/** The runs in a list of pipelines; what is none is left out with its place in the list. */
export function runsIn(list: readonly unknown[], placeOf = (n: number) => `[${n}]`) {
  const warnings: ImportWarning[] = [];
  const rows = list.flatMap((raw, n) => {
    const place = placeAt(placeOf(n), warnings);
    if (isRecord(raw)) return runOf(raw, place) ?? [];
    place.warn('', `expected a pipeline, found ${kindOfValue(raw)}`);
    return [];
  });
  return { rows, warnings };
}

/** GitLab runs a pipeline again within itself: there is one attempt, and its status moves. */
function runOf(value: Record<string, unknown>, place: Place): NormalisedRun | null {
  const found = shaped(pipeline, value, place, 'the pipeline');
  if (found === null) return null;
  if (found.status === undefined) {
    place.warn('', 'has no status, so it says nothing about a pipeline; left out');
    return null;
  }
  const status = pipelineStatus(found.status);
  const updatedAt = place.date('updated_at', found.updated_at);
  const name = storable(found.name) ?? '';
  const mark = word(found.detailed_status?.group);
  return {
    kind: 'run',
    externalId: keyOf(found.project_id, found.id),
    attempt: 1,
    number: numberOf(found.iid),
    workflow,
    workflowName: 'Pipeline',
    title: name === '' ? (storable(found.ref) ?? '') : name,
    status,
    warnings: mark === 'success-with-warnings' && status === 'succeeded',
    rawStatus: storable(found.status),
    rawResult: null,
    commit: storable(found.sha) ?? '',
    branch: storable(found.ref),
    event: storable(found.source) ?? '',
    url: place.link('web_url', found.web_url),
    createdAt: place.date('created_at', found.created_at),
    startedAt: place.date('started_at', found.started_at),
    updatedAt,
    finishedAt:
      place.date('finished_at', found.finished_at) ?? (over.includes(status) ? updatedAt : null),
  };
}

/** `<project>/<id>`; the id alone where the answer does not name the project. */
export function keyOf(project: string | number | null | undefined, id: string | number): string {
  return project === null || project === undefined ? String(id) : `${project}/${id}`;
}
