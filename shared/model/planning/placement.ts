import { z } from 'zod';
import { id, instant, plannedAt, zone } from '../primitives.ts';

/** Rules a planned start is held against, in the order they are told. */
export const placementRules = [
  'hard-freeze',
  'minimum-notice',
  'soft-freeze',
  'outside-window',
  'environment-booked',
  'shared-service',
  'dependency-order',
  'owner-absent',
  'approver-absent',
  'peak',
  'public-holiday',
] as const;
export const placementRule = z.enum(placementRules);
export type PlacementRule = z.infer<typeof placementRule>;

/** `blocked` stops a move, `needs-exception` asks a second person, a warning is only told. */
export const placementSeverities = ['blocked', 'needs-exception', 'warning'] as const;
export const placementSeverity = z.enum(placementSeverities);
export type PlacementSeverity = z.infer<typeof placementSeverity>;

export const placementSubject = z.strictObject({
  kind: z.enum(['window', 'release', 'booking', 'person', 'calendar', 'dependency']),
  id,
  name: z.string(),
});
export type PlacementSubject = z.infer<typeof placementSubject>;

/** One rule a planned start does not keep, with everything that explains it. */
export const placementFinding = z.strictObject({
  key: placementRule,
  severity: placementSeverity,
  /** The window, release, booking, person or calendar that stands in the way. */
  subject: placementSubject,
  /** The environments of the deployments it is about. */
  places: z.array(z.string()),
  /** What the subject applies to, in words; empty where it has no scope. */
  scope: z.string(),
  /** When the subject is there; half-open, null where it has no times. */
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  zone,
  /** The same times in words, in the zone and in UTC; empty where there are none. */
  local: z.string(),
  utc: z.string(),
  /** What was found, as a sentence. */
  what: z.string(),
  /** The rule, as a sentence. */
  rule: z.string(),
  /** How the numbers lead to it; null where nothing is reckoned. */
  arithmetic: z.string().nullable(),
  /** Who may override it, as a sentence. */
  override: z.string(),
  /** The exception that covers it: it is shown then, and in nobody's way. */
  exception: z.strictObject({ id, grantedById: id, expiresAt: instant }).nullable(),
  /** An exception to it was asked for and waits for a decision. */
  asked: z.boolean(),
  /** A change of the rule, where exceptions to it come again and again. */
  proposal: z.string().nullable(),
});
export type PlacementFinding = z.infer<typeof placementFinding>;

export const placementAsked = z.strictObject({
  releaseId: id,
  start: plannedAt,
  /** Moves this deployment alone; absent moves all that are ahead, led by the planned start. */
  deploymentId: id.optional(),
});

export const placementCheck = z.strictObject({
  startAt: instant,
  endAt: instant,
  zone,
  /** Whether it is planned for this start already. */
  planned: z.boolean(),
  findings: z.array(placementFinding),
  /** The worst severity no exception covers; null when nothing stands against the start. */
  worst: placementSeverity.nullable(),
});
export type PlacementCheck = z.infer<typeof placementCheck>;

export const nearestAsked = z.strictObject({
  releaseId: id,
  /** The first start looked at; absent takes the planned one. */
  start: plannedAt.optional(),
  deploymentId: id.optional(),
  count: z.number().int().min(1).max(10).default(3),
});

export const nearestFree = z.strictObject({
  starts: z.array(z.strictObject({ startAt: instant, endAt: instant })),
  zone,
  /** How many days were searched. */
  searchedDays: z.number().int(),
  /** What stands in the way longest, where fewer starts than asked for are free. */
  inTheWay: z
    .strictObject({
      key: placementRule,
      name: z.string(),
      days: z.number().int(),
      what: z.string(),
    })
    .nullable(),
});
export type NearestFree = z.infer<typeof nearestFree>;
