import { z } from 'zod';
import { id, instant, dateText, longText, minutes, rev, shortText, zone } from '../primitives.ts';
import { roleKey } from '../workspace/people.ts';

export const releaseTypes = ['major', 'minor', 'patch', 'hotfix', 'emergency'] as const;
export const releaseType = z.enum(releaseTypes);
export type ReleaseType = z.infer<typeof releaseType>;

/** In the order a release passes them; `closed` is the end. */
export const phases = [
  'planning',
  'build',
  'readiness',
  'deployment',
  'post-release',
  'closed',
] as const;
export const phase = z.enum(phases);
export type Phase = z.infer<typeof phase>;

export const outcomes = ['released', 'rolled-back', 'cancelled'] as const;
export const outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof outcome>;

/** A commit as its full or abbreviated hexadecimal id, SHA-1 or SHA-256. */
export const commitId = z
  .string()
  .regex(/^[0-9a-f]{7,64}$/, 'is not a commit id; expected 7 to 64 hexadecimal digits');

/** What a release ships of one service: a version, and the commit or artefact it is built from. */
export const component = z.strictObject({
  id,
  rev,
  serviceId: id,
  version: shortText,
  commit: commitId.nullable(),
  artefact: z.string().max(300).nullable(),
});
export type Component = z.infer<typeof component>;

/** How a deployment went. */
export const deploymentResult = z.enum(['succeeded', 'failed', 'rolled-back']);
export type DeploymentResult = z.infer<typeof deploymentResult>;

/** One deployment as planned, and, once it happened, as it went. */
export const deployment = z.strictObject({
  id,
  rev,
  environmentId: id,
  region: z.string().max(60),
  startAt: instant,
  zone,
  durationMinutes: minutes,
  actualStartAt: instant.nullable(),
  actualEndAt: instant.nullable(),
  result: deploymentResult.nullable(),
  /** How it went, in words. */
  note: z.string().max(2000),
});
export type Deployment = z.infer<typeof deployment>;

export const roleAssignment = z.strictObject({ roleKey, personId: id.nullable() });
export type RoleAssignment = z.infer<typeof roleAssignment>;

export const releasePhase = z.strictObject({
  phase,
  plannedOn: dateText.nullable(),
  enteredAt: instant.nullable(),
});
export type ReleasePhase = z.infer<typeof releasePhase>;

/** A start that was moved, by whom and why. */
export const postponement = z.strictObject({
  at: instant,
  byId: id,
  fromAt: instant,
  toAt: instant,
  reason: z.string(),
});

/** Steps in order, one a line; the plan counts as present when it has steps. */
export const rollbackPlan = z.strictObject({
  releaseId: id,
  rev,
  steps: longText,
  durationMinutes: minutes.nullable(),
  pointOfNoReturn: z.string().max(500),
  rehearsedOn: dateText.nullable(),
  rehearsalResult: z.string().max(500),
});
export type RollbackPlan = z.infer<typeof rollbackPlan>;
