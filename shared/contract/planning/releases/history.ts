import { z } from 'zod';
import {
  comparedThing,
  historyEntry,
  moment,
  momentFound,
  namedMoment,
} from '#shared/model/planning/history.ts';
import { id, instant } from '#shared/model/primitives.ts';
import { query } from '../../procedure.ts';

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

/** What happened to a release, and how it stood at a moment. */
export const releaseHistory = {
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
