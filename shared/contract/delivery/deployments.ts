import { z } from 'zod';
import { id, instant, rev } from '#shared/model/primitives.ts';
import { deployment, deploymentResult } from '#shared/model/planning/releases.ts';
import { command } from '../procedure.ts';

export const deployments = {
  'deployments.record': command({
    about: 'Records when a planned deployment really began and ended, and how it went.',
    input: z.strictObject({
      id,
      rev: rev.optional(),
      actualStartAt: instant,
      /** Null while it is under way; then the result is null as well. */
      actualEndAt: instant.nullable().default(null),
      result: deploymentResult.nullable().default(null),
      note: z.string().trim().max(2000).default(''),
    }),
    output: deployment,
    topics: ['releases'],
  }),
};
