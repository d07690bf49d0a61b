import type { RoleAssignment } from '#shared/model/planning/releases.ts';

export type RoleHolder = { id: string; roles: readonly string[] };

/** The one person who holds a role in the workspace; null when nobody or several do. */
export function soleHolder(roleKey: string, people: readonly RoleHolder[]): string | null {
  const [first, second] = people.filter((person) => person.roles.includes(roleKey));
  return first && !second ? first.id : null;
}

/** A person holds a role in the workspace, or is assigned to it on this release. */
export function holdsRole(
  person: RoleHolder,
  roleKey: string,
  assignments: readonly RoleAssignment[],
): boolean {
  return person.roles.includes(roleKey) || assignedTo(roleKey, assignments) === person.id;
}

/** Whom a place waits for: the person assigned on the release, else everybody who holds the role. */
export function askedFor(
  roleKey: string,
  people: readonly RoleHolder[],
  assignments: readonly RoleAssignment[],
): string[] {
  const assigned = assignedTo(roleKey, assignments);
  if (assigned !== null) return [assigned];
  return people.filter((person) => person.roles.includes(roleKey)).map((person) => person.id);
}

function assignedTo(roleKey: string, assignments: readonly RoleAssignment[]): string | null {
  return assignments.find((each) => each.roleKey === roleKey)?.personId ?? null;
}

/** A role as it stands in the middle of a sentence: `security lead`, but `QA lead`. */
export function roleWords(roleKey: string, roleNames: ReadonlyMap<string, string>): string {
  const name = roleNames.get(roleKey) ?? roleKey;
  const second = name.charAt(1);
  // Only a plain capital is lowered: QA and CAB are written so wherever they stand.
  return second === second.toLowerCase() ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
