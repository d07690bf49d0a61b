import { z } from 'zod';
import {
  dependencyKind,
  dependencyState,
  involvement,
  taskKind,
} from '#shared/model/planning/plan.ts';

const key = z.string().min(1);

/** What is planned for a release at once. Days are working days from the day the demo is made for. */
const planned = {
  tasks: z.array(
    z.strictObject({
      title: z.string(),
      kind: taskKind.default('task'),
      day: z.number().optional(),
      days: z.number().default(1),
      owner: key.optional(),
      /** Titles of tasks before it in this list. */
      after: z.array(z.string()).default([]),
      note: z.string().default(''),
    }),
  ),
  dependencies: z
    .array(
      z.strictObject({
        kind: dependencyKind,
        title: z.string().optional(),
        /** The other release, by its name in the sample. */
        release: z.string().optional(),
        owner: key.optional(),
        state: dependencyState,
        day: z.number().optional(),
        note: z.string().default(''),
      }),
    )
    .default([]),
  stakeholders: z
    .array(
      z.strictObject({
        person: key.optional(),
        name: z.string().optional(),
        interest: z.string(),
        involvement,
        contact: z.string().default(''),
      }),
    )
    .default([]),
};

export const planHappening = z.strictObject({ do: z.literal('plan'), ...planned });
/** A task is done on the day this happens. */
export const finishHappening = z.strictObject({ do: z.literal('finish'), task: z.string() });

const when = { day: z.number(), time: z.string().regex(/^\d{2}:\d{2}$/), as: key };

/** The plans of releases ahead, by the name of the release in the sample. */
export const plans = z.record(
  z.string(),
  z.strictObject({
    ...when,
    ...planned,
    done: z.array(z.strictObject({ ...when, task: z.string() })),
  }),
);
