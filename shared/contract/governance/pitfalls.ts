import { z } from 'zod';
import { pitfallKey, pitfallView } from '#shared/model/governance/pitfalls.ts';
import { rev } from '#shared/model/primitives.ts';
import { command, query } from '../procedure.ts';

export const pitfalls = {
  'pitfalls.list': query({
    about:
      'Checks the process for ways in which it goes wrong: each with n, what was found and where.',
    input: z.strictObject({
      /** Only this check. */
      key: pitfallKey.optional(),
      /** How many rows of each. */
      most: z.number().int().min(0).max(1000).default(20),
    }),
    output: z.array(pitfallView),
    topics: [
      ...(['pitfalls', 'workspace', 'releases', 'gates', 'approvals', 'scope', 'tasks'] as const),
      ...(['rollback', 'raci', 'policies', 'people', 'risks', 'checklists'] as const),
    ],
  }),
  'pitfalls.set': command({
    about: 'Turns a pitfall check on or off, or changes its number.',
    input: z.strictObject({
      rev: rev.optional(),
      key: pitfallKey,
      isOn: z.boolean().optional(),
      limit: z
        .number({ error: 'is no number; give a whole number between 1 and 1,000' })
        .int('has a fraction; give a whole number between 1 and 1,000')
        .min(1, 'is less than 1; give a whole number between 1 and 1,000')
        .max(1000, 'is more than 1,000; give a whole number between 1 and 1,000')
        .optional(),
    }),
    output: pitfallView,
    topics: ['pitfalls'],
  }),
};
