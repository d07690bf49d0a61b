import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { flag, numericId, text } from '../reading/fields.ts';
import { storable } from '../reading/place.ts';
import { keyOf } from './pipelines.ts';
import { jobStatus } from './status.ts';

const job = z.object({
  id: numericId,
  status: text,
  name: text,
  stage: text,
  allow_failure: flag,
  failure_reason: text,
  started_at: text,
  finished_at: text,
  web_url: text,
  pipeline: z.object({ id: numericId, project_id: numericId.nullish() }).nullish(),
});

export const jobs: AnswerKind = {
  kinds: ['jobs', 'job', 'bridges'],
  listAt: [],
  isRow: (value) => 'stage' in value && 'pipeline' in value,
  read(value, place) {
    const found = shaped(job, value, place, 'the job');
    if (found === null) return [];
    const status = jobStatus(found.status, found.allow_failure === true);
    return [
      {
        kind: 'job',
        externalId: keyOf(found.pipeline?.project_id, found.id),
        status,
        warnings: false,
        rawStatus: storable(found.status),
        rawResult: storable(found.failure_reason),
        url: place.link('web_url', found.web_url),
        runId: found.pipeline ? keyOf(found.pipeline.project_id, found.pipeline.id) : null,
        attempt: 1,
        name: storable(found.name) ?? '',
        stage: storable(found.stage) ?? '',
        note: storable(found.failure_reason) ?? '',
        startedAt: place.date('started_at', found.started_at),
        finishedAt: place.date('finished_at', found.finished_at),
      },
    ];
  },
};
