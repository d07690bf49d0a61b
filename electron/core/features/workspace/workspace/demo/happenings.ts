import { z } from 'zod';
import { decisionChannel, decisionOutcome } from '#shared/model/governance/gates.ts';
import { outcome, phase } from '#shared/model/planning/releases.ts';
import { scopeKind, scopePriority, workStatus } from '#shared/model/planning/scope.ts';
import { finishHappening, planHappening } from './plan-happenings.ts';

/** One thing somebody does to a release. People, services and commits go by their keys in the sample. */
export const happening = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('assign'), roles: z.record(z.string(), z.string()) }),
  z.strictObject({
    do: z.literal('scope'),
    kind: scopeKind,
    title: z.string(),
    ticket: z.string(),
    note: z.string().default(''),
    priority: scopePriority.optional(),
    owner: z.string().optional(),
    /** Calendar days from the idea to the day the item is added. */
    ideaDaysBefore: z.number().optional(),
  }),
  z.strictObject({ do: z.literal('drop-scope'), title: z.string(), reason: z.string() }),
  /** Items come to stand at a status: those of the tickets, or all that were not dropped. */
  z.strictObject({
    do: z.literal('work'),
    tickets: z.array(z.string()).optional(),
    status: workStatus,
  }),
  planHappening,
  finishHappening,
  z.strictObject({
    do: z.literal('risk'),
    title: z.string(),
    likelihood: z.number(),
    impact: z.number(),
    mitigation: z.string(),
    owner: z.string(),
    category: z.string().optional(),
    /** What is left once it is mitigated, likelihood before impact. */
    left: z.tuple([z.number(), z.number()]).optional(),
    /** Calendar days after the day the demo is made for, or before it: late. */
    dueInDays: z.number().optional(),
    state: z.enum(['open', 'mitigated']).default('open'),
  }),
  z.strictObject({
    do: z.literal('rollback'),
    service: z.string(),
    /** Calendar days before the day the demo is made for; null when it was not rehearsed. */
    rehearsedDaysBefore: z.number().nullable(),
    result: z.string(),
  }),
  z.strictObject({
    do: z.literal('component'),
    service: z.string(),
    version: z.string(),
    commit: z.string(),
    /** Entered in the same change. */
    changeNumber: z.string().optional(),
  }),
  z.strictObject({
    do: z.literal('enter'),
    phase,
    /** The gates of the phase that is left are judged on, as in files from before they were kept. */
    keepsNothing: z.boolean().optional(),
  }),
  z.strictObject({
    do: z.literal('settle'),
    phase,
    /** The item at this place of the whole checklist, counted from 0, does not apply. */
    notApplicable: z.strictObject({ item: z.number(), reason: z.string() }).optional(),
  }),
  z.strictObject({
    do: z.literal('request'),
    gates: z.array(z.string()),
    note: z.string(),
    /** Calendar days from the request to the day it is needed by. */
    neededInDays: z.number().optional(),
  }),
  z.strictObject({
    do: z.literal('decide'),
    gate: z.string(),
    by: z.string().optional(),
    place: z.string().optional(),
    channel: decisionChannel.default('self'),
    outcome: decisionOutcome,
    comment: z.string(),
    condition: z
      .strictObject({ text: z.string(), owner: z.string(), dueInDays: z.number() })
      .optional(),
  }),
  z.strictObject({ do: z.literal('withdraw'), gate: z.string(), reason: z.string() }),
  z.strictObject({ do: z.literal('meet'), gate: z.string() }),
  z.strictObject({ do: z.literal('acknowledge'), reason: z.string() }),
  z.strictObject({
    do: z.literal('deployed'),
    environment: z.string(),
    /** Minutes the actual start lies after the planned one. */
    late: z.number(),
    minutes: z.number(),
    result: z.enum(['succeeded', 'failed', 'rolled-back']),
  }),
  /** Plans the deployment to an environment once more, some minutes from then. */
  z.strictObject({
    do: z.literal('repeat'),
    environment: z.string(),
    inMinutes: z.number(),
    minutes: z.number(),
  }),
  /** Takes out the deployments that were not begun: what was rolled back goes no further. */
  z.strictObject({ do: z.literal('go-no-further') }),
  z.strictObject({ do: z.literal('close'), outcome }),
]);
export type Happening = z.infer<typeof happening>;
