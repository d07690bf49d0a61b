import { z } from 'zod';
import { dateText, id, instant, zone } from '../primitives.ts';
import { taskKind } from './plan.ts';
import { readiness } from './release-views.ts';
import { outcome, phase } from './releases.ts';

/** What a check of the placement says of a release at a start. */
export const moveFinding = z.strictObject({
  severity: z.enum(['blocked', 'needs-exception', 'warning']),
  sentence: z.string(),
});
export type MoveFinding = z.infer<typeof moveFinding>;

/** Chosen by whoever moves it, taken along with its parent, or pushed by what it waits for. */
export const moveCause = z.enum(['chosen', 'child', 'successor']);
export type MoveCause = z.infer<typeof moveCause>;

const movedDate = { from: dateText, to: dateText };
const span = z.strictObject({ startAt: instant, endAt: instant });

/** A booking of a release, by the same step of the wall clock. */
export const movedBooking = z.strictObject({
  id,
  purpose: z.string(),
  place: z.string(),
  from: span,
  to: span,
  zone,
  /** What is in its way there, a sentence each. */
  clashes: z.array(z.string()),
});

/** Days promised to a release in a week. */
export const movedCommitment = z.strictObject({
  id,
  /** The role, or the person in it. */
  who: z.string(),
  days: z.number(),
  ...movedDate,
});

/** A date of its train that was edited by hand, and what the train would make of it. */
export const keptDate = z.strictObject({
  id,
  title: z.string(),
  on: dateText.nullable(),
  wouldBe: dateText,
});

export const movedRelease = z.strictObject({
  id,
  name: z.string(),
  number: z.number().int(),
  cause: moveCause,
  /** Why it moves, as a sentence. */
  why: z.string(),
  /** Null where no deployment is planned, so that its dates alone move. */
  fromAt: instant.nullable(),
  toAt: instant.nullable(),
  zone,
  deployments: z.array(z.strictObject({ id, place: z.string(), from: instant, to: instant, zone })),
  phases: z.array(z.strictObject({ phase, ...movedDate })),
  /** Tasks and milestones with a date of their own; the others follow what they wait for. */
  tasks: z.array(z.strictObject({ id, kind: taskKind, title: z.string(), ...movedDate })),
  bookings: z.array(movedBooking),
  commitments: z.array(movedCommitment),
  kept: z.array(keptDate),
  /** Approvals that hold now and would be out of date, with who gave them. */
  decisions: z.array(z.strictObject({ gateId: id, gate: z.string(), personId: id })),
  findings: z.array(moveFinding),
});
export type MovedRelease = z.infer<typeof movedRelease>;

export const movePlan = z.strictObject({
  /** Why it cannot be moved so; the rest is empty then. */
  refused: z.string().nullable(),
  /** False for a preview. */
  applied: z.boolean(),
  /** The chosen release first, then each behind what it goes along with or waits for. */
  moved: z.array(movedRelease),
  /** Releases that are tied to one that moves and stay, with the reason. */
  stays: z.array(
    z.strictObject({ id, name: z.string(), number: z.number().int(), why: z.string() }),
  ),
});
export type MovePlan = z.infer<typeof movePlan>;

const relative = z.strictObject({
  id,
  name: z.string(),
  number: z.number().int(),
  phase,
  outcome: outcome.nullable(),
  startAt: instant.nullable(),
  zone: zone.nullable(),
  readiness: readiness.nullable(),
});
export type Relative = z.infer<typeof relative>;

/** What a release is part of, and what is part of it, the next start first. */
export const family = z.strictObject({
  parent: relative.nullable(),
  children: z.array(relative),
});
export type Family = z.infer<typeof family>;
