import type { Context, Handlers } from '#core/context.ts';
import { approvalRequest, decisionCondition } from '#core/database/schema/approvals.ts';
import { iso } from '#core/database/select.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { requireOpenRelease } from '../../planning/releases/index.ts';
import { requireOpenGate, toCondition } from '../gates/index.ts';
import { recordDecision } from './record-decision.ts';
import { withdrawDecision } from './withdraw-decision.ts';

type Names =
  'approvals.request' | 'approvals.decide' | 'approvals.withdraw' | 'approvals.meetCondition';

export const approvals: Handlers<Names> = {
  'approvals.request': ({ gateId, note }, context) => {
    const gate = requireOpenGate(context.store, gateId);
    if (gate.check !== 'decision') {
      throw new Refusal(
        'precondition_failed',
        `“${gate.name}” is judged from facts, so there is nobody to ask. Its evidence says what it waits for.`,
      );
    }
    const requestedById = context.requireActor();
    const row = context.transact((write) =>
      write.insert(approvalRequest, {
        releaseId: gate.releaseId,
        gateId,
        requestedById,
        requestedAt: write.now,
        note,
      }),
    );
    return { id: row.id, gateId, at: iso(row.requestedAt) };
  },

  'approvals.decide': (input, context) => recordDecision(input, context),

  'approvals.withdraw': (input, context) => withdrawDecision(input, context),

  'approvals.meetCondition': ({ conditionId }, context) => meetCondition(conditionId, context),
};

function meetCondition(conditionId: string, context: Context) {
  const metById = context.requireActor();
  return toCondition(
    context.transact((write) => {
      const condition = write.find(decisionCondition, conditionId);
      requireOpenRelease(context.store, condition.releaseId);
      if (condition.metAt !== null) {
        throw new Refusal(
          'conflict',
          `“${condition.text}” was marked as met on ${iso(condition.metAt)} already.`,
        );
      }
      return write.update(decisionCondition, conditionId, { metAt: write.now, metById });
    }),
  );
}
