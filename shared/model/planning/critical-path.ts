import { z } from 'zod';
import { dateText, id, instant } from '../primitives.ts';

/** Something a release waits for, itself or by way of what it waits for. */
export const pathStep = z.strictObject({
  key: z.string(),
  /** Null for what is no release. */
  releaseId: id.nullable(),
  name: z.string(),
  number: z.number().int().nullable(),
  /** Null for what is expected on a day. */
  startAt: instant.nullable(),
  /** When it has ended, or is there. */
  readyAt: instant,
  /** The name of what waits for it, first of all. */
  waiting: z.string(),
  lagDays: z.number().int(),
  /** Working days it can slip before the release would start later; less than 0 where it is too late. */
  slackDays: z.number().int(),
  /** Whether it is one of those that say when the release can start. */
  drives: z.boolean(),
  why: z.string(),
});
export type PathStep = z.infer<typeof pathStep>;

/** What says when a release can start. */
export const criticalPath = z.strictObject({
  /** The planned start; null while none is planned. */
  startAt: instant.nullable(),
  /** When all it waits for lets it start; null where nothing holds it. */
  earliestAt: instant.nullable(),
  /** What it comes to, as a sentence. */
  why: z.string(),
  /** Those that say when it can start come first, each before what waits for it. */
  steps: z.array(pathStep),
  /** What of its own plan is in the way. */
  plan: z.strictObject({ endsOn: dateText.nullable(), why: z.string() }),
});
export type CriticalPath = z.infer<typeof criticalPath>;
