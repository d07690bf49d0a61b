import { z } from 'zod';
import { id, instant, longText, minutes, rev, shortText, zone } from '#shared/model/primitives.ts';
import {
  commitId,
  component,
  deployment,
  outcome,
  phase,
  releasePhase,
  releaseType,
  roleAssignment,
} from '#shared/model/planning/releases.ts';
import { gateStatus } from '#shared/model/governance/gates.ts';
import { riskAssessment } from '#shared/model/governance/risks.ts';
import { command, query } from '../procedure.ts';

/** Gates passed of gates in all, and the first thing in the way, in the order of the phases. */
export const readiness = z.strictObject({
  passed: z.number().int(),
  total: z.number().int(),
  worst: gateStatus,
  firstInTheWay: z
    .strictObject({ gateId: id, gate: z.string(), status: gateStatus, summary: z.string() })
    .nullable(),
});

const summary = z.strictObject({
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
  services: z.array(z.strictObject({ serviceId: id, version: z.string() })),
  environmentIds: z.array(id),
  risk: riskAssessment,
  /** Null for a closed release: what counts then is its outcome. */
  readiness: readiness.nullable(),
});
export type ReleaseSummary = z.infer<typeof summary>;

const release = z.strictObject({
  ...summary.shape,
  notes: longText,
  changeNumber: z.string(),
  dataMigration: z.boolean(),
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

const componentInput = z.strictObject({
  id: id.optional(),
  serviceId: id,
  version: shortText,
  commit: commitId.nullable().default(null),
  artefact: z.string().trim().max(300).nullable().default(null),
});

const deploymentInput = z.strictObject({
  id: id.optional(),
  environmentId: id,
  region: z.string().trim().max(60).default(''),
  startAt: instant,
  zone,
  durationMinutes: minutes.default(60),
});

export const fieldChange = z.strictObject({
  field: z.string(),
  from: z.json(),
  to: z.json(),
});

const historyEntry = z.strictObject({
  id,
  at: instant,
  byId: id.nullable(),
  command: z.string(),
  entity: z.string(),
  entityId: z.string(),
  op: z.enum(['insert', 'update', 'delete']),
  /** What the changed thing is called, so that a line reads without opening it. */
  label: z.string(),
  changes: z.array(fieldChange),
  hash: z.string(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

export const releases = {
  'releases.list': query({
    about: 'Lists releases, the next ones first, then the past ones, newest first.',
    input: z.strictObject({
      /** Only releases that are not closed, only closed ones, or all of them. */
      which: z.enum(['open', 'closed', 'all']).default('all'),
      limit: z.number().int().min(1).max(500).default(100),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.strictObject({ releases: z.array(summary), total: z.number().int() }),
    topics: [
      'releases',
      'gates',
      'approvals',
      'pipelines',
      'checklists',
      'risks',
      'rollback',
      'scope',
    ],
  }),
  'releases.get': query({
    about: 'Gives one release with components, planned deployments, roles, risk and readiness.',
    input: z.strictObject({ id }),
    output: release,
    topics: [
      'releases',
      'gates',
      'approvals',
      'pipelines',
      'checklists',
      'risks',
      'rollback',
      'scope',
    ],
  }),
  'releases.create': command({
    about: 'Creates a release from the template of its type: phases, gates, checklist and roles.',
    input: z.strictObject({
      name: shortText,
      type: releaseType,
      ownerId: id,
      notes: longText.default(''),
      dataMigration: z.boolean().default(false),
      components: z
        .array(componentInput.omit({ id: true }))
        .max(100)
        .default([]),
      deployments: z
        .array(deploymentInput.omit({ id: true }))
        .max(100)
        .default([]),
    }),
    output: release,
    topics: ['releases', 'gates', 'checklists'],
  }),
  'releases.update': command({
    about:
      'Changes fields of a release; lists of components, deployments and roles are given whole.',
    input: z.strictObject({
      id,
      rev: rev.optional(),
      name: shortText.optional(),
      ownerId: id.optional(),
      notes: longText.optional(),
      changeNumber: z.string().trim().max(60).optional(),
      dataMigration: z.boolean().optional(),
      components: z.array(componentInput).max(100).optional(),
      deployments: z.array(deploymentInput).max(100).optional(),
      roles: z.array(roleAssignment).max(40).optional(),
    }),
    output: release,
    topics: ['releases', 'gates'],
  }),
  'releases.history': query({
    about: 'Lists who changed what of a release and when, newest first, from what to what.',
    input: z.strictObject({
      id,
      limit: z.number().int().min(1).max(500).default(100),
      /** Continues behind the last entry of the page before. */
      before: id.optional(),
    }),
    output: z.strictObject({ entries: z.array(historyEntry), more: z.boolean() }),
    topics: ['releases', 'scope', 'risks', 'rollback', 'checklists', 'gates', 'approvals'],
  }),
  'releases.templates': query({
    about: 'Lists the release templates with the gates, checklist and roles each brings.',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        type: releaseType,
        name: z.string(),
        about: z.string(),
        gates: z.array(
          z.strictObject({ name: z.string(), phase, why: z.string(), when: z.string() }),
        ),
        checklist: z.array(z.strictObject({ phase, text: z.string() })),
        roles: z.array(z.string()),
        leadDays: z.strictObject({
          build: z.number(),
          readiness: z.number(),
          postRelease: z.number(),
        }),
      }),
    ),
    topics: [],
  }),
};
