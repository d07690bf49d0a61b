import { z } from 'zod';
import { id, longText, rev, shortText } from '#shared/model/primitives.ts';
import { risk, riskAssessment, riskStates } from '#shared/model/governance/risks.ts';
import { command, query } from '../procedure.ts';

const level = z
  .number()
  .int()
  .min(1, 'is below 1; expected 1 (lowest) to 5 (highest)')
  .max(5, 'is above 5; expected 1 (lowest) to 5 (highest)');

export const risks = {
  'risks.list': query({
    about:
      'Lists the risks of a release, the highest score first, with the band and its arithmetic.',
    input: z.strictObject({ releaseId: id }),
    output: z.strictObject({ risks: z.array(risk), assessment: riskAssessment }),
    topics: ['risks', 'releases', 'services', 'rollback'],
  }),
  'risks.add': command({
    about: 'Adds a risk: likelihood and impact from 1 to 5, and what is done about it.',
    input: z.strictObject({
      releaseId: id,
      title: shortText,
      likelihood: level,
      impact: level,
      mitigation: longText.default(''),
      ownerId: id.nullable().default(null),
    }),
    output: risk,
    topics: ['risks', 'gates', 'releases'],
  }),
  'risks.update': command({
    about: 'Changes a risk, its mitigation or its state.',
    input: z.strictObject({
      id,
      rev: rev.optional(),
      title: shortText.optional(),
      likelihood: level.optional(),
      impact: level.optional(),
      mitigation: longText.optional(),
      ownerId: id.nullable().optional(),
      state: z.enum(riskStates).optional(),
    }),
    output: risk,
    topics: ['risks', 'gates', 'releases'],
  }),
  'risks.remove': command({
    about: 'Removes a risk that was entered in error; history keeps it.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['risks', 'gates', 'releases'],
  }),
};
