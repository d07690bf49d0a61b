import { z } from 'zod';
import { dateText, id, longText, rev, shortText } from '#shared/model/primitives.ts';
import { planView, taskKind } from '#shared/model/planning/plan.ts';
import { command, query } from '../procedure.ts';

export const tasks = {
  'tasks.list': query({
    about:
      'Gives the plan of a release: its tasks and milestones with when each begins and ends, why, and what they come to.',
    input: z.strictObject({ releaseId: id }),
    output: planView,
    topics: ['tasks', 'releases', 'workspace', 'environments'],
  }),
  'tasks.save': command({
    about:
      'Adds a task or milestone at the end of the plan (with releaseId and title), or changes one (with id). A last day may be given instead of a duration.',
    input: z.strictObject({
      id: id.optional(),
      rev: rev.optional(),
      /** Needed to add one. */
      releaseId: id.optional(),
      kind: taskKind.optional(),
      title: shortText.optional(),
      /** It begins on this day at the earliest. */
      startOn: dateText.nullable().optional(),
      /** In working days; a milestone takes none. */
      durationDays: z
        .number()
        .int('is no whole number of working days')
        .min(0, 'is less than 0 working days')
        .max(1000, 'is longer than 1,000 working days; split the task')
        .optional(),
      /** The last day instead of the duration. */
      endOn: dateText.optional(),
      ownerId: id.nullable().optional(),
      predecessorIds: z
        .array(id)
        .max(50, 'has more than 50; name the last of them only')
        .optional(),
      doneOn: dateText.nullable().optional(),
      note: longText.optional(),
    }),
    output: z.strictObject({ id, plan: planView }),
    topics: ['tasks'],
  }),
  'tasks.reorder': command({
    about: 'Puts a task behind another one of its release, or in front of all with null.',
    input: z.strictObject({ id, afterId: id.nullable() }),
    output: planView,
    topics: ['tasks'],
  }),
  'tasks.remove': command({
    about: 'Takes a task out of the plan; what waited for it waits for it no longer.',
    input: z.strictObject({ id }),
    output: planView,
    topics: ['tasks'],
  }),
};
