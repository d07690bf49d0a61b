import type { Context } from '#core/context.ts';
import { decision, decisionOverrule } from '#core/database/schema/approvals.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Decision } from '#shared/model/governance/gates.ts';
import { authorityOf } from '#shared/rules/governance/approval-rules.ts';
import { mayOverrule } from '#shared/rules/governance/overrule.ts';
import { loadSubject, loadSurroundings, requireOpenGate } from '../gates/index.ts';
import { readDecision } from './record-decision.ts';

/** Sets a no-go aside: a row beside it says by whom and why; the no-go itself stays as it is. */
export function overruleDecision(
  { decisionId, reason }: Parsed<'approvals.overrule'>,
  context: Context,
): Decision {
  const byId = context.requireActor();
  const { store } = context;
  const { people, roleNames, rules } = loadSurroundings(store);
  const by = people.find((person) => person.id === byId);
  if (by === undefined) throw new Error('The acting person is not in the workspace');
  const row = context.transact((write) => {
    const found = write.find(decision, decisionId);
    const { releaseId, gateId } = found;
    requireOpenGate(store, gateId);
    const { requests, release } = loadSubject(store, releaseId);
    const { outcome, decidedById, current, withdrawn, overruled } = readDecision(
      context,
      releaseId,
      gateId,
      decisionId,
    );
    mayOverrule({
      decision: {
        ...{ outcome, decidedById, current },
        withdrawn: withdrawn !== null,
        overruled: overruled !== null,
      },
      by,
      requesterId: release.requesterId,
      requestedById: requests.findLast((each) => each.gateId === gateId)?.requestedById ?? null,
      authority: authorityOf(rules, people, roleNames),
    });
    write.insert(decisionOverrule, { releaseId, decisionId, at: write.now, byId, reason });
    return found;
  });
  return readDecision(context, row.releaseId, row.gateId, decisionId);
}
