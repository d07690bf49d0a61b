import { z } from 'zod';

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
