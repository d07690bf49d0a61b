import { z } from 'zod';
import {
  id,
  longText,
  minutes,
  plannedAt,
  rev,
  shortText,
  zone,
} from '#shared/model/primitives.ts';
import { commitId, releaseType, roleAssignment } from '#shared/model/planning/releases.ts';
import { placementTopics } from '../calendar.ts';
import { command, query } from '../../procedure.ts';
import {
  bulkChange,
  bulkPreview,
  refusedRelease,
  releaseIds,
} from '#shared/model/planning/bulk-edit.ts';
import { releaseStanding, releaseTable } from '#shared/model/planning/release-table.ts';
import { namedRelease, release, releaseSummary } from '#shared/model/planning/release-views.ts';
import {
  rescheduleInput,
  reschedulePreview,
  rescheduling,
} from '#shared/model/planning/reschedule.ts';

const webAddress = z
  .string()
  .trim()
  .max(500)
  .regex(/^($|https?:\/\/[^\s]+$)/, 'is no web address; expected https://… or nothing');

/** What a release and its readiness hang on. */
const standingTopics = [
  'releases',
  'gates',
  'approvals',
  'pipelines',
  'checklists',
  'risks',
  'rollback',
  'scope',
] as const;

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
  startAt: plannedAt,
  zone,
  durationMinutes: minutes.default(60),
});

/** Releases as they are listed, planned and changed. */
export const releasePlan = {
  'releases.list': query({
    about: 'Lists releases, the next ones first, then the past ones, newest first.',
    input: z.strictObject({
      /** Only releases that are not closed, only closed ones, or all of them. */
      which: z.enum(['open', 'closed', 'all']).default('all'),
      limit: z.number().int().min(1).max(500).default(100),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.strictObject({ releases: z.array(releaseSummary), total: z.number().int() }),
    topics: standingTopics,
  }),
  'releases.named': query({
    about: 'Gives the one release meant by an id, a number, an external change number or a name.',
    input: z.strictObject({ text: z.string().max(5000) }),
    output: namedRelease,
    topics: ['releases'],
  }),
  'releases.table': query({
    about: 'Gives all releases at once, column by column, in the order of releases.list.',
    input: z.strictObject({ which: z.enum(['open', 'closed', 'all']).default('all') }),
    output: releaseTable,
    topics: ['releases', 'risks', 'rollback', 'services', 'trains', 'windows'],
  }),
  'releases.standing': query({
    about: 'Gives risk and readiness of some releases, with what explains them.',
    input: z.strictObject({ ids: z.array(id).max(500) }),
    output: z.array(releaseStanding),
    topics: [...standingTopics, 'services', 'windows'],
  }),
  'releases.get': query({
    about: 'Gives one release with components, planned deployments, roles, risk and readiness.',
    input: z.strictObject({ id }),
    output: release,
    topics: standingTopics,
  }),
  'releases.create': command({
    about:
      'Creates a release from the template of its type, or from one of your own: phases, gates, checklist and roles.',
    input: z.strictObject({
      name: shortText,
      type: releaseType,
      /** A version of a template of the workspace, for releases of this type. */
      templateVersionId: id.optional(),
      ownerId: id,
      notes: longText.default(''),
      dataMigration: z.boolean().default(false),
      /** A change of a pre-authorised model. */
      standardChange: z.boolean().default(false),
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
      changeUrl: webAddress.optional(),
      dataMigration: z.boolean().optional(),
      standardChange: z.boolean().optional(),
      components: z.array(componentInput).max(100).optional(),
      deployments: z.array(deploymentInput).max(100).optional(),
      roles: z.array(roleAssignment).max(40).optional(),
    }),
    output: release,
    topics: ['releases', 'gates'],
  }),
  'releases.previewMany': query({
    about: 'Says what a change would do to each of many releases, or why it is refused.',
    input: z.strictObject({ ids: releaseIds, change: bulkChange }),
    output: z.array(bulkPreview),
    topics: ['releases', 'people', 'approvals'],
  }),
  'releases.updateMany': command({
    about:
      'Changes many releases the same way at once; those that refuse it stay and are named. One undo takes all back.',
    input: z.strictObject({ ids: releaseIds, change: bulkChange }),
    output: z.strictObject({
      changed: z.array(id),
      /** Where it was so already. */
      unchanged: z.number().int(),
      refused: z.array(refusedRelease),
    }),
    topics: ['releases', 'gates'],
  }),
  'releases.previewReschedule': query({
    about: 'Says where planned deployments would come to lie, and what that makes out of date.',
    input: rescheduling,
    output: reschedulePreview,
    topics: placementTopics,
  }),
  'releases.reschedule': command({
    about:
      'Moves one planned deployment, or all that are ahead, by days or to a time; an edit that can be undone.',
    input: rescheduleInput,
    output: release,
    topics: ['releases', 'gates'],
  }),
  'releases.copy': command({
    about:
      'Creates a release like another one: its components, deployments, roles, gates, checklist, risks, rollback plan, tasks, dependencies and stakeholders, all open again; not its scope.',
    input: z.strictObject({
      id,
      name: shortText,
      /** When the copy starts; its deployments lie as far apart as those it is copied from. */
      startAt: plannedAt,
    }),
    output: release,
    topics: [
      'releases',
      'gates',
      'checklists',
      'risks',
      'rollback',
      'tasks',
      'dependencies',
      'stakeholders',
    ],
  }),
};
