import { z } from 'zod';
import { id } from '../primitives.ts';

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

/** One thing a check found, with where to go and look. */
export const pitfallRow = z.strictObject({
  releaseId: id,
  /** The gate that is meant; null where it is the release. */
  gateId: id.nullable(),
  /** What opens: a tab of the release. */
  tab: z.enum(['overview', 'scope', 'gates', 'rollback', 'history']),
  name: z.string(),
  said: z.string(),
});
export type PitfallRow = z.infer<typeof pitfallRow>;

/** `too-few`: nothing can be concluded yet from what there is. */
export const pitfallStates = ['found', 'clear', 'too-few', 'off'] as const;
export const pitfallState = z.enum(pitfallStates);
export type PitfallState = z.infer<typeof pitfallState>;

export const pitfallView = pitfallSetting.extend({
  key: pitfallKey,
  state: pitfallState,
  /** How many were looked at, and how many of them it found. */
  looked: z.number().int(),
  found: z.number().int(),
  /** Both numbers, with what they are of, as a sentence. */
  said: z.string(),
  /** The worst first, as many as were asked for. */
  rows: z.array(pitfallRow),
});
export type PitfallView = z.infer<typeof pitfallView>;
