import { z } from 'zod';
import { id, instant, longText, rev, zone } from '../primitives.ts';
import {
  component,
  deployment,
  outcome,
  phase,
  postponement,
  releasePhase,
  releaseType,
  roleAssignment,
} from './releases.ts';
import { templateOrigin } from './templates.ts';
import { gateStatus } from '../governance/gates.ts';
import { riskAssessment } from '../governance/risks.ts';

/** Gates passed of gates in all, and the first thing in the way, in the order of the phases. */
export const readiness = z.strictObject({
  passed: z.number().int(),
  total: z.number().int(),
  worst: gateStatus,
  firstInTheWay: z
    .strictObject({ gateId: id, gate: z.string(), status: gateStatus, summary: z.string() })
    .nullable(),
});

/** A release by what people call it. */
export const namedRelease = z.strictObject({
  id,
  number: z.number().int(),
  name: z.string(),
  changeNumber: z.string(),
});

export const releaseSummary = z.strictObject({
  id,
  rev,
  number: z.number().int(),
  name: z.string(),
  type: releaseType,
  phase,
  outcome: outcome.nullable(),
  ownerId: id,
  /** The first planned production deployment, or the first of any kind; null when none is planned. */
  startAt: instant.nullable(),
  endAt: instant.nullable(),
  zone: zone.nullable(),
  /** Minutes the actual start lies after the planned one; null before it happened. */
  lateMinutes: z.number().int().nullable(),
  onHold: z.boolean(),
  services: z.array(z.strictObject({ serviceId: id, version: z.string() })),
  environmentIds: z.array(id),
  risk: riskAssessment,
  /** Null for a closed release: what counts then is its outcome. */
  readiness: readiness.nullable(),
});
export type ReleaseSummary = z.infer<typeof releaseSummary>;

export const release = z.strictObject({
  ...releaseSummary.shape,
  notes: longText,
  changeNumber: z.string(),
  /** Where the external change is, empty or a web address. */
  changeUrl: z.string(),
  /** Null while it is not on hold. */
  holdReason: z.string().nullable(),
  endReason: z.string(),
  copiedFromId: id.nullable(),
  /** The release it is a part of. */
  parentId: id.nullable(),
  /** The template of the workspace it was made from; null for one of the program's own. */
  template: templateOrigin.nullable(),
  /** Oldest first. */
  postponements: z.array(postponement),
  /** Minutes by which all postponements together moved the start. */
  driftMinutes: z.number().int(),
  dataMigration: z.boolean(),
  standardChange: z.boolean(),
  requesterId: id,
  createdAt: instant,
  phases: z.array(releasePhase),
  components: z.array(component),
  deployments: z.array(deployment),
  roles: z.array(roleAssignment),
  counts: z.strictObject({
    scope: z.number().int(),
    risks: z.number().int(),
    checklistOpen: z.number().int(),
    checklist: z.number().int(),
  }),
});
export type Release = z.infer<typeof release>;
