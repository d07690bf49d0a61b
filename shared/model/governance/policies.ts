import { z } from 'zod';
import { id, instant, longText, rev, shortText } from '../primitives.ts';
import { profile } from '../workspace/workspace.ts';

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
