import { z } from 'zod';
import { dateText, id, longText, minutes, rev } from '#shared/model/primitives.ts';
import { rollbackPlan } from '#shared/model/planning/releases.ts';
import { command, query } from '../procedure.ts';

export const rollback = {
  'rollback.get': query({
    about: 'Gives the rollback plan of a release; empty steps mean there is none yet.',
    input: z.strictObject({ releaseId: id }),
    output: rollbackPlan,
    topics: ['rollback'],
  }),
  'rollback.save': command({
    about: 'Changes the rollback plan of a release.',
    input: z.strictObject({
      releaseId: id,
      rev: rev.optional(),
      steps: longText.optional(),
      durationMinutes: minutes.nullable().optional(),
      pointOfNoReturn: z.string().trim().max(500).optional(),
      rehearsedOn: dateText.nullable().optional(),
      rehearsalResult: z.string().trim().max(500).optional(),
    }),
    output: rollbackPlan,
    topics: ['rollback', 'gates', 'releases'],
  }),
};
