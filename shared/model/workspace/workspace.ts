import { z } from 'zod';
import { id, rev, shortText, zone } from '../primitives.ts';

/** Defaults for policy and separation of duties; `startup` lets one person fill two places of a gate, marked. */
export const profiles = ['startup', 'standard', 'regulated'] as const;
export const profile = z.enum(profiles);
export type Profile = z.infer<typeof profile>;

export const workspace = z.strictObject({
  id,
  rev,
  name: shortText,
  zone,
  profile,
});
export type Workspace = z.infer<typeof workspace>;
