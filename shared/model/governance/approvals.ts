import { z } from 'zod';
import { dateText, id, instant, longText } from '../primitives.ts';
import { roleKey } from '../workspace/people.ts';

/** The rules of a workspace by which decisions count; what it does not set goes by the defaults. */
export const approvalRules = z.strictObject({
  /** A no-go blocks until it is withdrawn or overruled; otherwise it only does not count. */
  noGoBlocks: z.boolean(),
  abstentionCounts: z.boolean(),
  conditionalCounts: z.boolean(),
  /** Consulted people must have answered before a gate passes. */
  consultedFirst: z.boolean(),
  /** Who may overrule a no-go: a named person before a role. */
  overruleRole: roleKey.nullable(),
  overrulePersonId: id.nullable(),
});
export type ApprovalRules = z.infer<typeof approvalRules>;

/** A no-go that was set aside by the authority named for it; it stays in the record. */
export const decisionOverrule = z.strictObject({
  id,
  releaseId: id,
  decisionId: id,
  byId: id,
  at: instant,
  reason: z.string(),
});
export type DecisionOverrule = z.infer<typeof decisionOverrule>;

/** What a request asks beside its note. */
export const requestTerms = z.strictObject({
  dueOn: dateText.nullable(),
  /** Who was asked, as seats stood then. */
  askedIds: z.array(id),
});
export type RequestTerms = z.infer<typeof requestTerms>;

/** Whom somebody decided for, and why they could: empty for one's own seat. */
export const standIn = z.strictObject({ forPersonId: id.nullable(), reason: z.string() });
export type StandIn = z.infer<typeof standIn>;

/** Somebody asked for their view of a gate; it decides nothing. */
export const consultation = z.strictObject({
  id,
  releaseId: id,
  gateId: id,
  personId: id,
  question: longText,
  askedById: id,
  askedAt: instant,
  dueOn: dateText.nullable(),
  answer: longText,
  answeredAt: instant.nullable(),
});
export type Consultation = z.infer<typeof consultation>;
