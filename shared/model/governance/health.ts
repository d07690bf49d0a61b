import { z } from 'zod';
import { id } from '../primitives.ts';

/** How the work on a release goes; says nothing of how dangerous the change is. */
export const healthStates = ['on-track', 'attention', 'at-risk'] as const;
export const healthState = z.enum(healthStates);
export type HealthState = z.infer<typeof healthState>;

export const healthReasonKinds = [
  'failed-deployment',
  'failed-gate',
  'failed-run',
  'start-passed',
  'on-hold',
  'overdue-milestone',
  'overdue-task',
  'overdue-item',
  'overdue-mitigation',
] as const;
export const healthReasonKind = z.enum(healthReasonKinds);
export type HealthReasonKind = z.infer<typeof healthReasonKind>;

export const healthReason = z.strictObject({
  kind: healthReasonKind,
  /** What this reason alone makes of the release. */
  state: z.enum(['attention', 'at-risk']),
  /** What it is about, as its people named it. */
  what: z.string(),
  /** How it came: `overdue since Fri 20 Nov`. */
  text: z.string(),
  /** What it opens; null where the release itself does. */
  subjectId: id.nullable(),
});
export type HealthReason = z.infer<typeof healthReason>;

export const executionHealth = z.strictObject({
  releaseId: id,
  state: healthState,
  /** The weightiest first. */
  reasons: z.array(healthReason),
});
export type ExecutionHealth = z.infer<typeof executionHealth>;
