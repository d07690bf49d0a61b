import { z } from 'zod';

/** Ways in which the process itself goes wrong, in the order they are told. */
export const pitfallKeys = [
  'gates-never-refused',
  'releases-without-update',
  'rollback-not-rehearsed',
  'unclear-accountable',
  'scope-after-freeze',
  'waiting-longer-than-working',
] as const;
export const pitfallKey = z.enum(pitfallKeys);
export type PitfallKey = z.infer<typeof pitfallKey>;

/** `limit` is the N or X of the check: releases, days or times; each check says which. */
export const pitfallSetting = z.strictObject({
  isOn: z.boolean(),
  limit: z.number().int().min(1).max(1000),
});
export type PitfallSetting = z.infer<typeof pitfallSetting>;

/** What a workspace set apart from the defaults. */
export const pitfallSettings = z.partialRecord(pitfallKey, pitfallSetting);
export type PitfallSettings = z.infer<typeof pitfallSettings>;
