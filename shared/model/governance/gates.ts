import { z } from 'zod';
import { id, instant, dateText, longText, shortText } from '../primitives.ts';
import { phase } from '../planning/releases.ts';
import { roleKey } from '../workspace/people.ts';

/** Where a gate, a checklist or a piece of evidence stands; the screen has one colour, icon and word for each. */
export const gateStatuses = [
  'passed',
  'running',
  'waiting',
  'failed',
  'out-of-date',
  'not-applicable',
] as const;
export const gateStatus = z.enum(gateStatuses);
export type GateStatus = z.infer<typeof gateStatus>;

/** What a gate looks at. Automated gates compute their state from facts, a decided gate from decisions. */
export const gateChecks = [
  'decision',
  'pipeline-green',
  'checklist-complete',
  'rollback-planned',
  'rollback-rehearsed',
  'no-open-critical-risk',
  'risk-assessed',
  'test-results',
  'coverage',
  'vulnerability-report',
  'component-list',
  'performance-results',
  'controls-met',
  'lessons-heeded',
  'measure-threshold',
  'artefact-digest',
  'monitoring',
  'rollout-staged',
  'review-planned',
] as const;
export const gateCheck = z.enum(gateChecks);
export type GateCheck = z.infer<typeof gateCheck>;

/** The groups of facts a decision can bind; a change in a bound group makes the decision stale. */
export const factGroups = [
  'components',
  'scope',
  'risks',
  'rollback-plan',
  'planned-start',
] as const;
export const factGroup = z.enum(factGroups);
export type FactGroup = z.infer<typeof factGroup>;

/**
 * One seat at a decided gate: somebody who holds the role decides in it, or the person it names, who
 * then speaks for the role whether they hold it or not.
 */
export const gatePlace = z.strictObject({
  key: z.string().max(60),
  roleKey,
  personId: id.optional(),
});
export type GatePlace = z.infer<typeof gatePlace>;

export const gate = z.strictObject({
  id,
  releaseId: id,
  key: z.string().max(60),
  name: shortText,
  phase,
  check: gateCheck,
  /** Why the gate is there, as a sentence with the rule that asked for it. */
  why: z.string(),
  places: z.array(gatePlace),
  facts: z.array(factGroup),
  order: z.string(),
});
export type Gate = z.infer<typeof gate>;

export const decisionOutcomes = ['go', 'conditional-go', 'no-go', 'deferred', 'abstain'] as const;
export const decisionOutcome = z.enum(decisionOutcomes);
export type DecisionOutcome = z.infer<typeof decisionOutcome>;

export const decisionChannels = ['self', 'meeting', 'response-file', 'e-mail'] as const;
export const decisionChannel = z.enum(decisionChannels);
export type DecisionChannel = z.infer<typeof decisionChannel>;

export const decisionCondition = z.strictObject({
  id,
  text: shortText,
  ownerId: id,
  dueOn: dateText,
  metAt: instant.nullable(),
  metById: id.nullable(),
  /** The later gate at which somebody looked at it again and carried it over, while it was open. */
  checkedGateId: id.nullable().default(null),
  checkedAt: instant.nullable().default(null),
  checkedById: id.nullable().default(null),
});
export type DecisionCondition = z.infer<typeof decisionCondition>;

/** One difference between the facts a decision was given on and the facts now. `from`/`to` are null when added or removed. */
export const factDifference = z.strictObject({
  group: factGroup,
  what: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type FactDifference = z.infer<typeof factDifference>;

export const decision = z.strictObject({
  id,
  gateId: id,
  placeKey: z.string(),
  outcome: decisionOutcome,
  decidedById: id,
  recordedById: id,
  channel: decisionChannel,
  decidedAt: instant,
  recordedAt: instant,
  comment: longText,
  conditions: z.array(decisionCondition),
  /** SHA-256 over the facts the gate declares, at the time of the decision. */
  fingerprint: z.string(),
  current: z.boolean(),
  differences: z.array(factDifference),
  /** The same person fills another place of this gate, as the profile of the workspace allows. */
  secondPlace: z.boolean(),
  withdrawn: z.strictObject({ at: instant, byId: id, reason: z.string() }).nullable(),
  /** The day a deferral is taken up again. */
  deferredTo: dateText.nullable().default(null),
  /** Whose seat it was, where somebody stood in, and why they could; empty for one's own. */
  forPersonId: id.nullable().default(null),
  forReason: z.string().default(''),
  /** A no-go that was set aside by the authority named for that. */
  overruled: z.strictObject({ at: instant, byId: id, reason: z.string() }).nullable().default(null),
});
export type Decision = z.infer<typeof decision>;

/** One fact a gate's state rests on, with where it comes from and how old it is. */
export const evidence = z.strictObject({
  what: z.string(),
  status: gateStatus,
  source: z.string(),
  asOf: instant.nullable(),
  url: z.string().nullable(),
  runId: z.string().nullable(),
  /** A run that passed with warnings waits for somebody to acknowledge it by name. */
  acknowledgeable: z.boolean(),
});
export type Evidence = z.infer<typeof evidence>;

/** Somebody who may decide in a place for somebody else, or for its role, and why. */
export const standInAt = z.strictObject({
  personId: id,
  forPersonId: id.nullable(),
  reason: z.string(),
});
export type StandInAt = z.infer<typeof standInAt>;

/** An open condition of an earlier gate, to be met or carried over by name before this one passes. */
export const earlierCondition = z.strictObject({
  condition: decisionCondition,
  gateId: id,
  gate: z.string(),
  carried: z.boolean(),
});
export type EarlierCondition = z.infer<typeof earlierCondition>;

/** A gate with its state and everything that explains it. */
/** Who has a say at a gate beside those who decide, as the matrix of responsibilities names them. */
export const consultedAt = z.strictObject({
  /** With a C, and not asked yet. */
  toConsult: z.array(id),
  /** Asked for their word and silent so far, with until when they were asked. */
  silent: z.array(z.strictObject({ personId: id, askedAt: instant, dueOn: dateText.nullable() })),
  /** With an I: they are told what was decided. */
  toInform: z.array(id),
});
export type ConsultedAt = z.infer<typeof consultedAt>;

export const gateView = gate.extend({
  status: gateStatus,
  /** One line: what was found, or what is missing and how to get on. */
  summary: z.string(),
  needs: z.array(z.string()),
  evidence: z.array(evidence),
  asOf: instant.nullable(),
  /** When its phase was left: since then it stays as it was. Null while it is judged anew each time. */
  keptAt: instant.nullable(),
  /** The exception it is passed by, though its rule says otherwise; what that says stays in `needs`. */
  byException: z
    .strictObject({ id, grantedById: id.nullable(), expiresAt: instant, rationale: z.string() })
    .nullable()
    .default(null),
  request: z
    .strictObject({
      byId: id,
      at: instant,
      note: z.string(),
      dueOn: dateText.nullable().default(null),
      /** Who was asked, as seats stood then. */
      askedIds: z.array(id).default([]),
    })
    .nullable(),
  decisions: z.array(decision),
  seats: z.array(
    gatePlace.extend({
      roleName: z.string(),
      personIds: z.array(id),
      decisionId: id.nullable(),
      standIns: z.array(standInAt).default([]),
      /** Who is asked now, stand-ins included; empty while it is filled, deferred or not its turn. */
      askedIds: z.array(id).default([]),
      /** Why an open place asks nobody yet; empty where it does. */
      held: z.string().default(''),
    }),
  ),
  /** How many of its places must be filled, how many count so far, and whether in their order. */
  quorum: z
    .strictObject({ needed: z.number().int(), given: z.number().int(), inOrder: z.boolean() })
    .nullable()
    .default(null),
  /** By when it should be decided; what a request asks for goes before. */
  dueOn: dateText.nullable().default(null),
  /** Open conditions of earlier gates that are looked at again here. */
  earlier: z.array(earlierCondition).default([]),
  consulted: consultedAt.default({ toConsult: [], silent: [], toInform: [] }),
  /** What each outcome would set off now; empty where nobody decides. */
  consequences: z.partialRecord(decisionOutcome, z.string()).default({}),
});
export type GateView = z.infer<typeof gateView>;
