import { z } from 'zod';
import { dateText, id, longText, minutes, rev } from '#shared/model/primitives.ts';
import {
  alternative,
  mostAlternatives,
  rehearsalKinds,
  rehearsalResults,
  rollbackRecord,
} from '#shared/model/planning/rollback.ts';
import { command, query } from '../procedure.ts';

const changed = ['rollback', 'gates', 'releases'] as const;

export const rollback = {
  'rollback.get': query({
    about:
      'Gives the rollback plan of a release with its alternatives and rehearsals; empty steps mean there is none yet.',
    input: z.strictObject({ releaseId: id }),
    output: rollbackRecord,
    topics: ['rollback'],
  }),
  'rollback.save': command({
    about: 'Changes the rollback plan of a release; alternatives are given whole.',
    input: z.strictObject({
      releaseId: id,
      rev: rev.optional(),
      steps: longText.optional(),
      durationMinutes: minutes.nullable().optional(),
      pointOfNoReturn: z.string().trim().max(500).optional(),
      rehearsedOn: dateText.nullable().optional(),
      rehearsalResult: z.string().trim().max(500).optional(),
      alternatives: z
        .array(alternative)
        .max(mostAlternatives, `has more than ${mostAlternatives}; keep those that are realistic`)
        .optional(),
    }),
    output: rollbackRecord,
    topics: changed,
  }),
  'rollback.rehearse': command({
    about:
      'Records a rehearsal of the way back, or a disaster recovery test; the plan tells of the newest rehearsal.',
    input: z.strictObject({
      releaseId: id,
      kind: z.enum(rehearsalKinds),
      rehearsedOn: dateText,
      /** Who led it; absent means whoever records it. */
      byId: id.optional(),
      result: z.enum(rehearsalResults),
      durationMinutes: minutes.nullable().default(null),
      note: longText.default(''),
    }),
    output: rollbackRecord,
    topics: changed,
  }),
  'rollback.removeRehearsal': command({
    about: 'Takes away a rehearsal that was entered in error; history keeps it.',
    input: z.strictObject({ id }),
    output: rollbackRecord,
    topics: changed,
  }),
};
