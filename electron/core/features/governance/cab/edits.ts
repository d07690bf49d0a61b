import { cabItem, cabMeeting } from '#core/database/schema/cab.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { toMs } from '#core/database/select.ts';
import type { Values } from '#core/database/tables.ts';
import type { Context } from '#core/context.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { CabItem, CabMeeting } from '#shared/model/governance/cab.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { gatesForBoard } from '#shared/rules/governance/cab/agenda.ts';
import { checkNotClosed, checkPlanned } from '#shared/rules/governance/cab/turns.ts';
import { orderAfter } from '#shared/rules/planning/order.ts';
import { reordered } from '#shared/rules/planning/reorder.ts';
import { loadCandidates, proposalsFor } from './candidates.ts';
import {
  itemsOf,
  lastOrder,
  requireItem,
  requireMeeting,
  requirePeople,
  toItem,
  toMeeting,
} from './rows.ts';

/** The longest an agenda gets: a board that decides on more decides on nothing. */
const mostItems = 300;

export const freshMeeting = {
  startedAt: null,
  closedAt: null,
  pausedAt: null,
  pausedSeconds: 0,
  minutes: '',
} as const;

export const freshItem = {
  state: 'waiting',
  openedAt: null,
  spentSeconds: 0,
  notes: '',
  outcome: '',
  movedToId: null,
} as const;

export function createMeeting(input: Parsed<'cab.create'>, context: Context): CabMeeting {
  const { store, now } = context;
  const { fill, startsAt, ...given } = input;
  requirePeople(store, given);
  const proposed = fill ? proposalsFor(store, startsAt, now).slice(0, mostItems) : [];
  return toMeeting(
    context.transact((write) => {
      const meeting = write.insert(cabMeeting, {
        ...{ ...given, ...freshMeeting, startsAt: toMs(startsAt) },
        ...{ kind: 'regular', state: 'planned' },
      });
      let order: string | null = null;
      for (const { kind, release, gateIds } of proposed) {
        order = orderAfter(order, null);
        write.insert(cabItem, {
          ...{ ...freshItem, meetingId: meeting.id, kind, title: release.name, gateIds, order },
          ...{ releaseId: release.id, plannedMinutes: kind === 'standard' ? 1 : 10 },
        });
      }
      return meeting;
    }),
  );
}

export function updateMeeting(
  { id, rev, startsAt, ...patch }: Parsed<'cab.update'>,
  context: Context,
): CabMeeting {
  const { store } = context;
  return toMeeting(
    context.transact((write) => {
      const before = toMeeting(write.find(cabMeeting, id));
      const { minutes, ...plan } = { ...patch, startsAt };
      if (Object.values(plan).some((value) => value !== undefined)) checkNotClosed(before);
      requirePeople(store, patch);
      const start = startsAt === undefined ? {} : { startsAt: toMs(startsAt) };
      return write.update(cabMeeting, id, { ...patch, ...start }, rev);
    }),
  );
}

export function removeMeeting(id: string, context: Context): { id: string } {
  const { store } = context;
  context.transact((write) => {
    checkPlanned(toMeeting(write.find(cabMeeting, id)));
    for (const item of itemsOf(store, id)) write.remove(cabItem, item.id);
    write.remove(cabMeeting, id);
  });
  return { id };
}

export function addItems(
  { meetingId, items }: Parsed<'cab.addItems'>,
  context: Context,
): CabItem[] {
  const { store, now } = context;
  checkNotClosed(requireMeeting(store, meetingId));
  const there = itemsOf(store, meetingId);
  if (there.length + items.length > mostItems) {
    throw new Refusal(
      'precondition_failed',
      `The agenda has ${there.length} items; with these it would have more than ${mostItems}. Hold another meeting for the rest.`,
    );
  }
  const ids = items.flatMap(({ releaseId }) => releaseId ?? []);
  const candidates = loadCandidates(store, ids, now);
  let order = lastOrder(there);
  const added: Values<typeof cabItem>[] = items.map(
    ({ kind, title, releaseId, plannedMinutes }) => {
      const candidate = releaseId === null ? undefined : candidates.get(releaseId);
      if (releaseId !== null && candidate === undefined) throw noRelease(releaseId);
      if (candidate?.release.phase === 'closed') throw closedRelease(candidate.release.name);
      if (releaseId !== null && there.some((each) => isAboutNow(each, releaseId))) {
        throw twice(candidate?.release.name ?? '');
      }
      const called = title ?? candidate?.release.name;
      if (called === undefined) throw nameless();
      order = orderAfter(order, null);
      const gates = kind === 'decision' ? gatesForBoard(candidate?.gates ?? []) : [];
      return {
        ...{ ...freshItem, meetingId, kind, title: called, releaseId, plannedMinutes, order },
        gateIds: gates.map(({ id }) => id),
      };
    },
  );
  return context.transact((write) => added.map((item) => toItem(write.insert(cabItem, item))));
}

function isAboutNow(item: CabItem, releaseId: string): boolean {
  return item.releaseId === releaseId && item.state !== 'moved' && item.state !== 'decided';
}

export function updateItem(
  { id, rev, ...patch }: Parsed<'cab.updateItem'>,
  context: Context,
): CabItem {
  const { store } = context;
  return toItem(
    context.transact((write) => {
      const before = write.find(cabItem, id);
      const plan = [patch.title, patch.plannedMinutes];
      if (plan.some((value) => value !== undefined)) {
        checkNotClosed(requireMeeting(store, before.meetingId));
      }
      return write.update(cabItem, id, patch, rev);
    }),
  );
}

export function removeItem(id: string, context: Context): { id: string } {
  const { store } = context;
  context.transact((write) => {
    const item = write.find(cabItem, id);
    checkNotClosed(requireMeeting(store, item.meetingId));
    const untouched = item.state === 'waiting' && item.spentSeconds === 0;
    if (!untouched) {
      throw new Refusal(
        'precondition_failed',
        `“${item.title}” was dealt with in the meeting, so it stays on its agenda and in its minutes. Skip it, or move it on when the meeting is closed.`,
      );
    }
    write.remove(cabItem, id);
  });
  return { id };
}

export function moveItem({ id, afterId }: Parsed<'cab.moveItem'>, context: Context): CabItem[] {
  const { store } = context;
  return context.transact((write) => {
    const { meetingId, kind } = requireItem(store, id);
    checkNotClosed(requireMeeting(store, meetingId));
    const isStandard = kind === 'standard';
    const rows = itemsOf(store, meetingId).filter(
      (row) => (row.kind === 'standard') === isStandard,
    );
    if (afterId !== null && !rows.some((row) => row.id === afterId)) {
      throw new Refusal(
        'not_found',
        `This part of the agenda has no item with the id ${afterId}. Standard changes stay apart; reload the agenda if it was taken off.`,
        { afterId: 'is no item of this meeting' },
      );
    }
    for (const { id: changed, order } of reordered(rows, id, afterId)) {
      write.update(cabItem, changed, { order });
    }
    return itemsOf(store, meetingId);
  });
}

/** Whom an item can be moved to: a meeting that was not held yet. */
export function requirePlanned(context: Context, id: string, field: string): CabMeeting {
  const row = rowOf(context.store, cabMeeting, id);
  if (row?.state === 'planned') return toMeeting(row);
  throw new Refusal(
    'invalid_input',
    'What is left can only be moved to a meeting that was not held yet. Choose one, or plan it first.',
    { [field]: 'is no meeting ahead' },
  );
}

function noRelease(id: string): Refusal {
  return new Refusal(
    'not_found',
    `There is no release with the id ${id}. It may be in another workspace; choose one from the list.`,
    { releaseId: 'is no release of this workspace' },
  );
}

function closedRelease(name: string): Refusal {
  return new Refusal(
    'precondition_failed',
    `${name} is closed, so nothing is decided on it any more. Choose a release that is open.`,
    { releaseId: 'is closed; choose an open release' },
  );
}

function twice(name: string): Refusal {
  return new Refusal('conflict', `${name} is on this agenda already.`, {
    releaseId: 'is on the agenda already',
  });
}

function nameless(): Refusal {
  return new Refusal(
    'invalid_input',
    'An item is about a release, or has a title of its own, and this one has neither. Say what it is about.',
    { title: 'is empty; say what it is about' },
  );
}
