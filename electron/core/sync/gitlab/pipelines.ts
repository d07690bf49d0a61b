import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { count, numberOf, numericId, text } from '../reading/fields.ts';
import { storable, word } from '../reading/place.ts';
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

/** GitLab runs a pipeline again within itself: there is one attempt, and its status moves. */
export const pipelines: AnswerKind = {
  kinds: ['pipelines', 'pipeline'],
  listAt: [],
  isRow: (value) => 'iid' in value && 'sha' in value && 'ref' in value && !('environment' in value),
  read(value, place) {
    const found = shaped(pipeline, value, place, 'the pipeline');
    if (found === null) return [];
    if (found.status === undefined) {
      place.warn('', 'has no status, so it says nothing about a pipeline; left out');
      return [];
    }
    const status = pipelineStatus(found.status);
    const updatedAt = place.date('updated_at', found.updated_at);
    const name = storable(found.name) ?? '';
    return [
      {
        kind: 'run',
        externalId: keyOf(found.project_id, found.id),
        attempt: 1,
        number: numberOf(found.iid),
        workflow: name === '' ? (storable(found.source) ?? '') : name,
        workflowName: name === '' ? 'Pipeline' : name,
        title: name === '' ? (storable(found.ref) ?? '') : name,
        status,
        warnings:
          word(found.detailed_status?.group) === 'success-with-warnings' && status === 'succeeded',
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
          place.date('finished_at', found.finished_at) ??
          (over.includes(status) ? updatedAt : null),
      },
    ];
  },
};

/** `<project>/<id>`; the id alone where the answer does not name the project. */
export function keyOf(project: string | number | null | undefined, id: string | number): string {
  return project === null || project === undefined ? String(id) : `${project}/${id}`;
}
