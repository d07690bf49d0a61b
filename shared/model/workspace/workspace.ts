import { z } from 'zod';
import { id, rev, shortText, zone } from '../primitives.ts';

/** Defaults for policy and separation of duties; `startup` lets one person fill two places of a gate, marked. */
export const profiles = ['startup', 'standard', 'regulated'] as const;
export const profile = z.enum(profiles);
export type Profile = z.infer<typeof profile>;

/** The days of a week people work on, Monday is 1; at least one, each once, in their order. */
export const workingDays = z
  .array(z.number().int().min(1, 'is no day of a week').max(7, 'is no day of a week'))
  .min(1, 'has no day; keep at least one working day')
  .max(7, 'has a day twice; a week has seven')
  .refine((days) => new Set(days).size === days.length, 'has a day twice; give each once')
  .transform((days) => days.toSorted((a, b) => a - b));

export const workspace = z.strictObject({
  id,
  rev,
  name: shortText,
  zone,
  profile,
  workingDays,
});
export type Workspace = z.infer<typeof workspace>;
