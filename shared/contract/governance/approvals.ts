import { z } from 'zod';
import { dateText, id, instant, longText, shortText } from '#shared/model/primitives.ts';
import {
  decision,
  decisionChannel,
  decisionCondition,
  decisionOutcome,
} from '#shared/model/governance/gates.ts';
import { command } from '../procedure.ts';

const reason = z.string().trim().min(1, 'is empty; say why').max(2000);

export const approvals = {
  'approvals.request': command({
    about: 'Asks the holders of a decided gate for their decision.',
    input: z.strictObject({ gateId: id, note: longText.default('') }),
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
};
