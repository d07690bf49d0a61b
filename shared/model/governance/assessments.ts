import { z } from 'zod';
import { id, instant, longText, shortText } from '../primitives.ts';
import { level, riskBand } from './risks.ts';

/** Likelihood and impact are judged apart and multiplied; every question speaks for one of them. */
export const questionAxes = ['likelihood', 'impact'] as const;
export const questionAxis = z.enum(questionAxes);
export type QuestionAxis = z.infer<typeof questionAxis>;

/** Names a question or an answer within its questionnaire and across its versions. */
const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens')
  .max(60);

export const question = z.strictObject({
  key,
  axis: questionAxis,
  text: shortText,
  /** How much it counts beside the others of its axis. */
  weight: z
    .number()
    .min(0, 'is no number from 0 to 100')
    .max(100, 'is above 100; give a number from 0 to 100'),
  answers: z
    .array(z.strictObject({ key, text: shortText, level }))
    .min(2)
    .max(10),
});
export type Question = z.infer<typeof question>;

/** A version as it was published: added, never changed. The newest one is asked. */
export const questionnaire = z.strictObject({
  id,
  number: z.number().int().positive(),
  name: shortText,
  questions: z.array(question).min(1).max(50),
  note: longText,
  publishedAt: instant,
  publishedById: id,
});
export type Questionnaire = z.infer<typeof questionnaire>;

/** What was answered, with the words and the weight of then: its arithmetic needs no questionnaire. */
export const assessmentAnswer = z.strictObject({
  questionKey: z.string(),
  answerKey: z.string(),
  axis: questionAxis,
  question: z.string(),
  answer: z.string(),
  level,
  weight: z.number(),
});
export type AssessmentAnswer = z.infer<typeof assessmentAnswer>;

/** What an assessment was given on; what differs from it later makes it out of date. */
export const assessedOn = z.strictObject({
  type: z.string(),
  dataMigration: z.boolean(),
  /** As they were called then; another name makes no other service. */
  services: z.array(z.strictObject({ id, name: z.string() })),
  /** The ids of its scope items. */
  scope: z.array(id),
  rollback: z.enum(['none', 'planned', 'rehearsed']),
  freezes: z.array(z.string()),
});
export type AssessedOn = z.infer<typeof assessedOn>;

/** One judgement of a release's risk; a later one stands before it, none is changed. */
export const assessment = z.strictObject({
  id,
  releaseId: id,
  /** Null where the questionnaire that comes with the program was asked. */
  questionnaireId: id.nullable(),
  questionnaireName: z.string(),
  answers: z.array(assessmentAnswer),
  likelihood: level,
  impact: level,
  /** What raised the band, in words, as it was seen then. */
  raisedBy: z.array(z.string()),
  /** The band that was told then, which calibration holds against what happened. */
  band: riskBand,
  /** What is left once everything that is planned against it is done; null where nobody judged it. */
  residualLikelihood: level.nullable(),
  residualImpact: level.nullable(),
  note: longText,
  /** Null for one of before it was kept. */
  givenOn: assessedOn.nullable(),
  assessedById: id,
  assessedAt: instant,
});
export type Assessment = z.infer<typeof assessment>;

/** An assessment with its sums, and what is other now than when it was given. */
export const assessmentView = assessment.extend({
  /** `(3 × 2 + 5 × 1) ÷ 3 = 3.7, rounded 4`, of each axis. */
  sums: z.strictObject({ likelihood: z.string(), impact: z.string() }),
  /** Empty while it holds; only the newest is asked. */
  outdated: z.array(z.string()),
});
export type AssessmentView = z.infer<typeof assessmentView>;
