import { z } from 'zod';
import { assessmentView, question, questionnaire } from '#shared/model/governance/assessments.ts';
import { dateText, id, longText, rev, shortText } from '#shared/model/primitives.ts';
import {
  registeredRisk,
  risk,
  riskAssessment,
  riskStates,
} from '#shared/model/governance/risks.ts';
import { command, query } from '../procedure.ts';

const level = z
  .number()
  .int()
  .min(1, 'is below 1; expected 1 (lowest) to 5 (highest)')
  .max(5, 'is above 5; expected 1 (lowest) to 5 (highest)');

const category = z
  .string()
  .trim()
  .max(60, 'is longer than 60 characters; shorten it')
  .refine((text) => !/[\n\r\0]/.test(text), 'has a line break; keep it on one line');

export const risks = {
  'risks.list': query({
    about:
      'Lists the risks of a release, the highest score first, with the band and its arithmetic.',
    input: z.strictObject({ releaseId: id }),
    output: z.strictObject({
      risks: z.array(risk),
      assessment: riskAssessment,
      /** By the questions, the newest first. */
      assessments: z.array(assessmentView),
    }),
    topics: [
      ...(['risks', 'assessments', 'releases', 'services', 'rollback'] as const),
      ...(['scope', 'windows', 'people'] as const),
    ],
  }),
  'risks.questionnaire': query({
    about:
      'Gives the questions about likelihood and impact that are asked now, those of the program, and every version that was published.',
    input: z.strictObject({}),
    output: z.strictObject({
      /** Null where the questions of the program are asked. */
      inForceId: id.nullable(),
      name: z.string(),
      questions: z.array(question),
      shipped: z.array(question),
      versions: z.array(questionnaire),
    }),
    topics: ['assessments', 'people'],
  }),
  'risks.publishQuestionnaire': command({
    about:
      'Publishes a version of the questions, which are asked from now on; assessments that were given stay as they are.',
    input: z.strictObject({
      name: shortText,
      questions: z
        .array(question)
        .min(1, 'has no question; ask at least one about the likelihood and one about the impact')
        .max(50),
      note: longText.default(''),
      /** The version the typing began from, null for those of the program; absent does not ask. */
      after: z.number().int().nullable().optional(),
    }),
    output: questionnaire,
    topics: ['assessments'],
  }),
  'risks.assess': command({
    about:
      'Answers the questions for a release: the levels come from the answers, the band is told with its arithmetic and kept.',
    input: z.strictObject({
      releaseId: id,
      answers: z
        .array(z.strictObject({ questionKey: z.string(), answerKey: z.string() }))
        .min(1, 'has no answer; answer at least one question of each axis')
        .max(50),
      /** What is left once everything planned against it is done; never taken for the band. */
      residualLikelihood: level.nullable().default(null),
      residualImpact: level.nullable().default(null),
      note: longText.default(''),
    }),
    output: assessmentView,
    topics: ['assessments', 'risks', 'gates', 'releases'],
  }),
  'risks.weigh': query({
    about: 'Tells what answers would come to for a release; writes nothing.',
    input: z.strictObject({
      releaseId: id,
      answers: z.array(z.strictObject({ questionKey: z.string(), answerKey: z.string() })).max(50),
    }),
    output: riskAssessment.extend({
      sums: z.strictObject({ likelihood: z.string(), impact: z.string() }),
    }),
    topics: ['assessments', 'risks', 'releases', 'services', 'rollback', 'windows'],
  }),
  'risks.register': query({
    about:
      'Lists the risks of all open releases, or of all, the highest score first, with bands and overdue mitigations.',
    input: z.strictObject({ which: z.enum(['open', 'all']).default('open') }),
    output: z.array(registeredRisk),
    topics: ['risks', 'releases', 'workspace'],
  }),
  'risks.add': command({
    about:
      'Adds a risk: likelihood and impact from 1 to 5, what is done about it by when, and what is left then.',
    input: z.strictObject({
      releaseId: id,
      title: shortText,
      likelihood: level,
      impact: level,
      mitigation: longText.default(''),
      ownerId: id.nullable().default(null),
      category: category.default(''),
      residualLikelihood: level.nullable().default(null),
      residualImpact: level.nullable().default(null),
      dueOn: dateText.nullable().default(null),
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
      category: category.optional(),
      residualLikelihood: level.nullable().optional(),
      residualImpact: level.nullable().optional(),
      dueOn: dateText.nullable().optional(),
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
