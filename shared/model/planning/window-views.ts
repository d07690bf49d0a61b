import { z } from 'zod';
import { id, instant, zone } from '../primitives.ts';
import { occurrence, wallTimeText, window } from './windows.ts';

export const windowView = z.strictObject({
  ...window.shape,
  /** When it is, in words: `every Friday 17:00 to Monday 08:00 London`. */
  when: z.string(),
  /** What it is about, in words: `all services, prod-eu, all regions`. */
  about: z.string(),
  /** The one that runs now, or the next one; null where none is left. */
  next: occurrence.nullable(),
});
export type WindowView = z.infer<typeof windowView>;

export const occurrenceStates = ['regular', 'moved', 'skipped'] as const;

export const windowOccurrence = z.strictObject({
  ...occurrence.shape,
  /** What clocks of the zone show at the start and the end. */
  local: z.strictObject({ start: wallTimeText, end: wallTimeText, zone }),
  state: z.enum(occurrenceStates),
  /** What a change of clocks does to it; null where it does nothing. */
  note: z.string().nullable(),
  /** Why it was skipped or moved. */
  reason: z.string(),
});
export type WindowOccurrence = z.infer<typeof windowOccurrence>;

/** What both have in common, and the occurrence it is with. */
const hitShape = {
  /** `outside`: it lies in no deployment window, though one is about it. */
  how: z.enum(['overlaps', 'outside']),
  /** Whether the window as it is saved hits it too: nothing new for its owner. */
  already: z.boolean(),
  overlap: z.strictObject({
    startsAt: instant,
    endsAt: instant,
    /** In the zone of what is hit, and in UTC. */
    local: z.string(),
    utc: z.string(),
  }),
};

export const releaseHit = z.strictObject({
  releaseId: id,
  name: z.string(),
  ownerId: id,
  deploymentId: id,
  place: z.string(),
  /** The planned start of the release, which may be that of another deployment. */
  releaseStartAt: instant,
  startAt: instant,
  endAt: instant,
  zone,
  ...hitShape,
});
export type ReleaseHit = z.infer<typeof releaseHit>;

export const bookingHit = z.strictObject({
  bookingId: id,
  purpose: z.string(),
  place: z.string(),
  bookedById: id,
  startAt: instant,
  endAt: instant,
  zone,
  ...hitShape,
});
export type BookingHit = z.infer<typeof bookingHit>;

export const trainHit = z.strictObject({
  trainId: id,
  name: z.string(),
  place: z.string(),
  ownerId: id,
  startAt: instant,
  endAt: instant,
  zone,
  ...hitShape,
});
export type TrainHit = z.infer<typeof trainHit>;

export const windowImpact = z.strictObject({
  when: z.string(),
  about: z.string(),
  /** What people should know of the times themselves: that they lie in the past, that it has no end. */
  notes: z.array(z.string()),
  releases: z.array(releaseHit),
  bookings: z.array(bookingHit),
  trains: z.array(trainHit),
  /** Hits of each kind that are not listed, since there are so many. */
  more: z.number().int(),
  /** Whom to tell, each with what of theirs is hit. */
  tell: z.array(
    z.strictObject({
      personId: id,
      name: z.string(),
      email: z.string(),
      things: z.array(z.string()),
    }),
  ),
});
export type WindowImpact = z.infer<typeof windowImpact>;

/** Where one release would come to lie, or why it cannot be moved so. */
export const windowMove = z.strictObject({
  releaseId: id,
  name: z.string(),
  fromAt: instant.nullable(),
  toAt: instant.nullable(),
  zone: zone.nullable(),
  /** How many deployments move. */
  moves: z.number().int(),
  note: z.string().nullable(),
  /** Decisions on the planned start that would be out of date. */
  stale: z.number().int(),
  refused: z.string().nullable(),
});
export type WindowMove = z.infer<typeof windowMove>;
