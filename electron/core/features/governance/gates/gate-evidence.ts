import type { gate as gateTable } from '#core/database/schema/governance.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import {
  limitsInWords,
  readsOf,
  summaryKindOf,
} from '#shared/rules/governance/evidence/evidence-words.ts';
import { accountableRoles } from '#shared/rules/governance/raci.ts';
import { askedFor, roleWords } from '#shared/rules/workspace/roles.ts';
import { listPeople, listRoles } from '../../workspace/people/index.ts';
import { differenceToLast, listEvidence, toEntry } from '../evidence/index.ts';
import { speaksFor } from './evidenced.ts';
import { readLetters } from './letters.ts';
import { loadSubject, requireGate } from './view.ts';
import type { Subject } from './load.ts';

/** What was brought for a gate, how it stands, who answers for it, and what changed since the last release. */
export function gateEvidence(store: Store, gateId: string, now: number): Output<'gates.evidence'> {
  const gate = requireGate(store, gateId);
  const subject = loadSubject(store, gate.releaseId);
  const kind = summaryKindOf[gate.check];
  const items = listEvidence(store, gate.releaseId, now).filter(
    (each) => speaksFor(each, gateId) && (each.gateId !== null || each.summary?.kind === kind),
  );
  const entries = subject.evidence.map(toEntry).filter((entry) => speaksFor(entry, gateId));
  const difference =
    kind === undefined
      ? null
      : differenceToLast(store, { releaseId: gate.releaseId, kind, entries, at: now });
  const hasReport = items.some(({ summary, withdrawn }) => summary !== null && withdrawn === null);
  const isCompared = kind !== undefined && kind !== 'coverage' && hasReport;
  return {
    items,
    reads: [...(readsOf[gate.check] ?? [])],
    limits: limitsInWords(gate.check, gate.limits),
    accountable: accountableOf(store, gate, subject),
    difference,
    incomparable:
      isCompared && difference === null
        ? 'No release of the same services that was deployed before has such a report.'
        : '',
  };
}

/** Who answers for the gate: as the matrix says, for this release before all; else as the gate does. */
function accountableOf(
  store: Store,
  { accountableRole, key, releaseId }: Plain<typeof gateTable>,
  { roles }: Subject,
): Output<'gates.evidence'>['accountable'] {
  const people = listPeople(store).filter(({ leftOn }) => leftOn === null);
  const names = new Map(listRoles(store).map((role) => [role.key, role.name]));
  const ofRole = (roleKey: string) => ({
    role: roleWords(roleKey, names),
    personIds: askedFor(roleKey, people, roles),
  });
  const asked = { key, accountable: accountableRole };
  const [roleKey] = accountableRoles(asked, readLetters(store), releaseId);
  return roleKey === undefined ? null : ofRole(roleKey);
}
