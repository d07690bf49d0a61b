import type { Context } from '#core/context.ts';
import { decisionCondition } from '#core/database/schema/approvals.ts';
import { iso } from '#core/database/select.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { DecisionCondition } from '#shared/model/governance/gates.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { mayCarry } from '#shared/rules/governance/earlier-conditions.ts';
import { holdsRole } from '#shared/rules/workspace/roles.ts';
import { requireOpenRelease } from '../../planning/releases/index.ts';
import {
  listGates,
  loadSubject,
  loadSurroundings,
  requireOpenGate,
  toCondition,
} from '../gates/index.ts';

export function meetCondition(conditionId: string, context: Context): DecisionCondition {
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

/** Lets an open condition past a later gate, by name; it stays open with its owner and day. */
export function carryCondition(
  { conditionId, gateId }: Parsed<'approvals.carryCondition'>,
  context: Context,
): DecisionCondition {
  const { store, now } = context;
  const checkedById = context.requireActor();
  const { releaseId } = requireOpenGate(store, gateId);
  const by = loadSurroundings(store).people.find(({ id }) => id === checkedById);
  const gate = listGates(store, releaseId, now).find(({ id }) => id === gateId);
  if (by === undefined || gate === undefined) throw new Error('Neither can be missing here');
  const { release, roles } = loadSubject(store, releaseId);
  const isReleaseManager = holdsRole(by, 'release-manager', roles);
  mayCarry({ gate, conditionId, by, requesterId: release.requesterId, isReleaseManager });
  const checked = { checkedGateId: gateId, checkedById };
  return toCondition(
    context.transact((write) =>
      write.update(decisionCondition, conditionId, { ...checked, checkedAt: write.now }),
    ),
  );
}
