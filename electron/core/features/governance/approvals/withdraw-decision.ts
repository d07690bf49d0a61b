import type { Context } from '#core/context.ts';
import { decision, decisionWithdrawal } from '#core/database/schema/approvals.ts';
import type { Row } from '#core/database/tables.ts';
import type { Write } from '#core/database/write.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Decision } from '#shared/model/governance/gates.ts';
import { mayWithdraw } from '#shared/rules/governance/withdrawal.ts';
import { loadSubject, loadSurroundings, requireOpenGate } from '../gates/index.ts';
import { readDecision } from './record-decision.ts';

/** Withdraws a decision: a row beside it says by whom and why; the decision itself stays as it is. */
export function withdrawDecision(
  { decisionId, reason }: Parsed<'approvals.withdraw'>,
  context: Context,
): Decision {
  const row = context.transact((write) => writeWithdrawal(write, context, decisionId, reason));
  return readDecision(context, row.releaseId, row.gateId, decisionId);
}

/** The same inside a transaction that does more. */
export function writeWithdrawal(
  write: Write,
  context: Context,
  decisionId: string,
  reason: string,
): Row<typeof decision> {
  const byId = context.requireActor();
  const { store } = context;
  const by = loadSurroundings(store).people.find((person) => person.id === byId);
  if (by === undefined) throw new Error('The acting person is not in the workspace');
  const found = write.find(decision, decisionId);
  requireOpenGate(store, found.gateId);
  const subject = loadSubject(store, found.releaseId);
  const withdrawn = subject.withdrawals.some((each) => each.decisionId === decisionId);
  const { phase } = subject.release;
  mayWithdraw({
    decision: { ...found, withdrawn },
    release: { phase, roles: subject.roles },
    by,
  });
  const { releaseId } = found;
  write.insert(decisionWithdrawal, { releaseId, decisionId, at: write.now, byId, reason });
  return found;
}
