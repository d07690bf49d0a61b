import { and, eq, isNotNull } from 'drizzle-orm';
import { decision } from '#core/database/schema/approvals.ts';
import { cabMeeting } from '#core/database/schema/cab.ts';
import { checklistItem } from '#core/database/schema/governance.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { alive, oneOf } from '#core/database/select.ts';
import type { ApprovalRules } from '#shared/model/governance/approvals.ts';
import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import type { AgendaItem } from '#shared/model/governance/cab-views.ts';
import type { CabItem, CabMeeting } from '#shared/model/governance/cab.ts';
import { fillingDecision } from '#shared/rules/governance/places.ts';
import { readApprovalRules } from '../gates/index.ts';
import { loadCandidates, proposalsFor } from './candidates.ts';
import type { JudgedCandidate } from './candidates.ts';
import { allMeetings, itemsOf, requireMeeting } from './rows.ts';

export type Agenda = Output<'cab.agenda'>;

export function readAgenda(store: Store, meetingId: string, now: number): Agenda {
  const meeting = requireMeeting(store, meetingId);
  const items = itemsOf(store, meetingId);
  const isOver = meeting.state === 'closed';
  return {
    meeting,
    items: withGates(store, items, now),
    proposed: isOver ? [] : proposalsFor(store, meeting.startsAt, now),
    next: isOver ? [] : meetingsAhead(store, meetingId),
    review: reviewOf(store, meeting, items),
  };
}

/** Planned meetings that can take over what is left of another one. */
function meetingsAhead(store: Store, meetingId: string): Agenda['next'] {
  return allMeetings(store)
    .filter(({ id, state, kind }) => id !== meetingId && state === 'planned' && kind === 'regular')
    .map(({ id, title, startsAt }) => ({ id, title, startsAt }));
}

export function withGates(store: Store, items: readonly CabItem[], now: number): AgendaItem[] {
  const ids = items.flatMap(({ releaseId }) => releaseId ?? []);
  const candidates = loadCandidates(store, [...new Set(ids)], now);
  const taken = takenIn(
    store,
    items.map(({ id }) => id),
  );
  const rules = readApprovalRules(store);
  return items.map((item) => {
    const candidate = item.releaseId === null ? undefined : candidates.get(item.releaseId);
    const movedTo = item.movedToId === null ? null : rowOf(store, cabMeeting, item.movedToId);
    return {
      ...item,
      release: candidate?.release ?? null,
      gates:
        candidate === undefined ? [] : gatesOf(item, candidate, rules, taken.get(item.id) ?? []),
      movedTo: movedTo?.title ?? null,
    };
  });
}

/** The gates of an item in the order of the release's plan. */
function gatesOf(
  { gateIds }: CabItem,
  { gates }: JudgedCandidate,
  rules: ApprovalRules,
  taken: readonly string[],
): AgendaItem['gates'] {
  return gates
    .filter(({ id }) => gateIds.includes(id))
    .map(({ id, key, name, phase, check, status, summary, seats, decisions }) => ({
      ...{ id, key, name, phase, check, status, summary, seats, decisions },
      takenIds: decisions.filter((each) => taken.includes(each.id)).map((each) => each.id),
      openKeys: seats.flatMap(({ key: seat }) =>
        fillingDecision(decisions, seat, rules) === null ? [seat] : [],
      ),
    }));
}

/** The decisions that were taken in these items, by item. */
function takenIn(store: Store, itemIds: readonly string[]): Map<string, string[]> {
  const rows = store.orm
    .select({ id: decision.id, itemId: decision.cabItemId })
    .from(decision)
    .where(alive(decision, and(isNotNull(decision.cabItemId), oneOf(decision.cabItemId, itemIds))))
    .all();
  return new Map(
    [...Map.groupBy(rows, ({ itemId }) => itemId ?? '')].map(([itemId, found]) => [
      itemId,
      found.map(({ id }) => id),
    ]),
  );
}

/** What an emergency put on the checklist of its release; it is known by the meeting's own id. */
function reviewOf(
  store: Store,
  { id, kind }: CabMeeting,
  items: readonly CabItem[],
): Agenda['review'] {
  const releaseId = items.find((item) => item.releaseId !== null)?.releaseId ?? null;
  if (kind !== 'emergency' || releaseId === null) return null;
  const row = store.orm
    .select()
    .from(checklistItem)
    .where(alive(checklistItem, eq(checklistItem.templateKey, reviewKey(id))))
    .get();
  if (row === undefined) return null;
  const { text, dueOn, ownerId, state } = row;
  return { releaseId: row.releaseId, text, dueOn, ownerId, done: state !== 'open' };
}

export function reviewKey(meetingId: string): string {
  return `cab-review-${meetingId}`;
}
