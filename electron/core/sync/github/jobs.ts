import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { storable } from '../reading/place.ts';
import { count, numericId as id, text } from '../reading/fields.ts';
import { mapRunStatus } from './status.ts';

const job = z.object({
  id,
  run_id: id,
  run_attempt: count,
  name: text,
  workflow_name: text,
  status: text,
  conclusion: text,
  started_at: text,
  completed_at: text,
  html_url: text,
});

export const jobs: AnswerKind = {
  kinds: ['jobs', 'job'],
  listAt: ['jobs'],
  isRow: (value) => 'run_id' in value && ('status' in value || 'conclusion' in value),
  read(value, place) {
    const found = shaped(job, value, place, 'the job');
    if (found === null) return [];
    const rawStatus = storable(found.status);
    const rawResult = storable(found.conclusion);
    const mapped = mapRunStatus(rawStatus, rawResult);
    return [
      {
        kind: 'job',
        externalId: String(found.id),
        ...{ ...mapped, rawStatus, rawResult, note: '' },
        url: place.link('html_url', found.html_url),
        runId: String(found.run_id),
        attempt: Math.max(1, Number(found.run_attempt ?? 1)),
        name: storable(found.name) ?? '',
        stage: storable(found.workflow_name) ?? '',
        startedAt: place.date('started_at', found.started_at),
        finishedAt: place.date('completed_at', found.completed_at),
      },
    ];
  },
};
