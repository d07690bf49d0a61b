import type { GatePlace } from '#shared/model/governance/gates.ts';
import type { RoleAssignment } from '#shared/model/planning/releases.ts';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import { askedFor, holdsRole, roleWords } from '../workspace/roles.ts';
import { maySitTwice } from '../workspace/separation.ts';
import { listed } from './gate-outcome.ts';
import { fillingDecision } from './places.ts';
import type { PlacedDecision } from './places.ts';

export type SeatInput = {
  places: readonly GatePlace[];
  decisions: readonly PlacedDecision[];
  people: readonly { id: string; name: string; roles: readonly string[] }[];
  roleNames: ReadonlyMap<string, string>;
  assignments: readonly RoleAssignment[];
  requesterId: string;
  /** Who asked last for this gate's decision; null when nobody did. */
  requestedById: string | null;
  profile: Profile;
};

/** The people an open place can be filled by now, or the sentence that says why there is nobody. */
export type Seat = { personIds: string[]; nobody: string | null };

/** The same rules a decision is refused by, asked before: nobody is told to wait for a refusal. */
export function seatOf(place: GatePlace, input: SeatInput): Seat {
  const { people, assignments } = input;
  const asked = askedFor(place.roleKey, people, assignments);
  const role = roleWords(place.roleKey, input.roleNames);
  const mend = 'in the release’s roles';
  if (asked.length === 0) {
    return { personIds: [], nobody: `nobody holds the role ${role}: assign one ${mend}` };
  }
  const holders = people.filter((person) => holdsRole(person, place.roleKey, assignments));
  const able = new Set(
    holders.filter((person) => barred(person.id, place, input) === null).map(({ id }) => id),
  );
  const first = asked.filter((id) => able.has(id));
  if (first.length > 0) return { personIds: first, nobody: null };
  // The one assigned may not, but others who hold the role in the workspace may.
  if (able.size > 0) return { personIds: [...able], nobody: null };
  const reasons = holders.map(({ id, name }) => `${name} ${barred(id, place, input) ?? ''}`);
  return {
    personIds: [],
    nobody: `nobody else holds the role ${role}: ${listed(reasons, 'and')}; assign somebody else ${mend}`,
  };
}

function barred(personId: string, place: GatePlace, input: SeatInput): string | null {
  if (personId === input.requesterId) return 'asked for the release';
  if (personId === input.requestedById) return 'asked for this decision';
  if (maySitTwice(input.profile)) return null;
  const elsewhere = input.places.some(
    ({ key }) =>
      key !== place.key && fillingDecision(input.decisions, key)?.decidedById === personId,
  );
  return elsewhere ? 'fills another place of this gate' : null;
}
