import { z } from 'zod';
import {
  id,
  instant,
  longText,
  minutes,
  plannedAt,
  rev,
  shortText,
  zone,
} from '#shared/model/primitives.ts';
import { commitId, outcome, releaseType, roleAssignment } from '#shared/model/planning/releases.ts';
import { placementTopics } from './calendar.ts';
import { command, query } from '../procedure.ts';
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
import {
  comparedThing,
  historyEntry,
  moment,
  momentFound,
  namedMoment,
} from '#shared/model/planning/history.ts';

const webAddress = z
  .string()
  .trim()
  .max(500)
  .regex(/^($|https?:\/\/[^\s]+$)/, 'is no web address; expected https://… or nothing');

/** A reason people can read later; blank is none. */
const reason = z
  .string()
  .trim()
  .min(1, 'is empty; say why in a sentence')
  .max(2000, 'is longer than 2,000 characters; shorten it');

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

const historyTopics = [
  'releases',
  'scope',
  'risks',
  'rollback',
  'checklists',
  'gates',
  'approvals',
  'incidents',
  'attachments',
  'comments',
  'tasks',
  'dependencies',
  'stakeholders',
  'exceptions',
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

export const releases = {
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
  'releases.advance': command({
    about: 'Goes on to the next phase, when every gate of the phase that is left is passed.',
    input: z.strictObject({ id, rev: rev.optional() }),
    output: release,
    topics: ['releases', 'gates'],
  }),
  'releases.hold': command({
    about: 'Puts a release on hold with a reason; until it is resumed it cannot go on.',
    input: z.strictObject({ id, reason, rev: rev.optional() }),
    output: release,
    topics: ['releases'],
  }),
  'releases.resume': command({
    about: 'Takes a release off hold.',
    input: z.strictObject({ id, rev: rev.optional() }),
    output: release,
    topics: ['releases'],
  }),
  'releases.postpone': command({
    about:
      'Moves the planned start to a later time, and with it every deployment and phase that is ahead.',
    input: z.strictObject({ id, startAt: plannedAt, reason, rev: rev.optional() }),
    output: release,
    topics: ['releases', 'gates'],
  }),
  'releases.cancel': command({
    about: 'Ends a release that will not be deployed, with a reason.',
    input: z.strictObject({ id, reason, rev: rev.optional() }),
    output: release,
    topics: ['releases', 'gates'],
  }),
  'releases.closing': query({
    about: 'Says what a release lacks before it can be closed, and how it seems to have ended.',
    input: z.strictObject({ id }),
    output: z.strictObject({ missing: z.array(z.string()), outcome }),
    topics: ['releases', 'gates', 'checklists', 'approvals', 'pipelines', 'incidents'],
  }),
  'releases.close': command({
    about: 'Closes a release with its outcome; refused with all it still lacks.',
    input: z.strictObject({
      id,
      outcome: z.enum(['released', 'rolled-back']),
      note: z.string().trim().max(2000).default(''),
      rev: rev.optional(),
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
      /** Only what this person did. */
      byId: id.optional(),
      /** Only these kinds of things, as the journal calls them: `scope_item`. */
      entities: z.array(z.string().max(40)).min(1).max(40).optional(),
      /** Only entries in which this field was set or changed. */
      field: z.string().min(1).max(60).optional(),
      /** The span: `from` belongs to it, `to` does not. */
      from: instant.optional(),
      to: instant.optional(),
    }),
    output: z.strictObject({ entries: z.array(historyEntry), more: z.boolean() }),
    topics: historyTopics,
  }),
  'releases.historyFilters': query({
    about:
      'Lists whom, which kinds and which fields the history of a release knows, and moments worth comparing.',
    input: z.strictObject({ id }),
    output: z.strictObject({
      people: z.array(id),
      entities: z.array(z.string()),
      /** By kind of thing. */
      fields: z.array(z.strictObject({ entity: z.string(), field: z.string() })),
      /** Oldest first: the creation, each phase that was entered, each decision and withdrawal. */
      moments: z.array(namedMoment),
    }),
    topics: historyTopics,
  }),
  'releases.compare': query({
    about:
      'Gives everything a release consisted of at two moments side by side, as the journal tells it.',
    input: z.strictObject({
      id,
      from: moment,
      /** Absent: as it is now. */
      to: moment.optional(),
    }),
    output: z.strictObject({
      from: momentFound,
      to: momentFound,
      things: z.array(comparedThing),
    }),
    topics: historyTopics,
  }),
};
