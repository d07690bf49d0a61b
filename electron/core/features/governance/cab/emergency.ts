import { cabItem, cabMeeting } from '#core/database/schema/cab.ts';
import { checklistItem } from '#core/database/schema/governance.ts';
import { iso } from '#core/database/select.ts';
import type { Context } from '#core/context.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Decision } from '#shared/model/governance/gates.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { undecidedGates } from '#shared/rules/governance/cab/agenda.ts';
import {
  emergencyVoters,
  placesOfVotes,
  whyNoTwo,
} from '#shared/rules/governance/cab/emergency-places.ts';
import { checkVoters, emergencyGates, reviewDue } from '#shared/rules/governance/cab/emergency.ts';
import { fillingDecision } from '#shared/rules/governance/places.ts';
import { orderAfter } from '#shared/rules/planning/order.ts';
import { workCalendarOf } from '#shared/rules/planning/working-days.ts';
import type { WorkingDays } from '#shared/rules/planning/working-days.ts';
import { dateIn, formatWhen } from '#shared/rules/planning/zoned-time.ts';
import { listHolidayCalendars } from '../../planning/holidays/index.ts';
import { requireOpenRelease } from '../../planning/releases/index.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { recordDecision } from '../approvals/index.ts';
import { listChecklist } from '../checklists/index.ts';
import { readApprovalRules } from '../gates/index.ts';
import { reviewKey } from './agenda.ts';
import { loadCandidates } from './candidates.ts';
import { freshItem, freshMeeting } from './edits.ts';
import { toMeeting } from './rows.ts';

/** Who can decide in an emergency, and where. */
export function readVoters(
  releaseId: string,
  { store, now }: Context,
): Output<'cab.emergencyVoters'> {
  const { ownerId, phase, name } = requireRow(store, releaseId, now);
  const gates = emergencyGates(seatedGates(store, releaseId, now));
  const closed = phase === 'closed' ? `${name} is closed, so nothing is decided on it.` : null;
  const none =
    gates.length === 0
      ? `No gate of ${name} waits for a decision, so there is none to take.`
      : whyNoTwo(gates);
  return {
    gates: gates.map(({ id, name: gate }) => ({ id, name: gate })),
    voters: emergencyVoters(gates),
    reviewOn: reviewDue(todayOf(store, now), workingDaysOf(store, ownerId)),
    refusal: closed ?? none,
  };
}

/** Two people decide at once; meeting, votes and the review that is due come together or not at all. */
export function holdEmergency(
  { releaseId, reason, votes }: Parsed<'cab.emergency'>,
  context: Context,
): Output<'cab.emergency'> {
  const { store, now } = context;
  const actorId = context.requireActor();
  const { name, ownerId } = requireOpenRelease(store, releaseId);
  const gates = emergencyGates(seatedGates(store, releaseId, now));
  if (gates.length === 0) {
    throw new Refusal(
      'precondition_failed',
      `No gate of ${name} waits for a decision, so an emergency has nothing to decide. Go on with the release.`,
    );
  }
  const people = new Map(listPeople(store).map((person) => [person.id, person.name]));
  const personIds = votes.map(({ personId }) => personId);
  const called = (id: string) => people.get(id) ?? 'Somebody unknown';
  checkVoters(personIds, emergencyVoters(gates), called);
  const places = placesOfVotes(gates, votes, called);
  const zone = readWorkspace(store).zone;
  const today = todayOf(store, now);
  const reviewOn = reviewDue(today, workingDaysOf(store, ownerId));
  const done = context.transact((write) => {
    const meeting = write.insert(cabMeeting, {
      ...{ ...freshMeeting, kind: 'emergency', state: 'closed', place: '', durationMinutes: 1 },
      title: `Emergency CAB, ${formatWhen(iso(now), zone, iso(now))}`,
      ...{ startsAt: now, startedAt: now, closedAt: now, zone, minutes: reason },
      chairId: personIds.includes(actorId) ? actorId : null,
      attendeeIds: [...new Set([...personIds, actorId])],
    });
    const item = write.insert(cabItem, {
      ...{ ...freshItem, meetingId: meeting.id, kind: 'decision', state: 'decided' },
      ...{ title: name, releaseId, plannedMinutes: 0, order: orderAfter(null, null) },
      gateIds: [...new Set(places.map(({ gateId }) => gateId))],
    });
    const within: Context = { ...context, store, transact: (work) => work(write) };
    const decisions = places.map(({ gateId, placeKey, personId }): Decision => {
      const vote = votes.find((each) => each.personId === personId);
      if (vote === undefined) throw new Error('A place was given to nobody');
      const { outcome, comment, conditions } = vote;
      return recordDecision(
        {
          ...{ gateId, placeKey, outcome, conditions, decidedById: personId, channel: 'meeting' },
          // A no-go needs words of its own; whoever gives a go agrees to the reason of the meeting.
          comment: comment.trim() === '' && outcome !== 'no-go' ? reason : comment,
        },
        within,
        { cabItemId: item.id },
      );
    });
    const last = listChecklist(store, releaseId)
      .map(({ order }) => order)
      .toSorted()
      .at(-1);
    write.insert(checklistItem, {
      ...{ releaseId, phase: 'post-release', state: 'open', evidence: '', reason: '' },
      text: 'Post-implementation review of the emergency change is held',
      ...{ order: orderAfter(last ?? null, null), setById: null, setAt: null },
      ...{ ownerId, dueOn: reviewOn, afterIds: [], templateKey: reviewKey(meeting.id) },
      why: `Asked for by the emergency CAB of ${formatWhen(iso(now), zone, iso(now))}: due within 5 working days.`,
    });
    return { meeting, decisions };
  });
  const after = loadCandidates(store, [releaseId], now).get(releaseId);
  return {
    meeting: toMeeting(done.meeting),
    decisions: done.decisions,
    open: undecidedGates(after?.gates ?? []).map((gate) => gate.name),
    reviewOn,
  };
}

function requireRow(store: Store, releaseId: string, now: number) {
  const candidate = loadCandidates(store, [releaseId], now).get(releaseId);
  if (candidate !== undefined) return { ...candidate.release, ownerId: candidate.ownerId };
  throw new Refusal(
    'not_found',
    `There is no release with the id ${releaseId}. It may be in another workspace; open it from the list.`,
  );
}

/** The gates with their places, and which of those nobody fills. */
function seatedGates(store: Store, releaseId: string, now: number) {
  const gates = loadCandidates(store, [releaseId], now).get(releaseId)?.gates ?? [];
  const rules = readApprovalRules(store);
  return gates.map((gate) => ({
    ...gate,
    seats: gate.seats.map((seat) => ({
      ...seat,
      isOpen: fillingDecision(gate.decisions, seat.key, rules) === null,
    })),
  }));
}

function todayOf(store: Store, now: number): string {
  return dateIn(iso(now), readWorkspace(store).zone);
}

/** The days of whoever holds the review, or of the workspace. */
function workingDaysOf(store: Store, ownerId: string): WorkingDays {
  const { workingDays } = readWorkspace(store);
  const owner = listPeople(store).find(({ id }) => id === ownerId);
  const calendar = listHolidayCalendars(store).find(({ id }) => id === owner?.holidayCalendarId);
  return calendar === undefined ? workingDays : workCalendarOf(calendar.workingDays, calendar);
}
