import { z } from 'zod';
import { dateText, id, instant } from '../primitives.ts';
import { outcome, phase } from './releases.ts';
import { releaseTrain, trainMark } from './trains.ts';

export const trainDate = z.strictObject({ mark: trainMark, on: dateText });

/** A release that was made for a departure. */
const ofDeparture = z.strictObject({
  id,
  name: z.string(),
  number: z.number().int(),
  phase,
  outcome: outcome.nullable(),
  /** Where it was shifted to, or where its cadence puts it; null without a deployment. */
  startAt: instant.nullable(),
  dates: z.array(z.strictObject({ mark: trainMark, on: dateText.nullable(), byHand: z.boolean() })),
  /** Scope items that came after its scope freeze. */
  late: z.number().int(),
  /** Scope items that are neither done nor dropped. */
  open: z.number().int(),
});

/** A departure by the cadence, whether a release was made for it or not. */
export const departure = z.strictObject({
  on: dateText,
  startAt: instant,
  endAt: instant,
  skipped: z.boolean(),
  /** False on a day off of the train's calendar; `why` names it. */
  working: z.boolean(),
  why: z.string(),
  dates: z.array(trainDate),
  release: ofDeparture.nullable(),
});
export type DepartureView = z.infer<typeof departure>;

export const trainView = z.strictObject({
  ...releaseTrain.shape,
  /** How often it departs, as a sentence. */
  cadence: z.string(),
  departures: z.array(departure),
});
export type TrainView = z.infer<typeof trainView>;

export const shiftPreview = z.strictObject({
  /** Why it cannot be shifted so; the rest is empty then. */
  refused: z.string().nullable(),
  fromAt: instant.nullable(),
  toAt: instant.nullable(),
  moves: z.array(z.strictObject({ mark: trainMark, from: dateText.nullable(), to: dateText })),
  /** Edited by hand, so that they stay. */
  kept: z.array(z.strictObject({ mark: trainMark, on: dateText.nullable(), wouldBe: dateText })),
});
export type ShiftPreview = z.infer<typeof shiftPreview>;
