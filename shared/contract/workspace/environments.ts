import { z } from 'zod';
import { id, rev, shortText } from '#shared/model/primitives.ts';
import { environment, environmentKind } from '#shared/model/workspace/services.ts';
import { mostPasted, pastedEnvironment } from '#shared/model/workspace/pasted.ts';
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
  'environments.paste': command({
    about:
      'Adds up to 500 environments and changes those given with their id: all of them, or none when one is refused.',
    input: z.strictObject({
      rows: z
        .array(pastedEnvironment)
        .min(1, 'has no rows; give at least one')
        .max(mostPasted, `has more than ${mostPasted} rows; paste the rest afterwards`),
    }),
    output: z.array(environment),
    topics: ['environments'],
  }),
};
