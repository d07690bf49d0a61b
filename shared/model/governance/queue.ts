import { z } from 'zod';
import { dateText, id, instant } from '../primitives.ts';
import { phase } from '../planning/releases.ts';
import { gateStatus, standInAt } from './gates.ts';

export const askKinds = ['decide', 'decide-again', 'deferred'] as const;

/** What a decision is asked for: where, by whom and until when. */
const asked = {
  releaseId: id,
  release: z.string(),
  startAt: instant.nullable(),
  gateId: id,
  gate: z.string(),
  phase,
  /** Null where nobody asked yet, and the gate is only in the way. */
  askedById: id.nullable(),
  askedAt: instant.nullable(),
  note: z.string(),
  dueOn: dateText.nullable(),
  late: z.boolean(),
};

/** A decision that waits for one person. */
export const queueItem = z.strictObject({
  ...asked,
  key: z.string(),
  /** Anew, again on changed facts, or because the day of a deferral has come. */
  kind: z.enum(askKinds),
  placeKey: z.string(),
  roleName: z.string(),
  /** Whom they would decide for, and why they may; null and empty for their own seat. */
  forPersonId: id.nullable(),
  forReason: z.string(),
  status: gateStatus,
  summary: z.string(),
  /** What a go sets off, as a sentence. */
  starts: z.string(),
});
export type QueueItem = z.infer<typeof queueItem>;

/** Somebody's word that was asked for. */
const consultedAsk = z.strictObject({
  personId: id,
  askedAt: instant,
  dueOn: dateText.nullable(),
  late: z.boolean(),
});

/** A gate at which the acting person's word is asked for before others decide. */
export const wordAsked = z.strictObject({
  ...{ releaseId: id, release: z.string(), gateId: id, gate: z.string() },
  ...{ askedAt: instant, dueOn: dateText.nullable(), late: z.boolean() },
});
export type WordAsked = z.infer<typeof wordAsked>;

/** A gate that waits for people, with all who have not answered: deciders and consulted people. */
export const unansweredGate = z.strictObject({
  ...asked,
  needed: z.number().int(),
  given: z.number().int(),
  seats: z.array(
    z.strictObject({
      placeKey: z.string(),
      roleName: z.string(),
      personIds: z.array(id),
      standIns: z.array(standInAt),
    }),
  ),
  /** Who was consulted and has not answered; by the day of the question, not of the gate. */
  silent: z.array(consultedAsk),
  /** Who is informed: they get a copy of what is written. */
  toInform: z.array(id),
});
export type UnansweredGate = z.infer<typeof unansweredGate>;

/** A decision whose day comes near, as the desktop tells it. */
export const reminder = z.strictObject({
  /** The same seat and day have the same key, so that it is told once. */
  key: z.string(),
  title: z.string(),
  text: z.string(),
  releaseId: id,
  gateId: id,
});
export type Reminder = z.infer<typeof reminder>;
