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
