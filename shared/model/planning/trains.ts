import { z } from 'zod';
import { dateText, id, longText, minutes, rev, shortText, zone } from '../primitives.ts';
import { releaseType } from './releases.ts';
import { recurrenceText, wallTimeText } from './windows.ts';

/** The dates a train gives each of its releases beside the deployment. */
export const trainMarks = ['cut-off', 'scope-freeze', 'qa-start', 'qa-end', 'go-no-go'] as const;
export const trainMark = z.enum(trainMarks);
export type TrainMark = z.infer<typeof trainMark>;

/** Working days before the deployment, by mark; null: the train has no such date. */
export const trainOffsets = z.record(trainMark, z.number().int().min(0).max(250).nullable());
export type TrainOffsets = z.infer<typeof trainOffsets>;

/** Releases that depart by a cadence, whatever is ready by then. */
export const releaseTrain = z.strictObject({
  id,
  rev,
  name: shortText,
  zone,
  /** When the first one is deployed, on the wall clock. */
  startWall: wallTimeText,
  recurrence: recurrenceText,
  durationMinutes: minutes,
  environmentId: id,
  serviceIds: z.array(id).max(500),
  ownerId: id,
  type: releaseType,
  /** One of people's own templates; null: the one shipped for the type. */
  templateId: id.nullable(),
  holidayCalendarId: id.nullable(),
  offsets: trainOffsets,
  /** Dates of the cadence that are left out. */
  skips: z.array(dateText).max(1_000),
  note: longText,
});
export type ReleaseTrain = z.infer<typeof releaseTrain>;
