import { z } from 'zod';
import { id, longText, rev, shortText } from '../primitives.ts';

export const riskBands = ['low', 'medium', 'high', 'critical'] as const;
export const riskBand = z.enum(riskBands);
export type RiskBand = z.infer<typeof riskBand>;

export const riskStates = ['open', 'mitigated', 'accepted', 'closed'] as const;

/** Likelihood and impact from 1 (rare, negligible) to 5 (almost certain, severe). */
export const risk = z.strictObject({
  id,
  rev,
  releaseId: id,
  title: shortText,
  likelihood: z.number().int().min(1).max(5),
  impact: z.number().int().min(1).max(5),
  mitigation: longText,
  ownerId: id.nullable(),
  state: z.enum(riskStates),
});
export type Risk = z.infer<typeof risk>;

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
