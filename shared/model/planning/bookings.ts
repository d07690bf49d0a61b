import { z } from 'zod';
import { dateText, id, instant, longText, rev, shortText, zone } from '../primitives.ts';

/** An environment that somebody needs for a time; half-open. */
export const booking = z.strictObject({
  id,
  rev,
  environmentId: id,
  /** Null where it is not for a release. */
  releaseId: id.nullable(),
  purpose: shortText,
  startAt: instant,
  endAt: instant,
  zone,
  bookedById: id,
  /** Others may use the environment at the same time. */
  shared: z.boolean(),
  note: longText,
});
export type Booking = z.infer<typeof booking>;

/** What takes an environment for a time: a booking, or a deployment that is planned there. */
export const environmentUse = z.strictObject({
  kind: z.enum(['booking', 'deployment']),
  id,
  environmentId: id,
  releaseId: id.nullable(),
  release: z.string().nullable(),
  /** The purpose of a booking, the name of the release of a deployment. */
  what: z.string(),
  /** Who booked it, or who owns the release. */
  personId: id,
  person: z.string(),
  startAt: instant,
  endAt: instant,
  zone,
  shared: z.boolean(),
});
export type EnvironmentUse = z.infer<typeof environmentUse>;

/** Another use at the same time, and from when to when both need the environment. */
export const clash = z.strictObject({
  with: environmentUse,
  from: instant,
  to: instant,
  /** What overlaps, whose it is, local and UTC. */
  words: z.string(),
});
export type Clash = z.infer<typeof clash>;

export const bookingView = z.strictObject({
  ...booking.shape,
  release: z.string().nullable(),
  /** The earliest; the first twenty where there are more. */
  clashes: z.array(clash),
});
export type BookingView = z.infer<typeof bookingView>;

export const absenceKinds = ['leave', 'sick', 'training', 'other'] as const;
export const absenceKind = z.enum(absenceKinds);

/** Days on which somebody is away, both of them counted. */
export const absence = z.strictObject({
  id,
  rev,
  personId: id,
  kind: absenceKind,
  firstOn: dateText,
  lastOn: dateText,
  /** Who stands in. */
  deputyId: id.nullable(),
  note: longText,
});
export type Absence = z.infer<typeof absence>;

/** A release that starts while somebody is away who has a part in it. */
export const missedRelease = z.strictObject({
  releaseId: id,
  name: z.string(),
  startAt: instant,
  zone,
  /** Their parts in words: `Owner`, or the name of a role. */
  roles: z.array(z.string()),
});
export type MissedRelease = z.infer<typeof missedRelease>;

/** A gate that falls due while somebody is away and that nobody else can decide then. */
export const dueGate = z.strictObject({
  releaseId: id,
  release: z.string(),
  gateId: id,
  gate: z.string(),
  /** The place they are asked for. */
  role: z.string(),
  dueOn: dateText,
  /** Others could decide, and are away too; false where nobody else holds the role. */
  othersAway: z.boolean(),
});
export type DueGate = z.infer<typeof dueGate>;

/** What an absence leaves open. */
export const absenceEffect = z.strictObject({
  releases: z.array(missedRelease),
  gates: z.array(dueGate),
  /** Absences of others that they stand in for on these days. */
  standsIn: z.array(absence),
});
export type AbsenceEffect = z.infer<typeof absenceEffect>;

/** Days of a role, or of somebody in it, that a release needs in a week. */
export const commitment = z.strictObject({
  id,
  rev,
  releaseId: id,
  roleKey: z.string(),
  personId: id.nullable(),
  /** The Monday of the week. */
  weekOn: dateText,
  days: z.number().min(0.25).max(200).multipleOf(0.25),
  note: longText,
});
export type Commitment = z.infer<typeof commitment>;

/** Days of one week: what there is, what is promised, and how the numbers come about. */
export const weekLoad = z.strictObject({
  weekOn: dateText,
  available: z.number(),
  committed: z.number(),
  /** More is promised than there is. */
  over: z.boolean(),
  why: z.string(),
});
export type WeekLoad = z.infer<typeof weekLoad>;

export const commitmentView = z.strictObject({ ...commitment.shape, release: z.string() });
export type CommitmentView = z.infer<typeof commitmentView>;

/** Roles and people over some weeks. */
export const capacityView = z.strictObject({
  today: dateText,
  weeks: z.array(dateText),
  roles: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      personIds: z.array(id),
      weeks: z.array(weekLoad),
    }),
  ),
  people: z.array(
    z.strictObject({
      personId: id,
      name: z.string(),
      roles: z.array(z.string()),
      weeks: z.array(weekLoad),
    }),
  ),
  commitments: z.array(commitmentView),
});
export type CapacityView = z.infer<typeof capacityView>;
