import type { GateView } from '#shared/model/governance/gates.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';

type Seat = GateView['seats'][number];

/** The seats of a gate a person can fill; several differ in their role and have to be chosen from. */
export function seatsFor(gate: GateView, personId: string): Seat[] {
  return gate.seats.filter(
    (seat) =>
      seat.personIds.includes(personId) ||
      seat.standIns.some((standIn) => standIn.personId === personId),
  );
}

/**
 * Whom a decision can be recorded for: oneself first, then those who hold a role the gate asks for,
 * with that role. Others are left out: the core would refuse them.
 */
export function peopleFor(
  gate: GateView,
  { names, actingId }: Pick<ReleasePage, 'names' | 'actingId'>,
): { id: string; label: string }[] {
  const holders = names.people.filter(({ id }) => id !== actingId && seatsFor(gate, id).length > 0);
  const own = names.people.filter(({ id }) => id === actingId);
  return [...own, ...holders].map(({ id, name }) => {
    const roles = [...new Set(seatsFor(gate, id).map((seat) => inSeat(seat, id, names)))].join(
      ', ',
    );
    const label = id === actingId ? `${name} (you)` : name;
    return { id, label: roles === '' ? label : `${label}, ${roles}` };
  });
}

/** `Security lead`, or `Security lead for Iris Lindqvist` where somebody stands in. */
function inSeat(seat: Seat, id: string, names: Pick<ReleasePage['names'], 'person'>): string {
  if (seat.personIds.includes(id)) return seat.roleName;
  const standIn = seat.standIns.find(({ personId }) => personId === id);
  const { forPersonId = null } = standIn ?? {};
  if (forPersonId === null) return `${seat.roleName}, standing in`;
  return `${seat.roleName} for ${names.person(forPersonId)}`;
}

/** First names of those who can fill what is open, for the button that asks them. */
export function askedInWords(gate: GateView, names: ReleasePage['names']): string {
  const ids = [...new Set(gate.seats.flatMap(({ askedIds }) => askedIds))];
  const [first] = ids;
  if (first === undefined) return 'for a decision';
  const given = names.person(first).split(' ')[0] ?? names.person(first);
  return ids.length === 1 ? given : `${given} and ${ids.length - 1} more`;
}
