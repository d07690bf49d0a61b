import type { Decision, Gate, GatePlace } from '#shared/model/governance/gates.ts';
import type { RoleAssignment } from '#shared/model/planning/releases.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import { holdsRole, roleWords } from '../workspace/roles.ts';
import { maySitTwice } from '../workspace/separation.ts';
import { outcomeWords } from './gate-outcome.ts';

/** A decision as the record has it. `current` is false once a bound fact has changed. */
export type PlacedDecision = Pick<
  Decision,
  'id' | 'placeKey' | 'decidedById' | 'outcome' | 'recordedAt' | 'current'
> & { withdrawn: Decision['withdrawn'] | boolean };

export type PlaceInput = {
  decider: { id: string; name: string; roles: readonly string[] };
  gate: Pick<Gate, 'name' | 'places'>;
  assignments: readonly RoleAssignment[];
  people: readonly { id: string; name: string }[];
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

/** An abstention lets somebody else decide, and who defers decides later. */
export function leavesOpen({ outcome }: Pick<PlacedDecision, 'outcome'>): boolean {
  return outcome === 'abstain' || outcome === 'deferred';
}

/** The decision that fills a place. One that leaves it open, or is for earlier facts, does not. */
export function fillingDecision(
  decisions: readonly PlacedDecision[],
  placeKey: string,
): PlacedDecision | null {
  const standing = standingDecision(decisions, placeKey);
  return standing && standing.current && !leavesOpen(standing) ? standing : null;
}

/** Picks the place of a gate a person decides in. Throws a Refusal when there is none, or several. */
export function placeFor(input: PlaceInput): { placeKey: string; secondPlace: boolean } {
  const place = input.placeKey === undefined ? onlyPlace(input) : namedPlace(input, input.placeKey);
  // The chosen place is open, so a place this person fills is another one.
  const elsewhere = input.gate.places.some(
    ({ key }) => fillingDecision(input.decisions, key)?.decidedById === input.decider.id,
  );
  if (elsewhere && !maySitTwice(input.profile)) {
    throw new Refusal(
      'forbidden',
      `${input.decider.name} already fills a place of “${input.gate.name}”, and each place needs another person. Let somebody else who holds the role ${roleWords(place.roleKey, input.roleNames)} decide.`,
    );
  }
  return { placeKey: place.key, secondPlace: elsewhere };
}

function namedPlace(input: PlaceInput, placeKey: string): GatePlace {
  const { gate, decider, assignments } = input;
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
  if (!holdsRole(decider, place.roleKey, assignments)) throw noRole(input, [place]);
  const filling = fillingDecision(input.decisions, place.key);
  if (filling) throw filled(input, place, filling);
  return place;
}

function onlyPlace(input: PlaceInput): GatePlace {
  const { gate, decider, assignments, decisions } = input;
  const held = gate.places.filter(({ roleKey }) => holdsRole(decider, roleKey, assignments));
  const [firstHeld] = held;
  if (!firstHeld) throw noRole(input, gate.places);
  const open = held.filter(({ key }) => !fillingDecision(decisions, key));
  const [first] = open;
  if (!first) {
    const filling = fillingDecision(decisions, firstHeld.key);
    throw filling ? filled(input, firstHeld, filling) : noRole(input, gate.places);
  }
  // Places of the same role are alike, so the first will do; different roles speak differently.
  if (open.some(({ roleKey }) => roleKey !== first.roleKey)) {
    const keys = open.map(({ key }) => key).join(', ');
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
