import { desc } from 'drizzle-orm';
import { rowOf } from '#core/database/plain-rows.ts';
import { policy } from '#core/database/schema/policies.ts';
import { alive, isoOrNull, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { PolicyVersion } from '#shared/model/governance/policies.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { profiles } from '#shared/model/workspace/workspace.ts';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import type { ReadPolicy } from '#shared/rules/governance/policy/read-policy.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import { peopleFor, readingOf, shippedPolicy, shippedText } from './shipped.ts';

export type PolicyRow = Plain<typeof policy>;

/** A policy with what its gates are traced to, and whom it can mean by its names. */
export type NamedPolicy = {
  policy: ReadPolicy;
  id: string | null;
  called: string;
  text: string;
  people: Person[];
};

/** The draft first, then what was published, the newest first. */
export function policyRows(store: Store): PolicyRow[] {
  return store.orm
    .select(plain(policy))
    .from(policy)
    .where(alive(policy))
    .orderBy(desc(policy.number), desc(policy.id))
    .all()
    .toSorted((a, b) => Number(b.state === 'draft') - Number(a.state === 'draft'));
}

export function draftOf(store: Store): PolicyRow | null {
  return policyRows(store).find(({ state }) => state === 'draft') ?? null;
}

/** The newest that was published; null while the workspace goes by the program's own. */
export function newestPublished(store: Store): PolicyRow | null {
  return policyRows(store).find(({ state }) => state === 'published') ?? null;
}

/** The policy in force: the newest published, or the program's own of the workspace's profile. */
export function policyInForce(store: Store): NamedPolicy {
  const row = newestPublished(store);
  if (row === null) {
    const { profile } = readWorkspace(store);
    const shipped = shippedPolicy(profile);
    const text = shippedText(profile);
    return { policy: shipped, id: null, called: shipped.name, text, people: [] };
  }
  const { policy: read, problems } = readingOf(row.text);
  if (read !== null) {
    return {
      policy: read,
      id: row.id,
      called: `${row.name}, version ${row.number}`,
      text: row.text,
      people: peopleFor(store, read),
    };
  }
  // What was published could be read then; only a newer program can have taken a word away.
  throw new Refusal(
    'precondition_failed',
    `The policy in force, “${row.name}” version ${row.number}, cannot be read by this program: line ${problems[0].line}, ${problems[0].message} Publish a corrected one in Settings → Policy.`,
  );
}

export function listPolicies(store: Store): PolicyVersion[] {
  const rows = policyRows(store);
  const inForce = rows.find(({ state }) => state === 'published')?.id ?? null;
  const { profile } = readWorkspace(store);
  return [
    ...rows.map((row) => toVersion(row, row.id === inForce)),
    ...profiles.map((each) => shippedVersion(each, inForce === null && each === profile)),
  ];
}

export function toVersion(row: PolicyRow, inForce: boolean): PolicyVersion {
  const { id, rev, name, number, profile, state, note, publishedById } = row;
  const { policy: read } = readingOf(row.text);
  return {
    ...{ id, rev, name, number, profile, state, note, publishedById, inForce },
    publishedAt: isoOrNull(row.publishedAt),
    gates: read?.gates.length ?? null,
    rules: read?.rules.length ?? null,
  };
}

export function shippedVersion(profile: Profile, inForce: boolean): PolicyVersion {
  const { name, about, gates, rules } = shippedPolicy(profile);
  return {
    ...{ id: null, rev: null, number: null, publishedAt: null, publishedById: null },
    ...{ name, profile, state: 'shipped', note: about, inForce },
    ...{ gates: gates.length, rules: rules.length },
  };
}

export function requirePolicy(store: Store, id: string): PolicyRow {
  const row = rowOf(store, policy, id);
  if (row !== null) return row;
  throw new Refusal(
    'not_found',
    `There is no policy with the id ${id}. It may have been discarded; choose one of the list in Settings → Policy.`,
  );
}
