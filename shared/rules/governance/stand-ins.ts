import type { GatePlace, StandInAt } from '#shared/model/governance/gates.ts';
import type { RoleAssignment } from '#shared/model/planning/releases.ts';
import { formatDate } from '../planning/zoned-time.ts';
import { askedFor, holdsRole, roleWords } from '../workspace/roles.ts';
import type { RoleHolder } from '../workspace/roles.ts';

/** Somebody stands in for a person or for a role, on some days or always. */
export type Substitution = {
  deputyId: string;
  personId: string | null;
  roleKey: string | null;
  firstOn: string | null;
  lastOn: string | null;
  /** An absence ends by itself; a deputy is named. */
  of: 'absence' | 'deputy';
};

/** The place is theirs: they are named in it, or hold its role where it names nobody. */
export function holdsPlace(
  person: RoleHolder,
  place: GatePlace,
  assignments: readonly RoleAssignment[],
): boolean {
  if (place.personId !== undefined) return place.personId === person.id;
  return holdsRole(person, place.roleKey, assignments);
}

/** Whom a place waits for: the person it names, else the one assigned, else all who hold the role. */
export function askedForPlace(
  place: GatePlace,
  people: readonly RoleHolder[],
  assignments: readonly RoleAssignment[],
): string[] {
  return place.personId === undefined
    ? askedFor(place.roleKey, people, assignments)
    : [place.personId];
}

export type StandInInput = {
  people: readonly { id: string; name: string; roles: readonly string[] }[];
  roleNames: ReadonlyMap<string, string>;
  assignments: readonly RoleAssignment[];
  substitutions: readonly Substitution[];
  requesterId: string;
  /** The day it is asked about, in the workspace's zone. */
  day: string;
};

/**
 * Who may decide in a place for somebody else on a day, and why. Nobody stands in for whoever asked
 * for the release: that would be their decision by another hand. For a role somebody always can.
 */
export function standInsAt(place: GatePlace, input: StandInInput): StandInAt[] {
  const { people, assignments, substitutions, requesterId, day } = input;
  const asked = askedForPlace(place, people, assignments);
  const found = substitutions
    .filter((each) => isInForce(each, day))
    .flatMap((each): StandInAt[] => {
      const { deputyId, personId } = each;
      if (personId !== null) {
        if (!asked.includes(personId) || personId === requesterId) return [];
        return [{ personId: deputyId, forPersonId: personId, reason: reasonOf(each, input) }];
      }
      if (place.personId !== undefined || each.roleKey !== place.roleKey) return [];
      const [only, ...others] = asked;
      const forPersonId =
        only === undefined || others.length > 0 || only === requesterId ? null : only;
      return [{ personId: deputyId, forPersonId, reason: reasonOf(each, input) }];
    });
  return found.filter(
    ({ personId }, at) => found.findIndex((each) => each.personId === personId) === at,
  );
}

type Seated = {
  personIds: readonly string[];
  standIns: readonly Pick<StandInAt, 'personId'>[];
};

/** Everybody who can decide in a place: those whose it is first, then whoever stands in. */
export function ableIn({ personIds, standIns }: Seated): string[] {
  return [...new Set([...personIds, ...standIns.map(({ personId }) => personId)])];
}

/** `Stood in for Ana Duarte: Ana Duarte is away until Fri 27 Nov`; empty in a place of one's own. */
export function stoodInWords(
  { forPersonId, forReason }: { forPersonId: string | null; forReason: string },
  nameOf: (personId: string) => string,
): string {
  const whom = forPersonId === null ? '' : ` for ${nameOf(forPersonId)}`;
  return forReason === '' ? '' : `Stood in${whom}: ${forReason}`;
}

/** Who stands in for a person on a day: by name, or as deputy of a role they hold. */
export function standInsFor(
  { id, roles }: RoleHolder,
  substitutions: readonly Substitution[],
  day: string,
): string[] {
  return substitutions.flatMap((each) => {
    const isTheirs =
      each.personId === id || (each.roleKey !== null && roles.includes(each.roleKey));
    return isTheirs && isInForce(each, day) ? each.deputyId : [];
  });
}

function isInForce({ firstOn, lastOn }: Substitution, day: string): boolean {
  return (firstOn === null || firstOn <= day) && (lastOn === null || day <= lastOn);
}

/** `Iris Lindqvist is away until Fri 27 Nov`, `deputy of the security lead`. */
function reasonOf(
  { personId, roleKey, lastOn, of }: Substitution,
  { people, roleNames, day }: StandInInput,
): string {
  const until = lastOn === null ? '' : ` until ${formatDate(lastOn, day)}`;
  const name = people.find(({ id }) => id === personId)?.name ?? 'somebody who left';
  if (of === 'absence') return `${name} is away${until}`;
  const whom = personId === null ? `the ${roleWords(roleKey ?? '', roleNames)}` : name;
  return `deputy of ${whom}${until}`;
}
