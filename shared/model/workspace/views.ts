import { z } from 'zod';
import { id, rev, shortText } from '../primitives.ts';

/** The list a view is of, `releases`. */
export const screenKey = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/, 'expected lower-case words joined by hyphens')
  .max(40);

const longestSettings = 20_000;

/** What a screen keeps of itself; each screen knows its own, and leaves out what it no longer knows. */
export const viewSettings = z
  .record(z.string().max(60), z.json())
  .refine((settings) => JSON.stringify(settings).length <= longestSettings, {
    error: 'are longer than 20,000 characters; narrow the view with fewer choices',
  });

export const savedView = z.strictObject({
  id,
  rev,
  screen: screenKey,
  name: shortText,
  settings: viewSettings,
  shared: z.boolean(),
  personId: id,
  /** Whose it is, in words. */
  personName: z.string(),
  /** Yours: you can change and remove it. */
  own: z.boolean(),
});
export type SavedView = z.infer<typeof savedView>;
