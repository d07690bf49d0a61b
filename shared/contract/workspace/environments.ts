import { z } from 'zod';
import { id, rev, shortText } from '#shared/model/primitives.ts';
import { environment, environmentKind } from '#shared/model/workspace/services.ts';
import { command, query } from '../procedure.ts';

export const environments = {
  'environments.list': query({
    about: 'Lists the environments in their order, first stage first.',
    input: z.strictObject({}),
    output: z.array(environment),
    topics: ['environments'],
  }),
  'environments.save': command({
    about: 'Adds an environment at the end (without id) or changes one (with id).',
    input: z.strictObject({
      id: id.optional(),
      rev: rev.optional(),
      name: shortText,
      kind: environmentKind,
      region: z.string().trim().max(60).default(''),
      /** Moves it behind this environment; null moves it to the front; absent leaves it where it is. */
      afterId: id.nullable().optional(),
    }),
    output: environment,
    topics: ['environments'],
  }),
};
