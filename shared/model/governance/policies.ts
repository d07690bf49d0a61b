import { z } from 'zod';
import { id, instant, longText, rev, shortText } from '../primitives.ts';
import { profile } from '../workspace/workspace.ts';
import { releaseType } from '../planning/releases.ts';
import { riskBand } from './risks.ts';

/** A draft is edited; what was published is never changed again. The newest published one is in force. */
export const policyStates = ['draft', 'published'] as const;
export const policyState = z.enum(policyStates);
export type PolicyState = z.infer<typeof policyState>;

/** As people type it: YAML with CEL conditions. Whether it can be read is told with the position. */
export const policyText = z
  .string()
  .max(200_000, 'is longer than 200,000 characters; a policy is a few pages')
  .refine((text) => !text.includes('\0'), 'has a NUL character; remove it');

/** One version of the rules that say which gates a release has. */
export const policy = z.strictObject({
  id,
  rev,
  name: shortText,
  number: z.number().int().positive(),
  /** Which of the program's own it began as; null for one written from nothing. */
  profile: profile.nullable(),
  text: policyText,
  /** SHA-256 of the text, hexadecimal. */
  digest: z.string(),
  state: policyState,
  /** The version it was made from. */
  basedOnId: id.nullable(),
  note: longText,
  publishedAt: instant.nullable(),
  publishedById: id.nullable(),
});
export type Policy = z.infer<typeof policy>;

/** One of the list: the program's own have no id, number or date. */
export const policyVersion = z.strictObject({
  id: id.nullable(),
  rev: rev.nullable(),
  name: z.string(),
  number: z.number().int().nullable(),
  profile: profile.nullable(),
  state: z.enum([...policyStates, 'shipped']),
  inForce: z.boolean(),
  note: z.string(),
  publishedAt: instant.nullable(),
  publishedById: id.nullable(),
  /** How many gates and rules; null where it cannot be read, which only a draft can be. */
  gates: z.number().int().nullable(),
  rules: z.number().int().nullable(),
});
export type PolicyVersion = z.infer<typeof policyVersion>;

/** How a rule came out for a release, with what its condition saw. */
export const ruleSeen = z.strictObject({
  key: z.string(),
  /** The condition; empty for every release. */
  when: z.string(),
  holds: z.boolean(),
  seen: z.string(),
});
export type RuleSeen = z.infer<typeof ruleSeen>;

/** A gate that comes or goes, with the rules that say so. */
export const gateMove = z.strictObject({
  key: z.string(),
  name: z.string(),
  rules: z.array(z.string()),
});

/** What a policy would make of one release, held against the one in force. */
export const policyPreview = z.strictObject({
  releaseId: id,
  release: z.string(),
  number: z.number().int(),
  type: releaseType,
  band: riskBand,
  gates: z.number().int(),
  added: z.array(gateMove),
  removed: z.array(gateMove),
  /** What the rules of the text saw, each in its order. */
  seen: z.array(ruleSeen),
});
export type PolicyPreview = z.infer<typeof policyPreview>;

/** What publishing would change at one open release. */
export const policyImpact = z.strictObject({
  releaseId: id,
  release: z.string(),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  changed: z.array(z.string()),
  /** Decided gates that stay, though they are asked for no more or in another shape. */
  staying: z.array(z.string()),
  /** Approvals that were asked for at gates that go. */
  requestsDropped: z.number().int(),
});
export type PolicyImpact = z.infer<typeof policyImpact>;
