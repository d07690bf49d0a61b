import type { GatePlace } from '#shared/model/governance/gates.ts';
import type { PolicyPlace } from '#shared/model/governance/policy-text.ts';

/** Somebody a policy can name. `leftOn` is the day they left, null while they are here. */
export type PolicyPerson = { id: string; name: string; email: string; leftOn: string | null };

/** The role a seat speaks for, named person or not. */
export function roleOfPlace(place: PolicyPlace): string {
  return typeof place === 'string' ? place : place.role;
}

/**
 * The seats of a gate. Each is known by its role, and by a number where the role has several. A person
 * who is not known any more leaves the seat to whoever holds the role; `unknownInWords` says so.
 */
export function placesOf(
  places: readonly PolicyPlace[],
  people: readonly PolicyPerson[],
): GatePlace[] {
  const roles = places.map(roleOfPlace);
  return places.map((place, index) => {
    const roleKey = roleOfPlace(place);
    const before = roles.slice(0, index).filter((each) => each === roleKey).length;
    const key = before === 0 ? roleKey : `${roleKey}-${before + 1}`;
    const [person] = typeof place === 'string' ? [] : called(place.person, people);
    return { key, roleKey, ...(person !== undefined && { personId: person.id }) };
  });
}

/** What the reason of a gate adds where it names people who are not known; empty where it names none. */
export function unknownInWords(
  places: readonly PolicyPlace[],
  people: readonly PolicyPerson[],
): string {
  const unknown = places.flatMap((place) =>
    typeof place === 'string' || called(place.person, people).length > 0 ? [] : [place.person],
  );
  return unknown
    .map((name) => ` It names “${name}”, who is not known here; whoever holds the role decides.`)
    .join('');
}

/** Why a policy cannot name somebody so, as the end of a sentence; null where one person is meant. */
export function personProblem(name: string, people: readonly PolicyPerson[]): string | null {
  const found = called(name, people);
  const [only] = found;
  if (only === undefined) {
    return 'who is nobody of this workspace; write a name or an e-mail as in Settings, People';
  }
  if (found.length > 1) {
    return `which ${found.length} people are called; write the e-mail of the one that is meant`;
  }
  return only.leftOn === null ? null : `who left on ${only.leftOn}; name somebody who is here`;
}

/** By e-mail first, then by name; those who left count only where nobody here is called so. */
function called(name: string, people: readonly PolicyPerson[]): PolicyPerson[] {
  const wanted = folded(name);
  const byEmail = people.filter(({ email }) => email !== '' && folded(email) === wanted);
  const found =
    byEmail.length > 0 ? byEmail : people.filter((person) => folded(person.name) === wanted);
  const here = found.filter(({ leftOn }) => leftOn === null);
  return here.length > 0 ? here : found;
}

function folded(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}
