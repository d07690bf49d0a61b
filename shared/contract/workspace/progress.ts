import { z } from 'zod';
import { query } from '../procedure.ts';

const progressEntry = z.strictObject({
  id: z.string(),
  what: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  endsInMs: z.number().nullable(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
});

/** The client makes the id of long work up, so that it can cancel what it started. */
export const progressId = z.string().min(1).max(60).optional();

export const progress = {
  'progress.list': query({
    about: 'Lists the long work that is running now.',
    input: z.strictObject({}),
    output: z.array(progressEntry),
    topics: [],
  }),
  'progress.cancel': query({
    about: 'Stops long work at the next safe point; what was committed stays.',
    input: z.strictObject({ id: z.string().min(1).max(60) }),
    output: z.strictObject({ cancelled: z.boolean() }),
    topics: [],
  }),
};
