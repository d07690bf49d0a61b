import { decision, approvalRequest } from '#core/database/schema/approvals.ts';
import { gate } from '#core/database/schema/governance.ts';
import { phasePassage } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import { askedGates } from '#shared/rules/governance/policy/asked-gates.ts';
import { gateChanges } from '#shared/rules/governance/policy/gate-changes.ts';
import type { GateChanges, WantedGate } from '#shared/rules/governance/policy/gate-changes.ts';
import { ordersFor } from '#shared/rules/planning/order.ts';
import { gatesFromTemplate } from '#shared/rules/planning/templates/templates.ts';
import { templateBehind } from '../../planning/templates/index.ts';
import { policySubjects } from './facts.ts';
import type { PolicySubject } from './facts.ts';
import { policyInForce } from './rows.ts';
import type { NamedPolicy } from './rows.ts';

export type PlannedChanges = {
  subject: PolicySubject;
  changes: GateChanges;
  /** The gates somebody was asked to approve. */
  requestedGateIds: ReadonlySet<string>;
};

/**
 * Gives open releases the gates they are asked for now: by the policy in force, and by the template
 * of the workspace's own they were made from. Says whether anything was written. Runs at the end of
 * every command that touched what the answer hangs on, within its transaction.
 */
export function settleGates(write: Write, store: Store, releaseIds: readonly string[]): boolean {
  if (releaseIds.length === 0) return false;
  let wrote = dropGatesOfGone(write, store, releaseIds);
  for (const { subject, changes } of plannedChanges(store, policyInForce(store), releaseIds)) {
    const releaseId = subject.release.id;
    for (const wanted of changes.add) write.insert(gate, { ...wanted, releaseId });
    for (const { id, patch } of changes.update) write.update(gate, id, patch);
    for (const { id } of changes.remove) write.remove(gate, id);
    wrote ||= changes.add.length + changes.update.length + changes.remove.length > 0;
  }
  return wrote;
}

/** What giving these releases the gates of a policy would change; closed ones are left out. */
export function plannedChanges(
  store: Store,
  named: NamedPolicy,
  releaseIds: readonly string[],
): PlannedChanges[] {
  const subjects = policySubjects(store, releaseIds).filter(
    ({ release }) => release.phase !== 'closed',
  );
  const ids = subjects.map(({ release }) => release.id);
  const gates = partsOf(store, gate, ids);
  const decisions = partsOf(store, decision, ids);
  const requests = partsOf(store, approvalRequest, ids);
  const passages = partsOf(store, phasePassage, ids);
  return subjects.map((subject) => {
    const { id } = subject.release;
    const decided = new Set(decisions(id).map(({ gateId }) => gateId));
    const present = gates(id).map((row) => ({ ...row, decided: decided.has(row.id) }));
    const left = new Set(passages(id).map(({ phase }) => phase));
    return {
      subject,
      changes: gateChanges(present, wantedGates(store, named, subject), left),
      requestedGateIds: new Set(requests(id).map(({ gateId }) => gateId)),
    };
  });
}

/** What is asked about: a release, or one that is not there yet. */
type WantedOf = {
  release: Parameters<typeof templateBehind>[1];
  facts: PolicySubject['facts'];
};

/** By the policy first; a gate of the template that has the key of one of these is that one. */
export function wantedGates(
  store: Store,
  { policy, id, called, people }: NamedPolicy,
  { release, facts }: WantedOf,
): WantedGate[] {
  const says = `Policy “${policy.name}”${called.slice(policy.name.length)}`;
  const byPolicy = askedGates(policy, says, facts, people).map((asked): WantedGate => ({
    ...asked,
    ...{ source: 'policy', policyId: id, policyName: called },
  }));
  const template = templateBehind(store, release);
  if (template.gates.length === 0) return byPolicy;
  const known = new Set(byPolicy.map(({ key }) => key));
  const own = gatesFromTemplate(template, facts).filter(({ key }) => !known.has(key));
  // Behind those of the policy, whichever of them are asked for.
  const orders = ordersFor(policy.gates.length + own.length).slice(policy.gates.length);
  return [
    ...byPolicy,
    ...own.map((asked, index): WantedGate => ({
      ...{ ...asked, order: orders[index] ?? asked.order },
      ...{ source: 'template', policyId: null, policyName: '', ruleKeys: [] },
      accountableRole: null,
    })),
  ];
}

/** A release whose making was undone leaves no gates behind that others' edits brought. */
function dropGatesOfGone(write: Write, store: Store, releaseIds: readonly string[]): boolean {
  const gone = store.raw
    .prepare<[string], { id: string }>(
      `SELECT g.id FROM gate g JOIN release r ON r.id = g.release_id
       WHERE r.deleted_hlc IS NOT NULL AND g.deleted_hlc IS NULL
       AND r.id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(releaseIds));
  for (const { id } of gone) write.remove(gate, id);
  return gone.length > 0;
}
