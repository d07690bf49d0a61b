import { z } from 'zod';
import { dateText, id, longText, minutes, rev } from '../primitives.ts';
import { rollbackPlan } from './releases.ts';

/** What can be done instead of rolling back. */
export const alternativeKinds = ['roll-forward', 'switch-off', 'restore-backup', 'other'] as const;
/** More would be a plan of its own. */
export const mostAlternatives = 20;

export const alternative = z.strictObject({
  kind: z.enum(alternativeKinds),
  /** How, and when it is the better choice. */
  how: z.string().trim().min(1, 'is empty; say how').max(2000),
});
export type Alternative = z.infer<typeof alternative>;

export const rehearsalKinds = ['rollback', 'disaster-recovery'] as const;
export const rehearsalResults = ['passed', 'partly', 'failed'] as const;

/** A rollback or a recovery that was tried out. */
export const rehearsal = z.strictObject({
  id,
  rev,
  releaseId: id,
  kind: z.enum(rehearsalKinds),
  rehearsedOn: dateText,
  byId: id,
  result: z.enum(rehearsalResults),
  durationMinutes: minutes.nullable(),
  note: longText,
});
export type Rehearsal = z.infer<typeof rehearsal>;

/** The way back with all that belongs to it. */
export const rollbackRecord = z.strictObject({
  ...rollbackPlan.shape,
  alternatives: z.array(alternative),
  /** Newest first. */
  rehearsals: z.array(rehearsal),
});
export type RollbackRecord = z.infer<typeof rollbackRecord>;
