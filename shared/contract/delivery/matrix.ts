import { z } from 'zod';
import {
  cellEvent,
  matrixCell,
  matrixEnvironment,
  matrixRow,
} from '#shared/model/delivery/matrix.ts';
import { dateText, id, instant, rev } from '#shared/model/primitives.ts';
import { environmentKind } from '#shared/model/workspace/services.ts';
import { command, query } from '../procedure.ts';

/**
 * An instant, or a day in the workspace's zone, of which the end counts; today counts until now.
 * Absent: now.
 */
const at = z
  .union([dateText, instant], {
    error: 'is no day and no instant; give 2026-11-26, or 2026-11-26T22:00:00Z',
  })
  .optional();

const told = {
  /** The moment the answer is of. */
  at: instant,
  /** True where it was asked for a moment before now. */
  isPast: z.boolean(),
  oldAfterDays: z.number().int(),
};

const days = z
  .number({ error: 'is no number; give whole days between 1 and 3,650' })
  .int('has a fraction; give whole days between 1 and 3,650')
  .min(1, 'is less than 1; give whole days between 1 and 3,650')
  .max(3650, 'is more than 3,650; give whole days between 1 and 3,650');

const topics = [
  'releases',
  'services',
  'environments',
  'teams',
  'workspace',
  'pipelines',
  'connections',
] as const;

export const matrix = {
  'matrix.get': query({
    about:
      'Gives what runs where: for each service and environment the version, since when, by which deployment, and what drifts.',
    input: z.strictObject({
      at,
      /** Only these services, those of these teams, these kinds of environment; absent takes all. */
      serviceIds: z.array(id).min(1).max(1000).optional(),
      teamIds: z.array(id).min(1).max(1000).optional(),
      kinds: z.array(environmentKind).min(1).max(4).optional(),
      /** Only services with a cell that drifts. */
      drifting: z.boolean().default(false),
    }),
    output: z.strictObject({
      ...told,
      environments: z.array(matrixEnvironment),
      rows: z.array(matrixRow),
      /** Services there are, and those of them with a cell that drifts, before `drifting` narrows. */
      services: z.number().int(),
      drifting: z.number().int(),
    }),
    topics,
  }),
  'matrix.history': query({
    about:
      'Gives one cell with every deployment of the service to the environment, newest first, and what stood there after each.',
    input: z.strictObject({ serviceId: id, environmentId: id, at }),
    output: z.strictObject({
      ...told,
      cell: matrixCell.nullable(),
      events: z.array(
        cellEvent.extend({
          release: z.string().nullable(),
          /** Of the release whose version stood there afterwards. */
          standsOf: z.string().nullable(),
          note: z.string(),
        }),
      ),
    }),
    topics,
  }),
  'matrix.set': command({
    about: 'Changes after how many days what runs in an environment is marked as old.',
    input: z.strictObject({
      rev: rev.optional(),
      /** Null takes the default again, 30 days. */
      oldAfterDays: days.nullable(),
    }),
    output: z.strictObject({ oldAfterDays: z.number().int() }),
    topics: ['workspace'],
  }),
};
