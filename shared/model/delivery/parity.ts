import { z } from 'zod';
import { id, instant } from '../primitives.ts';

/** How exported settings are written; `yaml` is also that of Helm values. */
export const settingsFormats = ['env', 'json', 'yaml', 'kubernetes'] as const;
export const settingsFormat = z.enum(settingsFormats);
export type SettingsFormat = z.infer<typeof settingsFormat>;

/** In the order in which they are told. */
export const parityStates = ['only-left', 'only-right', 'different', 'same'] as const;
export const parityState = z.enum(parityStates);
export type ParityState = z.infer<typeof parityState>;

/** One setting held against its counterpart. No value is in it, whether secret or not. */
export const parityRow = z.strictObject({
  /** The path to it: `LOG_LEVEL`, `image.tag`, `hosts[0]`. */
  key: z.string(),
  state: parityState,
  /** It is a secret by what it is called, by what it looks like, or by where it stands. */
  secret: z.boolean(),
  /** Where it stands in each file, from 1; null where it does not. */
  leftLine: z.number().int().nullable(),
  rightLine: z.number().int().nullable(),
});
export type ParityRow = z.infer<typeof parityRow>;

/** A file that was compared: how it was read, and what was told of it. */
export const comparedFile = z.strictObject({
  name: z.string(),
  format: settingsFormat,
  settings: z.number().int(),
  notes: z.array(z.string()),
});
export type ComparedFile = z.infer<typeof comparedFile>;

/**
 * A setting as a comparison keeps it: never a value. Of one that differs a salted hash of each value,
 * so that an acceptance can tell whether it is still the difference that was accepted; of one that is
 * the same not even that.
 */
export type KeptSetting = {
  key: string;
  state: ParityState;
  secret: boolean;
  left: string | null;
  right: string | null;
};

/** Somebody took a difference as it should be. */
export const parityAcceptance = z.strictObject({
  id,
  reason: z.string(),
  ownerId: id,
  acceptedAt: instant,
  acceptedById: id.nullable(),
  /** A value changed since: it was given for another difference, and no longer counts. */
  lapsed: z.boolean(),
});
export type ParityAcceptance = z.infer<typeof parityAcceptance>;

export const keptParityRow = parityRow
  .pick({ key: true, state: true, secret: true })
  .extend({ acceptance: parityAcceptance.nullable() });
export type KeptParityRow = z.infer<typeof keptParityRow>;

export const parityCounts = z.strictObject({
  'only-left': z.number().int(),
  'only-right': z.number().int(),
  different: z.number().int(),
  same: z.number().int(),
});
export type ParityCounts = z.infer<typeof parityCounts>;

export const parityCheck = z.strictObject({
  id,
  leftEnvironmentId: id,
  rightEnvironmentId: id,
  left: z.string(),
  right: z.string(),
  serviceId: id.nullable(),
  service: z.string().nullable(),
  comparedAt: instant,
  comparedById: id.nullable(),
  counts: parityCounts,
  accepted: z.number().int(),
  /** Differences nobody accepted. */
  open: z.number().int(),
  /** All of it as a sentence, to stand as evidence. */
  said: z.string(),
});
export type ParityCheck = z.infer<typeof parityCheck>;
