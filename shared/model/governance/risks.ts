import { z } from 'zod';
import { dateText, id, longText, rev, shortText } from '../primitives.ts';

export const riskBands = ['low', 'medium', 'high', 'critical'] as const;
export const riskBand = z.enum(riskBands);
export type RiskBand = z.infer<typeof riskBand>;

export const riskStates = ['open', 'mitigated', 'accepted', 'closed'] as const;
export type RiskState = (typeof riskStates)[number];

/** Of likelihood or impact: 1 (rare, negligible) to 5 (almost certain, severe). */
export const level = z.number().int().min(1).max(5);
export type Level = z.infer<typeof level>;

/** What the register knows of a risk beside its title, levels and state. */
const riskTerms = z.strictObject({
  category: z.string(),
  /** What is left once its mitigation is done; both are null where nobody judged it. */
  residualLikelihood: level.nullable(),
  residualImpact: level.nullable(),
  /** By when its mitigation is done. */
  dueOn: dateText.nullable(),
});

export const risk = z.strictObject({
  ...riskTerms.shape,
  id,
  rev,
  releaseId: id,
  title: shortText,
  likelihood: level,
  impact: level,
  mitigation: longText,
  ownerId: id.nullable(),
  state: z.enum(riskStates),
});
export type Risk = z.infer<typeof risk>;

/** Where the mitigation of a risk stands; what is no longer open is settled whatever its day. */
export const mitigationStandings = ['overdue', 'soon', 'later', 'undated', 'settled'] as const;
export type MitigationStanding = (typeof mitigationStandings)[number];

/** A risk among those of all releases. */
export const registeredRisk = z.strictObject({
  ...risk.shape,
  release: z.string(),
  releaseNumber: z.number().int(),
  /** The release is closed: what it was at risk of is history. */
  isOver: z.boolean(),
  band: riskBand,
  residualBand: riskBand.nullable(),
  standing: z.enum(mitigationStandings),
});
export type RegisteredRisk = z.infer<typeof registeredRisk>;

/** A band with the arithmetic that gave it and the facts that raised it, ready to be read out. */
export const riskAssessment = z.strictObject({
  score: z.number().int().min(0).max(25),
  band: riskBand,
  /** Which counts: the register of risks, the answered questions, or neither. */
  from: z.enum(['nothing', 'register', 'questions']),
  arithmetic: z.string(),
  raisedBy: z.array(z.string()),
});
export type RiskAssessment = z.infer<typeof riskAssessment>;
