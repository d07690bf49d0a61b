import { z } from 'zod';
import { placementRules } from '../planning/placement.ts';
import { id, instant } from '../primitives.ts';

/** `asked` waits for a second person; it expires by itself, asked or granted. */
export const exceptionStates = ['asked', 'granted', 'refused', 'withdrawn', 'expired'] as const;
export const exceptionState = z.enum(exceptionStates);
export type ExceptionState = z.infer<typeof exceptionState>;

/** What of the gates of a release an exception can be to; the gate is its subject. */
export const gateExceptionRules = ['gate-removed', 'gate-override'] as const;
export const gateExceptionRule = z.enum(gateExceptionRules);
export type GateExceptionRule = z.infer<typeof gateExceptionRule>;

export const exceptionRule = z.enum([...placementRules, ...gateExceptionRules]);
export type ExceptionRule = z.infer<typeof exceptionRule>;

/** Leave not to keep a rule for a time, with where it stands now. */
export const exceptionView = z.strictObject({
  id,
  releaseId: id,
  release: z.string(),
  rule: exceptionRule,
  /** What it is an exception to, as it was called then; null for whatever the rule finds. */
  subjectId: id.nullable(),
  subjectName: z.string(),
  rationale: z.string(),
  impact: z.string(),
  requestedById: id,
  requestedAt: instant,
  expiresAt: instant,
  state: exceptionState,
  decidedById: id.nullable(),
  decidedAt: instant.nullable(),
  decisionNote: z.string(),
  withdrawnAt: instant.nullable(),
  /** Who may decide on it, as a sentence; empty once it is decided or over. */
  deciders: z.string(),
  /** Whether whoever acts may decide on it, and take it back. */
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
  /** A change of the rule, where exceptions to it come again and again. */
  proposal: z.string().nullable(),
});
export type ExceptionView = z.infer<typeof exceptionView>;
