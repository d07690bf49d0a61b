import type { EmergencyVoter } from '#shared/model/governance/cab-views.ts';
import type { DecisionOutcome, StandInAt } from '#shared/model/governance/gates.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { listed } from '../gate-outcome.ts';
import { ableIn } from '../stand-ins.ts';
import type { CandidateGate } from './agenda.ts';

type Seat = {
  key: string;
  roleName: string;
  personIds: readonly string[];
  standIns: readonly StandInAt[];
  isOpen: boolean;
};
export type SeatedGate = CandidateGate & { seats: readonly Seat[] };

export type EmergencyVote = { personId: string; outcome: DecisionOutcome };
export type PlacedVote = { gateId: string; placeKey: string; personId: string };

type Called = (personId: string) => string;

/** Everybody who can fill an open place at these gates, and which; those of their own come first. */
export function emergencyVoters(gates: readonly SeatedGate[]): EmergencyVoter[] {
  const voters = new Map<string, EmergencyVoter>();
  for (const { id: gateId, name, seats } of gates) {
    for (const { key: placeKey, roleName, personIds, standIns, isOpen } of seats) {
      if (!isOpen) continue;
      const place = { gateId, placeKey, gate: name, role: roleName };
      const add = (personId: string, standIn: EmergencyVoter['places'][number]['standIn']) => {
        const known = voters.get(personId) ?? { personId, places: [] };
        voters.set(personId, known);
        known.places.push({ ...place, standIn });
      };
      for (const personId of personIds) add(personId, null);
      for (const { personId, forPersonId, reason } of standIns)
        add(personId, { forPersonId, reason });
    }
  }
  const all = [...voters.values()].map(({ personId, places }) => ({
    personId,
    places: places.toSorted(ownFirst),
  }));
  return all.toSorted((a, b) => byRight(a.places) - byRight(b.places));
}

type Right = { standIn: unknown };

function ownFirst(a: Right, b: Right): number {
  return byRight([a]) - byRight([b]);
}

/** Whoever has a place of their own goes before somebody who only stands in. */
function byRight([first]: readonly Right[]): number {
  return first?.standIn === null ? 0 : 1;
}

function mayFill(seat: Seat, personId: string): boolean {
  return ableIn(seat).includes(personId);
}

/** Why no two people can decide at these gates at once, with the way out; null where they can. */
export function whyNoTwo(gates: readonly SeatedGate[]): string | null {
  const open = gates.flatMap(({ name, seats }) =>
    seats.filter(({ isOpen }) => isOpen).map((seat) => ({ ...seat, gate: name })),
  );
  const names = listed(
    gates.map(({ name }) => `“${name}”`),
    'and',
  );
  if (open.length === 0) {
    return `Every place at ${names} is filled, so nobody can vote. Withdraw a decision there to have it taken anew.`;
  }
  const isPair = (a: string, b: string) =>
    open.some((one) => mayFill(one, a) && open.some((other) => other !== one && mayFill(other, b)));
  const ids = emergencyVoters(gates).map(({ personId }) => personId);
  if (ids.some((a, at) => ids.slice(at + 1).some((b) => isPair(a, b)))) return null;
  const able = open.filter(({ personIds, standIns }) => personIds.length + standIns.length > 0);
  if (able.length === 0) {
    return `Nobody can fill an open place at ${names}. Assign roles on the release first.`;
  }
  const left = able.map(({ roleName, gate }) => `${roleName} at “${gate}”`);
  return `An emergency CAB takes two people, and only one finds a place: ${listed(left, 'or')}. Record that decision at its gate instead, or assign roles on the release.`;
}

/**
 * Which place each vote fills. At every gate both find one where they can; where a gate has one place
 * for the two, it goes to who has none yet, and then to a no-go before anything else. Refuses when
 * somebody is left without any: a vote that was called out is never dropped.
 */
export function placesOfVotes(
  gates: readonly SeatedGate[],
  votes: readonly EmergencyVote[],
  called: Called,
): PlacedVote[] {
  const placed = new Map(gates.map((gate) => [gate.id, togetherAt(gate, votes)]));
  for (const gate of gates) {
    if (placed.get(gate.id) !== null) continue;
    const seated = new Set([...placed.values()].flatMap((all) => all ?? []).map((x) => x.personId));
    const [first] = votes.toSorted(
      (a, b) =>
        Number(seated.has(a.personId)) - Number(seated.has(b.personId)) ||
        Number(b.outcome === 'no-go') - Number(a.outcome === 'no-go'),
    );
    placed.set(gate.id, first === undefined ? [] : (togetherAt(gate, [first]) ?? []));
  }
  const all = gates.flatMap(({ id }) => placed.get(id) ?? []);
  const left = votes.findIndex(({ personId }) => !all.some((each) => each.personId === personId));
  if (left !== -1) throw withoutPlace(left, gates, votes, called);
  return all;
}

/** The places of those who can fill one at a gate, in its order; null when two need the same one. */
function togetherAt(gate: SeatedGate, votes: readonly EmergencyVote[]): PlacedVote[] | null {
  const choices = votes
    .map(({ personId }) => ({ personId, seats: openTo(gate, personId) }))
    .filter(({ seats }) => seats.length > 0);
  const [first, second] = choices;
  if (first === undefined) return [];
  const ways = first.seats.flatMap((one) => {
    if (second === undefined) return [[{ ...first, seat: one }]];
    const others = second.seats.filter((other) => other !== one);
    return others.map((other) => [
      { ...first, seat: one },
      { ...second, seat: other },
    ]);
  });
  const standing = (way: (typeof ways)[number]) =>
    way.filter(({ personId, seat }) => !seat.personIds.includes(personId)).length;
  const [best] = ways.toSorted((a, b) => standing(a) - standing(b));
  if (best === undefined) return null;
  return best
    .toSorted((a, b) => gate.seats.indexOf(a.seat) - gate.seats.indexOf(b.seat))
    .map(({ personId, seat }) => ({ gateId: gate.id, placeKey: seat.key, personId }));
}

/** Their own places first: standing in is for where there is none. */
function openTo({ seats }: SeatedGate, personId: string): Seat[] {
  const isOther = (seat: Seat) => Number(!seat.personIds.includes(personId));
  return seats
    .filter((seat) => seat.isOpen && mayFill(seat, personId))
    .toSorted((a, b) => isOther(a) - isOther(b));
}

/** Two people are kept apart by one place only, so it is named, with whoever could fill another. */
function withoutPlace(
  left: number,
  gates: readonly SeatedGate[],
  votes: readonly EmergencyVote[],
  called: Called,
): Refusal {
  const without = votes[left]?.personId ?? '';
  const other = votes.find(({ personId }) => personId !== without)?.personId ?? '';
  const voters = emergencyVoters(gates);
  const own = voters.find(({ personId }) => personId === without)?.places ?? [];
  const where = own.map(({ gate, role }) => `${role} at “${gate}”`);
  const elsewhere = voters.filter(({ places }) =>
    places.some(
      (each) =>
        !own.some(({ gateId, placeKey }) => gateId === each.gateId && placeKey === each.placeKey),
    ),
  );
  const able = elsewhere.map(
    ({ personId, places }) =>
      `${called(personId)} (${[...new Set(places.map(({ role }) => role))].join(', ')})`,
  );
  const instead =
    able.length === 0
      ? (whyNoTwo(gates) ?? '')
      : `Choose somebody for another place instead of one of them: ${listed(able, 'or')}.`;
  return new Refusal(
    'conflict',
    `${called(other)} and ${called(without)} can only fill the same place, ${listed(where, 'and')}, so the vote of ${called(without)} would count nowhere. ${instead}`,
    { [`votes.${left}.personId`]: 'would have no place; choose somebody else' },
  );
}
