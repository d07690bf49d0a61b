import { z } from 'zod';
import { id } from '#shared/model/primitives.ts';
import { baseline, drift } from '#shared/model/planning/baselines.ts';
import { command, query } from '../procedure.ts';

const note = z
  .string()
  .trim()
  .max(500, 'is longer than 500 characters; shorten it')
  .refine((text) => !text.includes('\0'), 'has a NUL character; remove it');

export const baselines = {
  'baselines.set': command({
    about:
      'Keeps the dates of a release as they are planned now; later dates are held against them.',
    input: z.strictObject({ releaseId: id, note: note.default('') }),
    output: baseline,
    topics: ['releases', 'tasks'],
  }),
  'baselines.list': query({
    about: 'Lists the baselines of a release, the newest first.',
    input: z.strictObject({ releaseId: id }),
    output: z.array(baseline),
    topics: ['releases', 'tasks'],
  }),
  'baselines.drift': query({
    about:
      'Gives each date of a release as it was planned in a baseline, as it is planned now and as it came, with the days between.',
    input: z.strictObject({
      releaseId: id,
      /** Absent: the first one, which people agreed to. */
      baselineId: id.optional(),
    }),
    output: drift,
    topics: ['releases', 'tasks', 'workspace', 'environments'],
  }),
};
