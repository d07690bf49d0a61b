import { z } from 'zod';
import { id, instant, plannedAt, zone } from '../primitives.ts';

const wantedShape = {
  id,
  /** Moves this deployment alone; absent moves all that are ahead, and the dates of phases with them. */
  deploymentId: id.optional(),
  /** Calendar days, earlier when negative; each deployment keeps its time of day. */
  byDays: z.number().int().min(-3660).max(3660).optional(),
  /** Where the deployment, or the planned start, comes to lie. */
  toAt: plannedAt.optional(),
};

const oneOfBoth = {
  check: ({ byDays, toAt }: { byDays?: number | undefined; toAt?: string | undefined }) =>
    (byDays === undefined) !== (toAt === undefined),
  error: 'gives either byDays or toAt, one of them',
};

export const rescheduling = z
  .strictObject(wantedShape)
  .refine(oneOfBoth.check, { error: oneOfBoth.error });

/** `fromAt` is where whoever moves it saw it: what somebody else moved meanwhile is a conflict. */
export const rescheduleInput = z
  .strictObject({ ...wantedShape, fromAt: instant.optional() })
  .refine(oneOfBoth.check, { error: oneOfBoth.error });

export const reschedulePreview = z.strictObject({
  /** Why it cannot be moved so; the rest is empty then. */
  refused: z.string().nullable(),
  fromAt: instant.nullable(),
  toAt: instant.nullable(),
  zone: zone.nullable(),
  /** How many deployments move. */
  moves: z.number().int(),
  /** How many more of the release are ahead and stay. */
  stay: z.number().int(),
  /** What a change of clocks makes of the time. */
  note: z.string().nullable(),
  /** Approvals that bind the planned start and would be out of date. */
  stale: z.number().int(),
  /** The planned start to postpone to, where people should find the reason in the record. */
  postponeTo: instant.nullable(),
});
export type ReschedulePreview = z.infer<typeof reschedulePreview>;
