import type { GateView } from '#shared/model/governance/gates.ts';
import type { QueueItem, UnansweredGate, WordAsked } from '#shared/model/governance/queue.ts';
import type { Phase } from '#shared/model/planning/releases.ts';

export type AskingRelease = {
  id: string;
  name: string;
  phase: Phase;
  startAt: string | null;
  gates: readonly GateView[];
};

type Seat = GateView['seats'][number];

/** A seat somebody is asked in, and for whom; nobody and no words for their own. */
export type Ask = {
  seat: Seat;
  kind: QueueItem['kind'];
  forPersonId: string | null;
  forReason: string;
};

/** Whether a gate asks anybody at all: it was asked for, or stands in the way of its release. */
export function asksNow(gate: GateView, phase: Phase): boolean {
  // One that was taken off by exception asks nobody while that lasts.
  if (gate.keptAt !== null || gate.check !== 'decision' || gate.status === 'not-applicable') {
    return false;
  }
  return gate.request !== null || gate.phase === phase;
}

/** The seats of a gate in which one person is asked now. */
export function asksOf(gate: GateView, phase: Phase, personId: string): Ask[] {
  if (!asksNow(gate, phase)) return [];
  return gate.seats
    .filter(({ askedIds }) => askedIds.includes(personId))
    .map((seat) => {
      const decision = gate.decisions.find(({ id }) => id === seat.decisionId);
      const isOwn = seat.personIds.includes(personId);
      const standIn = isOwn ? undefined : seat.standIns.find((each) => each.personId === personId);
      return {
        seat,
        kind: kindOf(decision),
        forPersonId: standIn?.forPersonId ?? null,
        forReason: standIn?.reason ?? '',
      };
    });
}

function kindOf(decision: GateView['decisions'][number] | undefined): QueueItem['kind'] {
  if (decision === undefined) return 'decide';
  if (decision.outcome === 'deferred') return 'deferred';
  return decision.outcome !== 'abstain' && !decision.current ? 'decide-again' : 'decide';
}

/** All decisions that wait for one person: those that are late first, then by their day. */
export function queueOf(
  releases: readonly AskingRelease[],
  personId: string,
  today: string,
): QueueItem[] {
  const items = releases.flatMap((release) =>
    release.gates.flatMap((gate) =>
      asksOf(gate, release.phase, personId).map(
        ({ seat, kind, forPersonId, forReason }): QueueItem => ({
          ...askedAt(gate, release, today),
          key: `${gate.id} ${seat.key}`,
          ...{ kind, forPersonId, forReason },
          placeKey: seat.key,
          roleName: seat.roleName,
          status: gate.status,
          summary: gate.summary,
          starts: gate.consequences.go ?? '',
        }),
      ),
    ),
  );
  return items.toSorted(byDay);
}

/** The gates that wait for people: every seat somebody is asked in, and whoever was consulted. */
export function unansweredOf(releases: readonly AskingRelease[], today: string): UnansweredGate[] {
  const gates = releases.flatMap((release) =>
    release.gates.flatMap((gate): UnansweredGate[] => {
      const asks = asksNow(gate, release.phase);
      const seats = asks ? gate.seats.filter(({ askedIds }) => askedIds.length > 0) : [];
      const silent = silentAt(gate, today);
      if (seats.length === 0 && silent.length === 0) return [];
      return [
        {
          ...askedAt(gate, release, today),
          needed: gate.quorum?.needed ?? gate.seats.length,
          given: gate.quorum?.given ?? 0,
          seats: seats.map(({ key, roleName, askedIds, standIns }) => ({
            placeKey: key,
            roleName,
            personIds: askedIds.filter((id) => !standIns.some(({ personId }) => personId === id)),
            standIns: standIns.filter(({ personId }) => askedIds.includes(personId)),
          })),
          silent,
          toInform: gate.consulted.toInform,
        },
      ];
    }),
  );
  return gates.toSorted(byDay);
}

/** Once a gate has passed or was taken off, no word of anybody is waited for any more. */
function silentAt(
  { keptAt, status, consulted }: GateView,
  today: string,
): UnansweredGate['silent'] {
  const isOver = keptAt !== null || status === 'passed' || status === 'not-applicable';
  if (isOver) return [];
  return consulted.silent.map((each) => ({
    ...each,
    late: each.dueOn !== null && each.dueOn < today,
  }));
}

/** The gates at which one person's word is asked for, those with the soonest day first. */
export function wordsAskedOf(
  releases: readonly AskingRelease[],
  personId: string,
  today: string,
): WordAsked[] {
  return releases
    .flatMap((release) =>
      release.gates.flatMap((gate) => {
        const own = silentAt(gate, today).find((each) => each.personId === personId);
        if (own === undefined) return [];
        const { askedAt, dueOn, late } = own;
        const at = { releaseId: release.id, release: release.name, startAt: release.startAt };
        return [{ ...at, gateId: gate.id, gate: gate.name, askedAt, dueOn, late }];
      }),
    )
    .toSorted(byDay)
    .map(({ startAt: _startAt, ...word }) => word);
}

/** What a request asks for by when goes before what the gate was given. */
export function dueOf({ request, dueOn }: Pick<GateView, 'request' | 'dueOn'>): string | null {
  return request?.dueOn ?? dueOn;
}

function askedAt(gate: GateView, release: AskingRelease, today: string) {
  const dueOn = dueOf(gate);
  return {
    releaseId: release.id,
    release: release.name,
    startAt: release.startAt,
    gateId: gate.id,
    gate: gate.name,
    phase: gate.phase,
    askedById: gate.request?.byId ?? null,
    askedAt: gate.request?.at ?? null,
    note: gate.request?.note ?? '',
    dueOn,
    late: dueOn !== null && dueOn < today,
  };
}

/** What has a day comes first, the soonest before; the rest by the start of its release. */
function byDay(a: Dated, b: Dated): number {
  return compare(a.dueOn, b.dueOn) || compare(a.startAt, b.startAt);
}

type Dated = { dueOn: string | null; startAt: string | null };

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
