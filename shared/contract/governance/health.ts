import { z } from 'zod';
import { executionHealth } from '#shared/model/governance/health.ts';
import { id } from '#shared/model/primitives.ts';
import { query } from '../procedure.ts';

export const health = {
  'health.list': query({
    about:
      'Says how the work on open releases goes, with each reason: what is overdue, failed, late or on hold. Change risk is not in it.',
    input: z.strictObject({
      releaseIds: z.array(id).max(500, 'are more than 500 releases; ask for fewer at once'),
    }),
    output: z.array(executionHealth),
    topics: [
      ...(['releases', 'gates', 'approvals', 'pipelines', 'checklists', 'risks'] as const),
      ...(['rollback', 'scope', 'tasks', 'services', 'workspace'] as const),
    ],
  }),
};
