import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankRun, keyFrom } from '../reading/blank-rows.ts';
import { flag, milliseconds, numericId, text } from '../reading/fields.ts';
import { storable } from '../reading/place.ts';
import { calledOf, jobPathIn } from './job-path.ts';

const item = z.object({
  _class: text,
  id: numericId,
  why: text,
  cancelled: flag,
  inQueueSince: milliseconds,
  url: text,
  /** Name null and address missing are both seen. */
  task: z.object({ name: text, url: text }).nullish(),
  executable: z.object({ number: numericId.nullish(), url: text }).nullish(),
});

/** What waits to be built. An item that became a build is left to that build's own row. */
export const queue: AnswerKind = {
  kinds: ['queue', 'queue-item'],
  listAt: ['items'],
  isRow: (value) =>
    'id' in value && ('inQueueSince' in value || 'task' in value || 'executable' in value),
  read(value, place) {
    const found = shaped(item, value, place, 'the queue item');
    if (found === null) return [];
    const isCancelled = found.cancelled === true;
    if (!isCancelled && found.executable) return [];
    const externalId = keyFrom(place, 'queue', found.id);
    if (externalId === null) return [];
    const job = jobPathIn(found.task?.url)?.job ?? storable(found.task?.name) ?? '';
    const since = place.date('inQueueSince', found.inQueueSince);
    return [
      {
        ...blankRun,
        externalId,
        status: isCancelled ? 'cancelled' : 'queued',
        rawStatus: storable(found._class),
        rawResult: isCancelled ? 'cancelled' : null,
        workflow: job,
        workflowName: calledOf(job),
        title: storable(found.why) || job,
        url: place.link('task.url', found.task?.url),
        createdAt: since,
      },
    ];
  },
};
