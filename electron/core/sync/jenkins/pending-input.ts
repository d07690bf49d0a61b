import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankJob, keyFrom } from '../reading/blank-rows.ts';
import { text } from '../reading/fields.ts';
import { storable } from '../reading/place.ts';
import { jobPathIn } from './job-path.ts';

const input = z.object({
  id: z.string().min(1).max(200),
  message: text,
  proceedUrl: text,
  abortUrl: text,
});

/** What a pipeline asks a person. It is in this answer only as long as nobody has answered. */
export const pendingInput: AnswerKind = {
  kinds: ['pending-input', 'pending-input-actions'],
  listAt: [],
  isRow: (value) => 'id' in value && ('proceedUrl' in value || 'abortUrl' in value),
  read(value, place) {
    const found = shaped(input, value, place, 'the input');
    if (found === null) return [];
    const path = jobPathIn(found.proceedUrl || found.abortUrl);
    const runId = path?.number ? `${path.job}/${path.number}` : null;
    const externalId = keyFrom(place, runId, 'input', found.id);
    if (externalId === null) return [];
    return [
      {
        ...blankJob,
        externalId,
        status: 'needs-approval',
        rawStatus: 'PAUSED_PENDING_INPUT',
        runId,
        name: storable(found.message) ?? '',
        note: storable(found.message) ?? '',
      },
    ];
  },
};
