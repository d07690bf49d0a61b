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
      deployments: z.array(
        z.strictObject({
          id,
          releaseId: id,
          release: z.string(),
          environment: z.string(),
          startedAt: instant,
          /** When it should be over. */
          endAt: instant,
          zone: z.string(),
        }),
      ),
      incidents: z.array(
        z.strictObject({
          id,
          releaseId: id,
          release: z.string(),
          title: z.string(),
          severity,
          detectedAt: instant,
        }),
      ),
    }),
    topics: [
      'workspace',
      'people',
      'releases',
      'scope',
      'risks',
      'rollback',
      'checklists',
      'gates',
      'approvals',
      'pipelines',
      'incidents',
      'device',
    ],
  }),
  'today.looked': command({
    about: 'Marks what changed up to now as seen, for the acting person on this device.',
    input: z.strictObject({}),
    output: z.strictObject({ at: instant }),
    topics: ['device'],
  }),
};
