import { z } from 'zod';
import { id } from '#shared/model/primitives.ts';
import { runStatus } from '#shared/model/delivery/pipelines.ts';
import { storedRollout } from '#shared/model/delivery/rollouts.ts';
import { query } from '../procedure.ts';

const view = storedRollout.extend({
  connectionName: z.string(),
  /** What the provider's environment is mapped to; null where it is to none. */
  environmentId: id.nullable(),
});
export type RolloutView = z.infer<typeof view>;

export const rollouts = {
  'rollouts.list': query({
    about:
      'Lists where what runs stands at the providers, by name, what is gone last: all of it, or of a connection.',
    input: z.strictObject({
      connectionId: id.optional(),
      /** What is gone has none. */
      status: runStatus.optional(),
      limit: z.number().int().min(1).max(1000).default(200),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.strictObject({ rollouts: z.array(view), total: z.number().int() }),
    topics: ['pipelines', 'connections', 'environments'],
  }),
};
