import { asc } from 'drizzle-orm';
import { cabItem, cabMeeting } from '#core/database/schema/cab.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { alive, iso, isoOrNull, oneOf, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { CabItem, CabMeeting } from '#shared/model/governance/cab.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { listPeople } from '../../workspace/people/index.ts';

export type ItemRow = Plain<typeof cabItem>;

export function toMeeting(row: Plain<typeof cabMeeting>): CabMeeting {
  const { id, rev, title, kind, zone, durationMinutes, place, chairId, attendeeIds } = row;
  const { state, pausedSeconds, minutes } = row;
  return {
    ...{ id, rev, title, kind, zone, durationMinutes, place, chairId, attendeeIds },
    ...{ state, pausedSeconds, minutes },
    startsAt: iso(row.startsAt),
    startedAt: isoOrNull(row.startedAt),
    closedAt: isoOrNull(row.closedAt),
    pausedAt: isoOrNull(row.pausedAt),
  };
}

export function toItem(row: ItemRow): CabItem {
  const { id, rev, meetingId, kind, title, releaseId, gateIds, order, plannedMinutes } = row;
  const { state, spentSeconds, notes, outcome, movedToId } = row;
  return {
    ...{ id, rev, meetingId, kind, title, releaseId, gateIds, order, plannedMinutes },
    ...{ state, spentSeconds, notes, outcome, movedToId },
    openedAt: isoOrNull(row.openedAt),
  };
}

export function requireMeeting(store: Store, id: string): CabMeeting {
  const row = rowOf(store, cabMeeting, id);
  if (row !== null) return toMeeting(row);
  throw new Refusal(
    'not_found',
    `There is no CAB meeting with the id ${id}. It may have been removed; open one from the list.`,
  );
}

export function requireItem(store: Store, id: string): CabItem {
  const row = rowOf(store, cabItem, id);
  if (row !== null) return toItem(row);
  throw new Refusal(
    'not_found',
    `There is no agenda item with the id ${id}. It may have been taken off; reload the agenda.`,
  );
}

/** The agenda of a meeting in its order; standard changes, which are only noted, come last. */
export function itemsOf(store: Store, meetingId: string): CabItem[] {
  const isStandard = ({ kind }: CabItem) => Number(kind === 'standard');
  return itemsOfMeetings(store, [meetingId]).toSorted((a, b) => isStandard(a) - isStandard(b));
}

/** The order key behind which something new is put, whatever part of the agenda it belongs to. */
export function lastOrder(items: readonly CabItem[]): string | null {
  const keys = items.map(({ order }) => order).toSorted();
  return keys.at(-1) ?? null;
}

export function itemsOfMeetings(store: Store, meetingIds: readonly string[]): CabItem[] {
  return store.orm
    .select(plain(cabItem))
    .from(cabItem)
    .where(alive(cabItem, oneOf(cabItem.meetingId, meetingIds)))
    .orderBy(asc(cabItem.order), asc(cabItem.id))
    .all()
    .map(toItem);
}

/** All meetings, the next start first among those to come, then the newest of those held. */
export function allMeetings(store: Store): CabMeeting[] {
  const meetings = store.orm
    .select(plain(cabMeeting))
    .from(cabMeeting)
    .where(alive(cabMeeting))
    .all()
    .map(toMeeting);
  const isOver = ({ state }: CabMeeting) => state === 'closed';
  return meetings.toSorted(
    (a, b) =>
      Number(isOver(a)) - Number(isOver(b)) ||
      (isOver(a) ? -1 : 1) * a.startsAt.localeCompare(b.startsAt) ||
      (a.id < b.id ? 1 : -1),
  );
}

/** Refuses people who are not of this workspace. */
export function requirePeople(
  store: Store,
  given: { chairId?: string | null | undefined; attendeeIds?: readonly string[] | undefined },
): void {
  const people = new Set(listPeople(store).map(({ id }) => id));
  const message = 'is nobody of this workspace; choose people from its list';
  const { chairId, attendeeIds = [] } = given;
  if (typeof chairId === 'string' && !people.has(chairId)) {
    throw new Refusal('invalid_input', `The chair ${message}.`, { chairId: message });
  }
  if (attendeeIds.every((id) => people.has(id))) return;
  throw new Refusal('invalid_input', `One of the attendees ${message}.`, { attendeeIds: message });
}
