import type { ApprovalRules } from '#shared/model/governance/approvals.ts';
import type {
  ConsultedAt,
  Decision,
  EarlierCondition,
  Gate,
  GatePlace,
  GateView,
} from '#shared/model/governance/gates.ts';
import type { RoleAssignment } from '#shared/model/planning/releases.ts';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import { dateIn, formatDate, formatWhen } from '../planning/zoned-time.ts';
import { roleWords } from '../workspace/roles.ts';
import { authorityOf } from './approval-rules.ts';
import { decisionEvidence, judgeDecision } from './decision-verdict.ts';
import type { PlaceVerdict, VerdictContext } from './decision-verdict.ts';
import { capitalised, counted, listed, ownEvidence } from './gate-outcome.ts';
import type { GateOutcome } from './gate-outcome.ts';
import { leavesOpen, standingDecision, turnOf } from './places.ts';
import { givenOf, neededOf, quorumStatus } from './quorum.ts';
import { seatOf } from './seats.ts';
import type { Seat } from './seats.ts';
import type { Substitution } from './stand-ins.ts';

export type DecidedInput = {
  /** `needed` null: all of its places; `inOrder`: one after the other. */
  gate: Pick<Gate, 'name' | 'places'> & { needed?: number | null; inOrder?: boolean };
  release: { requesterId: string; roles: readonly RoleAssignment[] };
  people: readonly { id: string; name: string; roles: readonly string[] }[];
  roleNames: ReadonlyMap<string, string>;
  decisions: readonly Decision[];
  /** The newest request for this gate's decision. */
  request: { byId: string; at: string } | null;
  profile: Profile;
  rules: ApprovalRules;
  substitutions: readonly Substitution[];
  /** Who is to be asked for their word, and who was and is silent. */
  consulted: Pick<ConsultedAt, 'toConsult' | 'silent'>;
  /** Open conditions of earlier gates that are looked at again here. */
  earlier: readonly EarlierCondition[];
  now: string;
  zone: string;
};

type JudgedPlace = PlaceVerdict & {
  place: GatePlace;
  decision: Decision | null;
  outcome: Decision['outcome'] | null;
  seat: Seat;
  /** Who is asked in it now, and why nobody is yet although it is open. */
  askedIds: string[];
  held: string;
};

/** What only a decided gate has. */
export type DecidedParts = Pick<GateView, 'seats' | 'quorum'>;

/**
 * A gate people decide. Each place goes by its standing decision; a no-go or an overdue condition
 * fails the gate, a decision for earlier facts puts it out of date, an open place lets it wait. It
 * passes once as many places count as it needs, consulted people have answered where that is asked,
 * and open conditions of earlier gates were met or carried over.
 */
export function decidedGate(input: DecidedInput): GateOutcome & DecidedParts {
  const { gate, rules, roleNames } = input;
  const places = gate.places.map((place) => judgePlace(place, input));
  if (places.length === 0) {
    const summary = 'the gate has no places, so nobody can decide';
    const none = { needs: [], evidence: [], asOf: null, seats: [], quorum: null };
    return { status: 'waiting', summary, ...none };
  }
  const needed = neededOf(gate.needed ?? null, places.length);
  const byPlaces = quorumStatus(places, needed, rules);
  const pending = byPlaces === 'passed' ? pendingOf(input) : [];
  const status = pending.length > 0 ? 'waiting' : byPlaces;
  const open = byPlaces === 'passed' ? [] : places.filter((each) => each.status !== 'passed');
  const context = contextOf(input);
  return {
    status,
    summary: pending[0] ?? summaryOf(places, byPlaces, needed, input),
    needs: [
      ...pending.map((need) => `${capitalised(need)}.`),
      ...(byPlaces === 'passed' ? places : open).flatMap(({ needs }) => needs),
    ],
    evidence: [
      ...places.flatMap(({ place, decision }) =>
        decision ? [decisionEvidence(decision, place, context)] : [],
      ),
      ...input.earlier.filter(({ carried }) => carried).map((each) => carriedOver(each, input)),
    ],
    asOf: null,
    seats: places.map(({ place, decision, seat, askedIds, held }) => ({
      ...place,
      roleName: roleNames.get(place.roleKey) ?? place.roleKey,
      personIds: seat.personIds,
      decisionId: decision?.id ?? null,
      standIns: seat.standIns,
      // A gate that has passed waits for nobody, though more could still decide.
      askedIds: byPlaces === 'passed' ? [] : askedIds,
      held,
    })),
    quorum: { needed, given: givenOf(places), inOrder: gate.inOrder === true },
  };
}

function judgePlace(place: GatePlace, input: DecidedInput): JudgedPlace {
  const { gate, decisions, release, request, rules } = input;
  const decision = standingDecision(decisions, place.key);
  const seat = seatOf(place, {
    ...input,
    places: gate.places,
    assignments: release.roles,
    requesterId: release.requesterId,
    requestedById: request?.byId ?? null,
    day: dateIn(input.now, input.zone),
  });
  const held = heldBack(place, decision, input);
  const verdict = decision
    ? judgeDecision(decision, place, contextOf(input))
    : openPlace(place, seat, input);
  const isOpen = decision === null || !decision.current || leavesOpen(decision, rules);
  return {
    ...verdict,
    ...{ place, decision, seat, held },
    outcome: decision !== null && decision.current ? decision.outcome : null,
    askedIds: isOpen && held === '' ? askedIn(seat, decision) : [],
  };
}

/** Who gave a decision for earlier facts gives it again; who abstained is not asked twice. */
function askedIn({ personIds, standIns }: Seat, decision: Decision | null): string[] {
  const others = standIns.map(({ personId }) => personId);
  if (decision?.outcome === 'abstain') {
    return [...personIds, ...others].filter((id) => id !== decision.decidedById);
  }
  const giver = decision?.decidedById;
  const isHere = giver !== undefined && [...personIds, ...others].includes(giver);
  return isHere ? [...new Set([giver, ...others])] : [...personIds, ...others];
}

/** Why an open place asks nobody yet: its day has not come, or another place comes before. */
function heldBack(place: GatePlace, decision: Decision | null, input: DecidedInput): string {
  const { gate, decisions, rules, now, zone, roleNames } = input;
  const today = dateIn(now, zone);
  const to = decision?.outcome === 'deferred' ? decision.deferredTo : null;
  if (to !== null && to > today) return `deferred to ${formatDate(to, today)}`;
  const turn = gate.inOrder === true ? turnOf(gate.places, decisions, rules) : null;
  if (turn === null || gate.places.indexOf(place) <= gate.places.indexOf(turn)) return '';
  return `comes after the place of the ${roleWords(turn.roleKey, roleNames)}`;
}

function openPlace(place: GatePlace, seat: Seat, input: DecidedInput): PlaceVerdict {
  const role = roleWords(place.roleKey, input.roleNames);
  if (seat.nobody !== null) {
    return { status: 'waiting', text: seat.nobody, needs: [`${capitalised(seat.nobody)}.`] };
  }
  const names = new Map(input.people.map(({ id, name }) => [id, name]));
  const own = seat.personIds.flatMap((id) => names.get(id) ?? []);
  const standing = seat.standIns.flatMap(({ personId, reason }) => {
    const name = names.get(personId);
    return name === undefined ? [] : `${name} standing in, since ${reason}`;
  });
  const who = `${listed([...own, ...standing], 'or')} (${role})`;
  return { status: 'waiting', text: who, needs: [`A decision of ${who}.`] };
}

function summaryOf(
  places: readonly JudgedPlace[],
  status: GateOutcome['status'],
  needed: number,
  input: DecidedInput,
): string {
  const given = givenOf(places);
  const some = needed < places.length;
  if (status === 'waiting') {
    const waiting = places.filter((each) => each.status === 'waiting');
    const text = waitingSummary(waiting, input);
    return some ? `${given} of ${needed} needed given; ${text}` : text;
  }
  const said = joined(places.filter((each) => each.status === status));
  return some && status === 'passed' ? `${given} of ${needed} needed: ${said}` : said;
}

/** `waits for Iris Lindqvist (security lead), asked Mon 23 Nov 17:40` */
function waitingSummary(waiting: readonly JudgedPlace[], input: DecidedInput): string {
  const { request, now, zone } = input;
  const turn = waiting.filter(({ held, decision }) => held === '' || decision !== null);
  const stuck = turn.find(({ seat, decision }) => !decision && seat.nobody !== null);
  if (stuck) return stuck.text;
  const begun = turn.filter(({ decision }) => decision);
  if (begun.length > 0) return joined(begun);
  const asked = request ? `asked ${formatWhen(request.at, zone, now)}` : 'not asked yet';
  const later = waiting.length - turn.length;
  const then = later === 0 ? '' : `; ${counted(later, 'place')} after that`;
  return `waits for ${listed(
    turn.map(({ text }) => text),
    'and',
  )}, ${asked}${then}`;
}

/** What holds a gate back although enough of its places count. */
function pendingOf({ rules, consulted, earlier, people }: DecidedInput): string[] {
  const name = (id: string) => people.find((each) => each.id === id)?.name ?? 'somebody who left';
  return [
    ...(rules.consultedFirst
      ? [
          ...consulted.silent.map(
            ({ personId }) => `${name(personId)} was consulted and has not answered`,
          ),
          ...consulted.toConsult.map(
            (id) => `${name(id)} is to be consulted and was not asked yet`,
          ),
        ]
      : []),
    ...earlier
      .filter(({ carried }) => !carried)
      .map(
        ({ gate, condition }) =>
          `a condition of ${gate} is open, to be met or carried over by name: ${condition.text} (${name(condition.ownerId)})`,
      ),
  ];
}

function carriedOver({ condition, gate }: EarlierCondition, input: DecidedInput) {
  const { names } = contextOf(input);
  const who = names.get(condition.checkedById ?? '') ?? 'somebody who left';
  const at =
    condition.checkedAt === null
      ? ''
      : `, ${formatWhen(condition.checkedAt, input.zone, input.now)}`;
  return ownEvidence(
    `Condition of ${gate}, still open: ${condition.text}`,
    'passed',
    `carried over by ${who}${at}`,
  );
}

function joined(places: readonly JudgedPlace[]): string {
  return [...new Set(places.map(({ text }) => text))].join('; ');
}

function contextOf({ people, roleNames, rules, now, zone }: DecidedInput): VerdictContext {
  const authority = authorityOf(rules, people, roleNames).words;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return { names, roleNames, now, zone, rules, authority };
}
