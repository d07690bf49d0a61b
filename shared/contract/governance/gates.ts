import { z } from 'zod';
import { id, instant } from '#shared/model/primitives.ts';
import { gateView } from '#shared/model/governance/gates.ts';
import { command, query } from '../procedure.ts';

export const gates = {
  'gates.list': query({
    about:
      'Lists the gates of a release with state, reason, evidence, decisions and what each needs.',
    input: z.strictObject({ releaseId: id }),
    output: z.array(gateView),
    topics: [
      'gates',
      'approvals',
      'releases',
      'scope',
      'risks',
      'rollback',
      'checklists',
      'pipelines',
      'people',
      'connections',
    ],
  }),
  'gates.acknowledge': command({
    about: 'Accepts, by name and with a reason, a run that succeeded with warnings.',
    input: z.strictObject({
      gateId: id,
      runId: id,
      reason: z.string().trim().min(1, 'is empty; say why the warnings are acceptable').max(2000),
    }),
    output: z.strictObject({ id, at: instant }),
    topics: ['gates', 'releases'],
  }),
};
