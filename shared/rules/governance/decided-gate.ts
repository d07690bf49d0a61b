import type { Decision, Gate, GatePlace, GateView } from '#shared/model/governance/gates.ts';
import type { RoleAssignment } from '#shared/model/planning/releases.ts';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import { formatWhen } from '../planning/zoned-time.ts';
import { roleWords } from '../workspace/roles.ts';
import { decisionEvidence, judgeDecision } from './decision-verdict.ts';
import type { PlaceVerdict, VerdictContext } from './decision-verdict.ts';
import { capitalised, listed, worstStatus } from './gate-outcome.ts';
import type { GateOutcome } from './gate-outcome.ts';
import { standingDecision } from './places.ts';
import { seatOf } from './seats.ts';
import type { Seat } from './seats.ts';

export type DecidedInput = {
  gate: Pick<Gate, 'name' | 'places'>;
  release: { requesterId: string; roles: readonly RoleAssignment[] };
  people: readonly { id: string; name: string; roles: readonly string[] }[];
  roleNames: ReadonlyMap<string, string>;
  decisions: readonly Decision[];
  /** The newest request for this gate's decision. */
  request: { byId: string; at: string } | null;
  profile: Profile;
  now: string;
  zone: string;
};

type JudgedPlace = PlaceVerdict & { place: GatePlace; decision: Decision | null; seat: Seat };

/**
 * A gate people decide. Each place goes by its standing decision; a no-go or an overdue condition
 * fails the gate, a decision for earlier facts puts it out of date, an open place lets it wait.
 */
export function decidedGate(input: DecidedInput): GateOutcome & { seats: GateView['seats'] } {
  const places = input.gate.places.map((place) => judgePlace(place, input));
  if (places.length === 0) {
    const summary = 'the gate has no places, so nobody can decide';
    return { status: 'waiting', summary, needs: [], evidence: [], asOf: null, seats: [] };
  }
  const status = worstStatus(places.map((place) => place.status));
  const worst = places.filter((place) => place.status === status);
  return {
    status,
    summary: status === 'waiting' ? waitingSummary(worst, input) : joined(worst),
    needs: places.flatMap(({ needs }) => needs),
    evidence: places.flatMap(({ place, decision }) =>
      decision ? [decisionEvidence(decision, place, contextOf(input))] : [],
    ),
    asOf: null,
    seats: places.map(({ place, decision, seat }) => ({
      ...place,
      roleName: input.roleNames.get(place.roleKey) ?? place.roleKey,
      personIds: seat.personIds,
      decisionId: decision?.id ?? null,
    })),
  };
}

function judgePlace(place: GatePlace, input: DecidedInput): JudgedPlace {
  const { gate, decisions, people, roleNames, release, request, profile } = input;
  const decision = standingDecision(decisions, place.key);
  const seat = seatOf(place, {
    places: gate.places,
    decisions,
    people,
    roleNames,
    assignments: release.roles,
    requesterId: release.requesterId,
    requestedById: request?.byId ?? null,
    profile,
  });
  const verdict = decision
    ? judgeDecision(decision, place, contextOf(input))
    : openPlace(place, seat, input);
  return { ...verdict, place, decision, seat };
}

function openPlace(place: GatePlace, seat: Seat, input: DecidedInput): PlaceVerdict {
  const role = roleWords(place.roleKey, input.roleNames);
  if (seat.nobody !== null) {
    return { status: 'waiting', text: seat.nobody, needs: [`${capitalised(seat.nobody)}.`] };
  }
  const names = seat.personIds.flatMap(
    (id) => input.people.find((person) => person.id === id)?.name ?? [],
  );
  const who = `${listed(names, 'or')} (${role})`;
  return { status: 'waiting', text: who, needs: [`A decision of ${who}.`] };
}

/** `waits for Iris Lindqvist (security lead), asked Mon 23 Nov 17:40` */
function waitingSummary(waiting: readonly JudgedPlace[], input: DecidedInput): string {
  const { request, now, zone } = input;
  const stuck = waiting.find(({ seat, decision }) => !decision && seat.nobody !== null);
  if (stuck) return stuck.text;
  const abstained = waiting.filter(({ decision }) => decision);
  if (abstained.length > 0) return joined(abstained);
  const asked = request ? `asked ${formatWhen(request.at, zone, now)}` : 'not asked yet';
  const people = waiting.map(({ text }) => text);
  return `waits for ${listed(people, 'and')}, ${asked}`;
}

function joined(places: readonly JudgedPlace[]): string {
  return [...new Set(places.map(({ text }) => text))].join('; ');
}

function contextOf({ people, roleNames, now, zone }: DecidedInput): VerdictContext {
  return { names: new Map(people.map(({ id, name }) => [id, name])), roleNames, now, zone };
}
