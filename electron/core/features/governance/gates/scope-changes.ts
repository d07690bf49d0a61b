import { iso } from '#core/database/select.ts';
import {
  byRecord,
  scopeChanges as changesSince,
  standingApprovals,
} from '#shared/rules/governance/scope-changes.ts';
import type { ScopeChanges } from '../../planning/scope/index.ts';
import { factsNow } from './facts.ts';
import { loadSurroundings } from './load.ts';
import { loadSubject } from './view.ts';

/** Holds the scope as it is against what each standing approval was given on. */
export const scopeChanges: ScopeChanges = (store, releaseId) => {
  const subject = loadSubject(store, releaseId);
  const now = factsNow(subject, loadSurroundings(store)).scope;
  const dropped = subject.scope.filter(({ status }) => status === 'dropped').map(({ id }) => id);
  const withdrawn = new Set(subject.withdrawals.map(({ decisionId }) => decisionId));
  const approvals = subject.gates
    .filter(({ facts }) => facts.includes('scope'))
    .flatMap((gate) => {
      const decisions = subject.decisions
        .filter(({ gateId }) => gateId === gate.id)
        .map((row) => ({
          ...row,
          recordedAt: iso(row.recordedAt),
          withdrawn: withdrawn.has(row.id),
        }));
      return standingApprovals(decisions, gate.places).map((row) => ({ ...row, gate: gate.name }));
    });
  return approvals.toSorted(byRecord).map((approval) => ({
    decisionId: approval.id,
    gateId: approval.gateId,
    gate: approval.gate,
    outcome: approval.outcome,
    byId: approval.decidedById,
    at: iso(approval.decidedAt),
    changes: changesSince(approval.facts.scope, now, new Set(dropped)),
  }));
};
