import { desc, ne } from 'drizzle-orm';
import { release } from '#core/database/schema/planning.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import type { PolicyImpact, PolicyPreview } from '#shared/model/governance/policies.ts';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import { askedGates, ruleOutcomes } from '#shared/rules/governance/policy/asked-gates.ts';
import type { AskedGate } from '#shared/rules/governance/policy/asked-gates.ts';
import type { ReadPolicy } from '#shared/rules/governance/policy/read-policy.ts';
import { policySubjects } from './facts.ts';
import { newestPublished, policyInForce } from './rows.ts';
import type { NamedPolicy } from './rows.ts';
import { plannedChanges } from './settle.ts';
import type { PlannedChanges } from './settle.ts';
import { checkedReading, peopleFor, shippedPolicy, shippedText } from './shipped.ts';

/** A text held against the policy in force, on the facts the last releases have now. */
export function previewPolicy(
  store: Store,
  { text, releases: count }: { text: string; releases: number },
): Output<'policies.preview'> {
  const { policy, problems } = checkedReading(store, text);
  if (policy === null) return { problems, releases: [] };
  const ids = store.orm
    .select({ id: release.id })
    .from(release)
    .where(alive(release))
    .orderBy(desc(release.number))
    .limit(count)
    .all()
    .map(({ id }) => id);
  const now = policyInForce(store).policy;
  const rows = policySubjects(store, ids).map(({ release: row, facts }): PolicyPreview => {
    const after = askedGates(policy, '', facts);
    const before = askedGates(now, '', facts);
    return {
      ...{ releaseId: row.id, release: row.name, number: row.number, type: row.type },
      ...{ band: facts.band, gates: after.length },
      added: movedGates(after, before),
      removed: movedGates(before, after),
      seen: ruleOutcomes(policy, facts),
    };
  });
  return { problems: [], releases: rows.toSorted((a, b) => b.number - a.number) };
}

function movedGates(from: readonly AskedGate[], without: readonly AskedGate[]) {
  return from
    .filter(({ key }) => !without.some((gate) => gate.key === key))
    .map(({ key, name, ruleKeys }) => ({ key, name, rules: ruleKeys }));
}

/** What publishing a text would change at the open releases; those without change are left out. */
export function impactOf(store: Store, text: string): Output<'policies.impact'> {
  const { policy, problems } = checkedReading(store, text);
  const ids = openReleaseIds(store);
  if (policy === null) return { problems, open: ids.length, releases: [] };
  return { problems: [], open: ids.length, releases: impacts(store, policy, text, ids) };
}

/**
 * What another profile would change at the open releases. A policy the workspace published goes before
 * the profile's own, so that then only the separation of duties changes.
 */
export function profileImpact(store: Store, profile: Profile): Output<'policies.profileImpact'> {
  const ids = openReleaseIds(store);
  const own = newestPublished(store);
  if (own !== null) {
    return { stays: `${own.name}, version ${own.number}`, open: ids.length, releases: [] };
  }
  const text = shippedText(profile);
  const releases = impacts(store, shippedPolicy(profile), text, ids);
  return { stays: null, open: ids.length, releases };
}

export function openReleaseIds(store: Store): string[] {
  return store.orm
    .select({ id: release.id })
    .from(release)
    .where(alive(release, ne(release.phase, 'closed')))
    .orderBy(release.number)
    .all()
    .map(({ id }) => id);
}

export function impacts(
  store: Store,
  policy: ReadPolicy,
  text: string,
  ids: readonly string[],
): PolicyImpact[] {
  const people = peopleFor(store, policy);
  const named: NamedPolicy = { policy, id: null, called: policy.name, text, people };
  return plannedChanges(store, named, ids).map(toImpact).filter(changesSomething);
}

/** The words of its reason and whom it is traced to change with each version; that is no change. */
const traced: readonly string[] = [
  ...['why', 'ruleKeys', 'policyId', 'policyName', 'order', 'source', 'accountableRole'],
];

function toImpact({ subject, changes, requestedGateIds }: PlannedChanges): PolicyImpact {
  return {
    releaseId: subject.release.id,
    release: subject.release.name,
    added: changes.add.map(({ name }) => name),
    removed: changes.remove.map(({ name }) => name),
    changed: changes.update
      .filter(({ patch }) => Object.keys(patch).some((field) => !traced.includes(field)))
      .map(({ name }) => name),
    staying: changes.stay.map(({ name }) => name),
    requestsDropped: changes.remove.filter(({ id }) => requestedGateIds.has(id)).length,
  };
}

function changesSomething({ added, removed, changed, staying }: PolicyImpact): boolean {
  return added.length + removed.length + changed.length + staying.length > 0;
}
