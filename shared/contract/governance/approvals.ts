import { z } from 'zod';
import { dateText, id, instant, longText, rev, shortText } from '#shared/model/primitives.ts';
import {
  decision,
  decisionChannel,
  decisionCondition,
  decisionOutcome,
} from '#shared/model/governance/gates.ts';
import { approvalRules } from '#shared/model/governance/approvals.ts';
import { queueItem, reminder, unansweredGate, wordAsked } from '#shared/model/governance/queue.ts';
import { command, query } from '../procedure.ts';

const reason = z.string().trim().min(1, 'is empty; say why').max(2000);

/** What it hangs on whom a decision is asked of. */
const askTopics = [
  'approvals',
  'gates',
  'releases',
  'scope',
  'risks',
  'rollback',
  'checklists',
  'pipelines',
  'connections',
  'people',
  'workspace',
  'absences',
  'deputies',
] as const;

const rulesInForce = z.strictObject({
  rules: approvalRules,
  /** Who may overrule a no-go, as a sentence calls them; empty where nobody may. */
  authority: z.strictObject({ words: z.string(), personIds: z.array(id) }),
});

/** The topics of what changes with how decisions count. */
const countTopics = ['approvals', 'gates', 'releases', 'workspace'] as const;

const addressed = z.strictObject({ personId: id, name: z.string(), email: z.string() });

export const approvals = {
  'approvals.request': command({
    about: 'Asks the holders of a decided gate for their decision.',
    input: z.strictObject({
      gateId: id,
      note: longText.default(''),
      /** By when it should be decided; today or later. */
      dueOn: dateText.optional(),
    }),
    output: z.strictObject({ id, gateId: id, at: instant }),
    topics: ['approvals', 'gates'],
  }),
  'approvals.decide': command({
    about:
      'Records a decision on the facts as they are now: go, conditional go, no-go, defer or abstain.',
    input: z.strictObject({
      gateId: id,
      outcome: decisionOutcome,
      /** The day a deferral is taken up again; a deferral alone has one. */
      deferredTo: dateText.optional(),
      /** Whose decision it is; absent means the acting person decides for themselves. */
      decidedById: id.optional(),
      /** Which place of the gate; absent takes the only open place the person can fill. */
      placeKey: z.string().max(60).optional(),
      channel: decisionChannel.default('self'),
      /** When it was decided, for a decision recorded later; absent means now. */
      decidedAt: instant.optional(),
      comment: longText.default(''),
      conditions: z
        .array(z.strictObject({ text: shortText, ownerId: id, dueOn: dateText }))
        .max(20)
        .default([]),
    }),
    output: decision,
    topics: ['approvals', 'gates', 'releases'],
  }),
  'approvals.withdraw': command({
    about:
      'Withdraws a decision with a reason; it stays in the record, marked, and the gate re-opens.',
    input: z.strictObject({ decisionId: id, reason }),
    output: decision,
    topics: ['approvals', 'gates', 'releases'],
  }),
  'approvals.meetCondition': command({
    about: 'Marks the condition of a conditional go as met.',
    input: z.strictObject({ conditionId: id }),
    output: decisionCondition,
    topics: ['approvals', 'gates', 'releases'],
  }),
  'approvals.overrule': command({
    about:
      'Sets a no-go aside, with a reason, as the authority named for that; the no-go stays in the record.',
    input: z.strictObject({ decisionId: id, reason }),
    output: decision,
    topics: ['approvals', 'gates', 'releases'],
  }),
  'approvals.carryCondition': command({
    about:
      'Lets an open condition of an earlier gate past this one, by name; it stays open with its owner and day.',
    input: z.strictObject({ conditionId: id, gateId: id }),
    output: decisionCondition,
    topics: ['approvals', 'gates', 'releases'],
  }),
  'approvals.queue': query({
    about:
      'Lists the decisions that wait for the acting person, in their own seats and in those they stand in for, with what a go sets off, and the gates at which their word is asked for.',
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(queueItem), words: z.array(wordAsked) }),
    topics: askTopics,
  }),
  'approvals.unanswered': query({
    about:
      'Lists the gates that wait for people, with everybody who has not answered, deciding or consulted.',
    input: z.strictObject({}),
    output: z.array(unansweredGate),
    topics: askTopics,
  }),
  'approvals.message': query({
    about:
      'Writes a message to those who have not answered at some gates, as text and as an .eml file.',
    input: z.strictObject({ gateIds: z.array(id).min(1).max(2000) }),
    output: z.strictObject({
      to: z.array(addressed),
      /** Who is informed of these gates. */
      cc: z.array(addressed),
      /** Whom it is for, and who has no address in the workspace. */
      withoutAddress: z.array(id),
      subject: z.string(),
      text: z.string(),
      fileName: z.string(),
      eml: z.string(),
    }),
    topics: askTopics,
  }),
  'approvals.tell': query({
    about:
      'Writes a message to those who are informed of a gate: what was decided, as text and as an .eml file.',
    input: z.strictObject({ gateId: id }),
    output: z.strictObject({
      to: z.array(addressed),
      withoutAddress: z.array(id),
      subject: z.string(),
      text: z.string(),
      fileName: z.string(),
      eml: z.string(),
    }),
    topics: askTopics,
  }),
  'approvals.rules': query({
    about: 'Tells the rules by which decisions count, and who may overrule a no-go.',
    input: z.strictObject({}),
    output: rulesInForce,
    topics: ['workspace', 'people'],
  }),
  'approvals.setRules': command({
    about:
      'Changes how decisions count: whether a no-go blocks, what counts, and who may overrule.',
    input: approvalRules.partial().extend({ rev: rev.optional() }),
    output: rulesInForce,
    topics: countTopics,
  }),
  'approvals.reminders': query({
    about:
      'Tells how long before their day this device reminds of decisions, and of which it has not yet.',
    input: z.strictObject({}),
    output: z.strictObject({
      /** Null where this device reminds of nothing. */
      hoursBefore: z.number().int().nullable(),
      due: z.array(reminder),
    }),
    topics: ['device', 'approvals'],
  }),
  'approvals.setReminders': command({
    about: 'Sets how long before their day this device reminds the acting person of decisions.',
    input: z.strictObject({
      hoursBefore: z
        .number()
        .int()
        .min(1, 'is less than an hour; choose at least 1')
        .max(336, 'is more than two weeks; choose at most 336 hours')
        .nullable(),
    }),
    output: z.strictObject({ hoursBefore: z.number().int().nullable() }),
    topics: ['device'],
  }),
  'approvals.reminded': command({
    about: 'Notes of which decisions this device has reminded, so that each is told once.',
    input: z.strictObject({ keys: z.array(z.string().max(200)).max(500) }),
    output: z.strictObject({}),
    topics: [],
  }),
};
