import { z } from 'zod';
import { dateText, id, instant, zone } from '../primitives.ts';
import { taskKind } from './plan.ts';
import { phase } from './releases.ts';

/** The dates of a release as they were planned when the baseline was taken. It is never changed. */
export const baselineContent = z.strictObject({
  startAt: instant.nullable(),
  zone,
  deployments: z.array(z.strictObject({ id, place: z.string(), startAt: instant, zone })),
  phases: z.array(z.strictObject({ phase, plannedOn: dateText })),
  tasks: z.array(
    z.strictObject({
      ...{ id, kind: taskKind, title: z.string() },
      ...{ beginsOn: dateText, endsOn: dateText },
    }),
  ),
});
export type BaselineContent = z.infer<typeof baselineContent>;

export const baseline = z.strictObject({
  id,
  at: instant,
  byId: id,
  note: z.string(),
  startAt: instant.nullable(),
});
export type Baseline = z.infer<typeof baseline>;

export const driftKind = z.enum(['start', 'phase', 'deployment', 'milestone', 'task']);

/** One date as it was planned, as it is planned now, and as it came. */
export const driftRow = z.strictObject({
  key: z.string(),
  kind: driftKind,
  what: z.string(),
  /** An instant where the zone is given, else a day; null for what came later. */
  planned: z.string().nullable(),
  /** Null for what was taken out since. */
  current: z.string().nullable(),
  /** Null until it has happened. */
  actual: z.string().nullable(),
  zone: zone.nullable(),
  /** Calendar days it came, or is planned to come, after the baseline; earlier when negative. */
  driftDays: z.number().int().nullable(),
});
export type DriftRow = z.infer<typeof driftRow>;

export const drift = z.strictObject({
  /** The baseline it is held against; null while there is none. */
  baseline: baseline.nullable(),
  rows: z.array(driftRow),
  /** What it comes to, as a sentence. */
  why: z.string(),
  /** Where tasks lay in the baseline, for the bars. */
  tasks: z.array(z.strictObject({ id, beginsOn: dateText, endsOn: dateText })),
});
export type Drift = z.infer<typeof drift>;
