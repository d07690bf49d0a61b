import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankJob, isOver, keyFrom } from '../reading/blank-rows.ts';
import { text } from '../reading/fields.ts';
import { storable } from '../reading/place.ts';
import { isOpenApproval } from './builds.ts';
import { recordStatus } from './status.ts';

const record = z.object({
  id: z.string().min(1).max(200),
  type: text,
  name: text,
  state: text,
  result: text,
  startTime: text,
  finishTime: text,
  attempt: z.int().min(1).nullish(),
  issues: z.array(z.object({ message: text })).nullish(),
});

/** The parts of a build: stages, phases, jobs, tasks and the checks before them. */
export const timeline: AnswerKind = {
  kinds: ['timeline'],
  listAt: ['records'],
  isRow: (value) => 'state' in value && 'type' in value && 'id' in value,
  read(value, place) {
    const found = shaped(record, value, place, 'the record');
    if (found === null) return [];
    const externalId = keyFrom(place, found.id);
    if (externalId === null) return [];
    const mapped = recordStatus(found.state, found.result, isOpenApproval(found));
    return [
      {
        ...blankJob,
        ...mapped,
        externalId,
        attempt: found.attempt ?? 1,
        name: storable(found.name) ?? '',
        stage: storable(found.type) ?? '',
        rawStatus: storable(found.state),
        rawResult: storable(found.result),
        note: storable(found.issues?.[0]?.message) ?? '',
        startedAt: place.date('startTime', found.startTime),
        finishedAt: isOver(mapped.status) ? place.date('finishTime', found.finishTime) : null,
      },
    ];
  },
};
