import { z } from 'zod';
import { dateText, id, instant } from '#shared/model/primitives.ts';
import { severity } from '#shared/model/delivery/incidents.ts';
import { waitingItem } from '#shared/model/reports/today.ts';
import { releaseSummary } from '#shared/model/planning/release-views.ts';
import { command, query } from '../procedure.ts';

/** What one command changed of one release, told by its first thing. */
const change = z.strictObject({
  id,
  releaseId: id,
  release: z.string(),
  at: instant,
  byId: id.nullable(),
  command: z.string(),
  label: z.string(),
});

/** A deployment that began and has no result yet. */
const runningDeployment = z.strictObject({
  id,
  releaseId: id,
  release: z.string(),
  environment: z.string(),
  startedAt: instant,
  /** When it should be over. */
  endAt: instant,
  zone: z.string(),
});

const openIncident = z.strictObject({
  id,
  releaseId: id,
  release: z.string(),
  title: z.string(),
  severity,
  detectedAt: instant,
});

/** What the day hangs on. */
const dayTopics = [
  'workspace',
  'people',
  'environments',
  'releases',
  'scope',
  'risks',
  'rollback',
  'checklists',
  'gates',
  'approvals',
  'pipelines',
  'incidents',
  'exceptions',
] as const;

export const today = {
  'today.get': query({
    about: 'Gives the day of the acting person: what waits, what comes, what changed, what is on.',
    input: z.strictObject({}),
    output: z.strictObject({
      /** The date in the workspace's zone. */
      day: dateText,
      waiting: z.array(waitingItem),
      /** The next five open releases with a start, soonest first. */
      next: z.array(releaseSummary),
      /** Since when changes are told; null tells those of the last day. */
      since: instant.nullable(),
      /** By others, newest first, at most fifty. */
      changes: z.array(change),
      deployments: z.array(runningDeployment),
      incidents: z.array(openIncident),
    }),
    topics: [
      ...dayTopics,
      'tasks',
      'dependencies',
      'comments',
      'device',
      'absences',
      'deputies',
      'lessons',
    ],
  }),
  'today.wall': query({
    about: 'Gives what a team sees on its wall: what comes, what is on, what anybody just changed.',
    input: z.strictObject({}),
    output: z.strictObject({
      day: dateText,
      /** The next five open releases with a start, soonest first. */
      next: z.array(releaseSummary),
      /** Of the last day, newest first, at most eight. */
      changes: z.array(change),
      deployments: z.array(runningDeployment),
      incidents: z.array(openIncident),
    }),
    topics: dayTopics,
  }),
  'today.looked': command({
    about: 'Marks what changed up to now as seen, for the acting person on this device.',
    input: z.strictObject({}),
    output: z.strictObject({ at: instant }),
    topics: ['device'],
  }),
};
