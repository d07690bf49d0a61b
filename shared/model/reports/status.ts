import { z } from 'zod';
import { dateText, id, instant } from '../primitives.ts';
import { decisionChannel, decisionOutcome } from '../governance/gates.ts';
import { riskBand } from '../governance/risks.ts';
import { outcome, releaseType } from '../planning/releases.ts';

/** A release that goes out in a week: names only, so that the page can be passed on. */
export const shipping = z.strictObject({
  releaseId: id,
  number: z.number().int(),
  name: z.string(),
  type: releaseType,
  /** Its first deployment of the week. */
  startAt: instant,
  zone: z.string(),
  environments: z.array(z.string()),
  services: z.array(z.strictObject({ name: z.string(), version: z.string() })),
  owner: z.string(),
  band: riskBand,
  outcome: outcome.nullable(),
  onHold: z.boolean(),
  /** Null once it is closed. */
  gates: z.strictObject({ passed: z.number().int(), total: z.number().int() }).nullable(),
});
export type Shipping = z.infer<typeof shipping>;

/** What a reason is about; the first in this order is told first. */
export const riskReasonKinds = [
  'hold',
  'deployment',
  'incident',
  'overdue',
  'gate',
  'placement',
  'plan',
] as const;
export const riskReason = z.strictObject({
  kind: z.enum(riskReasonKinds),
  /** A sentence. */
  text: z.string(),
});
export type RiskReason = z.infer<typeof riskReason>;

export const releaseAtRisk = z.strictObject({
  releaseId: id,
  name: z.string(),
  startAt: instant.nullable(),
  zone: z.string(),
  owner: z.string(),
  reasons: z.array(riskReason),
});
export type ReleaseAtRisk = z.infer<typeof releaseAtRisk>;

export const waitingThing = z.strictObject({
  key: z.string(),
  releaseId: id,
  release: z.string(),
  gateId: id,
  what: z.string(),
  /** When it was asked for; null where nobody asked yet. */
  since: instant.nullable(),
  dueOn: dateText.nullable(),
  late: z.boolean(),
});
export const waitingPerson = z.strictObject({
  personId: id,
  name: z.string(),
  things: z.array(waitingThing),
});
export type WaitingPerson = z.infer<typeof waitingPerson>;

export const decisionTaken = z.strictObject({
  id,
  releaseId: id,
  release: z.string(),
  gate: z.string(),
  who: z.string(),
  /** Whose seat it was, where somebody stood in; empty for one's own. */
  instead: z.string(),
  outcome: decisionOutcome,
  at: instant,
  channel: decisionChannel,
  withdrawn: z.boolean(),
  conditions: z.array(
    z.strictObject({ text: z.string(), owner: z.string(), dueOn: dateText, met: z.boolean() }),
  ),
});
export type DecisionTaken = z.infer<typeof decisionTaken>;

export const statusWeek = z.strictObject({
  from: dateText,
  to: dateText,
  ships: z.array(shipping),
});

/** One page for stakeholders: two weeks, as they are known at `at`. */
export const statusReport = z.strictObject({
  workspace: z.string(),
  zone: z.string(),
  at: instant,
  today: dateText,
  /** The name of the service it is narrowed to; null shows all. */
  service: z.string().nullable(),
  weeks: z.array(statusWeek),
  atRisk: z.array(releaseAtRisk),
  waiting: z.array(waitingPerson),
  /** The first day decisions are told from. */
  decidedFrom: dateText,
  /** Newest first. */
  decisions: z.array(decisionTaken),
});
export type StatusReport = z.infer<typeof statusReport>;
