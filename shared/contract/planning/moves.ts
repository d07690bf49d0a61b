import { z } from 'zod';
import { id, instant, plannedAt, rev } from '#shared/model/primitives.ts';
import { criticalPath } from '#shared/model/planning/critical-path.ts';
import { family, movePlan } from '#shared/model/planning/moves.ts';
import { command, query } from '../procedure.ts';

/** What ties releases to each other, and moving them together. */
export const moves = {
  'releases.family': query({
    about: 'Gives what a release is part of and what is part of it, with starts and readiness.',
    input: z.strictObject({ id }),
    output: family,
    topics: [
      'releases',
      'gates',
      'approvals',
      'pipelines',
      'checklists',
      'risks',
      'rollback',
      'scope',
      'environments',
    ],
  }),
  'releases.setParent': command({
    about: 'Makes a release part of another one, or of none with null.',
    input: z.strictObject({ id, parentId: id.nullable(), rev: rev.optional() }),
    output: family,
    topics: ['releases'],
  }),
  'releases.criticalPath': query({
    about:
      'Gives what says when a release can start: what it waits for, with the slack of each, and the end of its own plan.',
    input: z.strictObject({ id }),
    output: criticalPath,
    topics: ['releases', 'dependencies', 'tasks', 'workspace', 'environments'],
  }),
  'releases.previewMove': query({
    about:
      'Says what moves along when a release starts at another time, with old and new dates, and why the rest stays.',
    input: z.strictObject({ id, start: plannedAt }),
    output: movePlan,
    topics: [
      'releases',
      'tasks',
      'dependencies',
      'approvals',
      'gates',
      'workspace',
      'environments',
      'windows',
      'holidays',
      'bookings',
      'commitments',
      'trains',
      'absences',
      'exceptions',
    ],
  }),
  'releases.move': command({
    about:
      'Moves a release to a start, with its dates, bookings, promised days and children and all that waits for them; a preview writes nothing. One undo takes all back.',
    input: z.strictObject({
      id,
      start: plannedAt,
      preview: z.boolean().default(false),
      /** Where whoever moves it saw it: what somebody else moved meanwhile is a conflict. */
      fromAt: instant.optional(),
    }),
    output: movePlan,
    topics: ['releases', 'gates', 'tasks', 'bookings', 'commitments'],
  }),
};
