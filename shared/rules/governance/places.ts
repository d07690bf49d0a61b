import type { ApprovalRules } from '#shared/model/governance/approvals.ts';
import type { Decision, Gate, GatePlace } from '#shared/model/governance/gates.ts';
import type { RoleAssignment } from '#shared/model/planning/releases.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import { roleWords } from '../workspace/roles.ts';
import { maySitTwice } from '../workspace/separation.ts';
import { listed, outcomeWords } from './gate-outcome.ts';
import { holdsPlace, standInsAt } from './stand-ins.ts';
import type { Substitution } from './stand-ins.ts';

/** A decision as the record has it. `current` is false once a bound fact has changed. */
export type PlacedDecision = Pick<
  Decision,
  'id' | 'placeKey' | 'decidedById' | 'outcome' | 'recordedAt' | 'current'
> & { withdrawn: Decision['withdrawn'] | boolean; overruled?: Decision['overruled'] | boolean };

export type PlaceInput = {
  decider: { id: string; name: string; roles: readonly string[] };
  /** In order, a place decides once those before it have. */
  gate: Pick<Gate, 'name' | 'places'> & { inOrder?: boolean };
  requesterId: string;
  assignments: readonly RoleAssignment[];
  people: readonly { id: string; name: string; roles: readonly string[] }[];
  substitutions: readonly Substitution[];
  rules: ApprovalRules;
  /** The day of the decision in the workspace's zone. */
  day: string;
  roleNames: ReadonlyMap<string, string>;
  decisions: readonly PlacedDecision[];
  profile: Profile;
  /** Undefined takes the only open place the person can fill. */
  placeKey: string | undefined;
};

/**
 * The decision that counts for a place: the one recorded last that was not withdrawn. What was
 * recorded counts, not when it was given: a meeting is often entered after what followed it.
 */
export function standingDecision<
  D extends Pick<PlacedDecision, 'id' | 'placeKey' | 'recordedAt' | 'withdrawn'>,
>(decisions: readonly D[], placeKey: string): D | null {
  const [newest] = decisions
    .filter((decision) => decision.placeKey === placeKey && !decision.withdrawn)
    // Ids made later sort later, which settles two records of the same millisecond.
    .toSorted(
      (a, b) => Date.parse(b.recordedAt) - Date.parse(a.recordedAt) || (a.id < b.id ? 1 : -1),
    );
  return newest ?? null;
}

/** An abstention lets somebody else decide unless it counts, and who defers decides later. */
export function leavesOpen(
  { outcome }: Pick<PlacedDecision, 'outcome'>,
  { abstentionCounts }: Pick<ApprovalRules, 'abstentionCounts'>,
): boolean {
  return outcome === 'deferred' || (outcome === 'abstain' && !abstentionCounts);
}

/** The decision that fills a place. One that leaves it open, or is for earlier facts, does not. */
export function fillingDecision(
  decisions: readonly PlacedDecision[],
  placeKey: string,
  rules: Pick<ApprovalRules, 'abstentionCounts'>,
): PlacedDecision | null {
  const standing = standingDecision(decisions, placeKey);
  return standing && standing.current && !leavesOpen(standing, rules) ? standing : null;
}

/**
 * Where places decide one after the other, the one whose turn it is: the first that is not filled,
 * or that holds everything up with a no-go. Null once all have decided.
 */
export function turnOf(
  places: readonly GatePlace[],
  decisions: readonly PlacedDecision[],
  rules: ApprovalRules,
): GatePlace | null {
  return (
    places.find(({ key }) => {
      const filling = fillingDecision(decisions, key, rules);
      if (filling === null) return true;
      const stands = filling.overruled === undefined || !filling.overruled;
      return filling.outcome === 'no-go' && stands && rules.noGoBlocks;
    }) ?? null
  );
}

/**
 * Where a decision goes, whether its person fills another place of the gate already, and for whom
 * they stand in.
 */
export type Seating = {
  placeKey: string;
  secondPlace: boolean;
  forPersonId: string | null;
  forReason: string;
};

/** Picks the place of a gate a person decides in. Throws a Refusal when there is none, or several. */
export function placeFor(input: PlaceInput): Seating {
  const place = input.placeKey === undefined ? onlyPlace(input) : namedPlace(input, input.placeKey);
  refuseEarly(input, place);
  // The chosen place is open, so a place this person fills is another one.
  const elsewhere = input.gate.places.some(
    ({ key }) =>
      fillingDecision(input.decisions, key, input.rules)?.decidedById === input.decider.id,
  );
  if (elsewhere && !maySitTwice(input.profile)) {
    throw new Refusal(
      'forbidden',
      `${input.decider.name} already fills a place of “${input.gate.name}”, and each place needs another person. Let somebody else who holds the role ${roleWords(place.roleKey, input.roleNames)} decide.`,
    );
  }
  const { forPersonId, reason } = rightTo(place, input) ?? { forPersonId: null, reason: '' };
  return { placeKey: place.key, secondPlace: elsewhere, forPersonId, forReason: reason };
}

/** By what right somebody decides in a place; their own goes before standing in, null is none. */
function rightTo(
  place: GatePlace,
  input: PlaceInput,
): { forPersonId: string | null; reason: string } | null {
  const { decider, assignments } = input;
  if (holdsPlace(decider, place, assignments)) return { forPersonId: null, reason: '' };
  return standInsAt(place, input).find(({ personId }) => personId === decider.id) ?? null;
}

/** Refuses a decision in a place whose turn it is not. */
function refuseEarly({ gate, decisions, rules, roleNames }: PlaceInput, place: GatePlace): void {
  if (gate.inOrder !== true) return;
  const before = turnOf(gate.places, decisions, rules);
  if (before === null || before.key === place.key) return;
  // A place before the turn was filled and is decided again.
  if (gate.places.indexOf(place) < gate.places.indexOf(before)) return;
  throw new Refusal(
    'precondition_failed',
    `“${gate.name}” is decided one after the other, and the place of the ${roleWords(before.roleKey, roleNames)} comes before that of the ${roleWords(place.roleKey, roleNames)}. Wait for that decision, or record it first.`,
  );
}

function namedPlace(input: PlaceInput, placeKey: string): GatePlace {
  const { gate } = input;
  const place = gate.places.find(({ key }) => key === placeKey);
  if (!place) {
    const known = gate.places.map(({ key }) => key).join(', ');
    throw new Refusal(
      'not_found',
      `“${gate.name}” has no place “${placeKey}”. Its places are: ${known}.`,
      {
        placeKey: `expected one of ${known}`,
      },
    );
  }
  if (rightTo(place, input) === null) throw noRole(input, [place]);
  const filling = fillingDecision(input.decisions, place.key, input.rules);
  if (filling) throw filled(input, place, filling);
  return place;
}

function onlyPlace(input: PlaceInput): GatePlace {
  const { gate, decider, decisions, rules } = input;
  const own = gate.places.filter((place) => holdsPlace(decider, place, input.assignments));
  // Standing in is looked at only where nothing open is their own.
  const open = (places: readonly GatePlace[]) =>
    places.filter(({ key }) => !fillingDecision(decisions, key, rules));
  const right = gate.places.filter((place) => rightTo(place, input) !== null);
  const held = open(own).length > 0 ? own : right;
  const [firstHeld] = held;
  if (!firstHeld) throw noRole(input, gate.places);
  const [first, ...others] = open(held);
  if (!first) {
    const filling = fillingDecision(decisions, firstHeld.key, rules);
    throw filling ? filled(input, firstHeld, filling) : noRole(input, gate.places);
  }
  // Places of the same role are alike, so the first will do; different roles speak differently.
  if (others.some(({ roleKey }) => roleKey !== first.roleKey)) {
    const turn = gate.inOrder === true ? turnOf(gate.places, decisions, rules) : null;
    if (turn !== null && [first, ...others].includes(turn)) return turn;
    const keys = [first, ...others].map(({ key }) => key).join(', ');
    throw new Refusal(
      'invalid_input',
      `${decider.name} can fill several places of “${gate.name}”: ${keys}. Choose which one the decision is for.`,
      { placeKey: `expected one of ${keys}` },
    );
  }
  return first;
}

function noRole(input: PlaceInput, places: readonly GatePlace[]): Refusal {
  const roles = [...new Set(places.map(({ roleKey }) => roleWords(roleKey, input.roleNames)))].join(
    ' or ',
  );
  if (places.every(({ personId }) => personId !== undefined)) {
    const names = places.map(
      (place) => input.people.find(({ id }) => id === place.personId)?.name ?? 'somebody who left',
    );
    return new Refusal(
      'forbidden',
      `“${input.gate.name}” is decided by ${listed(names, 'or')}, and ${input.decider.name} does not stand in for them. Ask them, or name a deputy for the time they are away.`,
    );
  }
  return new Refusal(
    'forbidden',
    `“${input.gate.name}” needs the role ${roles}, and ${input.decider.name} does not hold it. Assign them in the release’s roles, or ask somebody who holds it.`,
  );
}

function filled(input: PlaceInput, place: GatePlace, by: PlacedDecision): Refusal {
  const who = input.people.find(({ id }) => id === by.decidedById)?.name ?? 'somebody';
  return new Refusal(
    'conflict',
    `The place of the ${roleWords(place.roleKey, input.roleNames)} in “${input.gate.name}” is filled by the ${outcomeWords[by.outcome]} of ${who}. Withdraw that decision first to record another.`,
  );
}
