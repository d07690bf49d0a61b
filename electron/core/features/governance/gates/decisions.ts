import { iso, isoOrNull } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { decision, decisionCondition } from '#core/database/schema/approvals.ts';
import type { Decision, DecisionCondition, FactGroup } from '#shared/model/governance/gates.ts';
import { diffFacts } from '#shared/rules/governance/facts.ts';
import type { Facts } from '#shared/rules/governance/facts.ts';
import { fingerprint } from './facts.ts';
import type { Subject } from './load.ts';

/** The decisions of one gate, oldest first, each held against the facts as they are now. */
export function decisionsOf(
  subject: Subject,
  gate: { id: string; facts: FactGroup[] },
  now: Facts,
): Decision[] {
  const rows = subject.decisions.filter(({ gateId }) => gateId === gate.id);
  if (rows.length === 0) return [];
  const today = fingerprint(now, gate.facts);
  return rows.map((row) => toDecision(row, subject, gate.facts, now, today));
}

function toDecision(
  row: Plain<typeof decision>,
  subject: Subject,
  groups: FactGroup[],
  now: Facts,
  today: string,
): Decision {
  const withdrawal = subject.withdrawals.find(({ decisionId }) => decisionId === row.id);
  const overrule = subject.overrules.find(({ decisionId }) => decisionId === row.id);
  const current = row.fingerprint === today;
  return {
    id: row.id,
    gateId: row.gateId,
    placeKey: row.placeKey,
    outcome: row.outcome,
    decidedById: row.decidedById,
    recordedById: row.recordedById,
    channel: row.channel,
    decidedAt: iso(row.decidedAt),
    recordedAt: iso(row.recordedAt),
    comment: row.comment,
    conditions: subject.conditions
      .filter(({ decisionId }) => decisionId === row.id)
      .map(toCondition),
    fingerprint: row.fingerprint,
    current,
    differences: current ? [] : diffFacts(row.facts, now, groups),
    secondPlace: row.secondPlace,
    withdrawn:
      withdrawal === undefined
        ? null
        : { at: iso(withdrawal.at), byId: withdrawal.byId, reason: withdrawal.reason },
    deferredTo: row.deferredTo,
    forPersonId: row.forPersonId,
    forReason: row.forReason,
    overruled:
      overrule === undefined
        ? null
        : { at: iso(overrule.at), byId: overrule.byId, reason: overrule.reason },
  };
}

export function toCondition(row: Plain<typeof decisionCondition>): DecisionCondition {
  const { id, text, ownerId, dueOn, metAt, metById, checkedGateId, checkedAt, checkedById } = row;
  return {
    ...{ id, text, ownerId, dueOn, metAt: isoOrNull(metAt), metById },
    ...{ checkedGateId, checkedAt: isoOrNull(checkedAt), checkedById },
  };
}
