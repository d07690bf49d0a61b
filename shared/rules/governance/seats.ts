import type { GatePlace, StandInAt } from '#shared/model/governance/gates.ts';
import type { ApprovalRules } from '#shared/model/governance/approvals.ts';
import type { RoleAssignment } from '#shared/model/planning/releases.ts';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import { roleWords } from '../workspace/roles.ts';
import { maySitTwice } from '../workspace/separation.ts';
import { listed } from './gate-outcome.ts';
import { fillingDecision } from './places.ts';
import type { PlacedDecision } from './places.ts';
import { askedForPlace, holdsPlace, standInsAt } from './stand-ins.ts';
import type { Substitution } from './stand-ins.ts';

export type SeatInput = {
  places: readonly GatePlace[];
  decisions: readonly PlacedDecision[];
  people: readonly { id: string; name: string; roles: readonly string[] }[];
  roleNames: ReadonlyMap<string, string>;
  assignments: readonly RoleAssignment[];
  substitutions: readonly Substitution[];
  requesterId: string;
  /** Who asked last for this gate's decision; null when nobody did. */
  requestedById: string | null;
  profile: Profile;
  rules: ApprovalRules;
  /** The day it is asked about, in the workspace's zone. */
  day: string;
};

/**
 * The people an open place can be filled by now, those who can stand in, or the sentence that says
 * why there is nobody.
 */
export type Seat = { personIds: string[]; standIns: StandInAt[]; nobody: string | null };

/** The same rules a decision is refused by, asked before: nobody is told to wait for a refusal. */
export function seatOf(place: GatePlace, input: SeatInput): Seat {
  const personIds = ownersOf(place, input);
  const standIns = standInsAt(place, input).filter(
    ({ personId }) =>
      !personIds.includes(personId) &&
      input.people.some(({ id }) => id === personId) &&
      barred(personId, place, input) === null,
  );
  const isEmpty = personIds.length + standIns.length === 0;
  return { personIds, standIns, nobody: isEmpty ? whyNobody(place, input) : null };
}

/** Whoever may decide by their own right: first whom the place waits for, else others of the role. */
function ownersOf(place: GatePlace, input: SeatInput): string[] {
  const { people, assignments } = input;
  const asked = askedForPlace(place, people, assignments);
  if (asked.length === 0) return [];
  const holders = people.filter((person) => holdsPlace(person, place, assignments));
  const able = holders
    .filter((person) => barred(person.id, place, input) === null)
    .map(({ id }) => id);
  const first = asked.filter((id) => able.includes(id));
  // The one assigned may not, but others who hold the role in the workspace may.
  return first.length > 0 ? first : able;
}

function whyNobody(place: GatePlace, input: SeatInput): string {
  const { people, assignments } = input;
  const holders = people.filter((person) => holdsPlace(person, place, assignments));
  const reasons = holders.map(({ id, name }) => `${name} ${barred(id, place, input) ?? ''}`);
  if (place.personId !== undefined) {
    const gone = 'the person it names has left';
    return `nobody can decide in the place: ${reasons[0] ?? gone}; name a deputy for them, or somebody else in what brought the gate`;
  }
  const role = roleWords(place.roleKey, input.roleNames);
  const mend = 'in the release’s roles';
  if (askedForPlace(place, people, assignments).length === 0) {
    return `nobody holds the role ${role}: assign one ${mend}`;
  }
  return `nobody else holds the role ${role}: ${listed(reasons, 'and')}; assign somebody else ${mend}`;
}

function barred(personId: string, place: GatePlace, input: SeatInput): string | null {
  if (personId === input.requesterId) return 'asked for the release';
  if (personId === input.requestedById) return 'asked for this decision';
  if (maySitTwice(input.profile)) return null;
  const elsewhere = input.places.some(
    ({ key }) =>
      key !== place.key &&
      fillingDecision(input.decisions, key, input.rules)?.decidedById === personId,
  );
  return elsewhere ? 'fills another place of this gate' : null;
}
