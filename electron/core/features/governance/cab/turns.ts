import { cabItem, cabMeeting } from '#core/database/schema/cab.ts';
import { iso, toMs } from '#core/database/select.ts';
import type { Context } from '#core/context.ts';
import type { Write } from '#core/database/write.ts';
import type { CabItem, CabMeeting } from '#shared/model/governance/cab.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { itemSeconds, secondsBetween } from '#shared/rules/governance/cab/timers.ts';
import {
  checkPaused,
  checkPlanned,
  checkRunning,
  nextItem,
  previousItem,
  stateWhenLeft,
} from '#shared/rules/governance/cab/turns.ts';
import { withGates } from './agenda.ts';
import { itemsOf, requireItem, requireMeeting, toMeeting } from './rows.ts';

type Turned = { itemId: string | null };

export function startMeeting(meetingId: string, context: Context): CabMeeting {
  const { store } = context;
  const actorId = context.requireActor();
  return toMeeting(
    context.transact((write) => {
      const meeting = write.find(cabMeeting, meetingId);
      checkPlanned(meeting);
      // Whoever starts it is there and takes the minutes.
      const attendeeIds = meeting.attendeeIds.includes(actorId)
        ? meeting.attendeeIds
        : [...meeting.attendeeIds, actorId];
      const first = nextItem(itemsOf(store, meetingId), null);
      if (first !== null) openItem(write, first);
      const started = { state: 'running', startedAt: write.now, attendeeIds } as const;
      return write.update(cabMeeting, meetingId, started);
    }),
  );
}

/** While it is paused the open item stays open, and neither clock runs. */
export function pauseMeeting(meetingId: string, context: Context): CabMeeting {
  const { store } = context;
  return toMeeting(
    context.transact((write) => {
      checkRunning(write.find(cabMeeting, meetingId));
      const open = openOf(itemsOf(store, meetingId));
      if (open !== null) stopClock(write, open);
      return write.update(cabMeeting, meetingId, { state: 'paused', pausedAt: write.now });
    }),
  );
}

export function resumeMeeting(meetingId: string, context: Context): CabMeeting {
  const { store } = context;
  return toMeeting(
    context.transact((write) => {
      const meeting = toMeeting(write.find(cabMeeting, meetingId));
      checkPaused(meeting);
      const open = openOf(itemsOf(store, meetingId));
      if (open !== null) write.update(cabItem, open.id, { openedAt: write.now });
      const pausedSeconds = pausedUntil(meeting, write.now);
      return write.update(cabMeeting, meetingId, {
        ...{ state: 'running', pausedAt: null, pausedSeconds },
      });
    }),
  );
}

export function turn(meetingId: string, to: 'next' | 'previous', context: Context): Turned {
  const { store } = context;
  return context.transact((write) => {
    checkRunning(requireMeeting(store, meetingId));
    const items = itemsOf(store, meetingId);
    const openId = openOf(items)?.id ?? null;
    leaveOpen(write, items, context);
    // As they stand once the open one is left: it may be waiting again.
    const now = itemsOf(store, meetingId);
    const found = to === 'next' ? nextItem(now, openId) : previousItem(now, openId);
    if (found === null && to === 'previous' && openId !== null) {
      const same = now.find(({ id }) => id === openId);
      if (same !== undefined) openItem(write, same);
      return { itemId: openId };
    }
    if (found !== null) openItem(write, found);
    return { itemId: found?.id ?? null };
  });
}

export function openOne(itemId: string, context: Context): Turned {
  const { store } = context;
  return context.transact((write) => {
    const item = requireItem(store, itemId);
    checkRunning(requireMeeting(store, item.meetingId));
    if (item.state === 'open') return { itemId };
    if (item.state === 'moved') {
      throw new Refusal(
        'precondition_failed',
        `“${item.title}” was moved to another meeting. Open it there.`,
      );
    }
    leaveOpen(write, itemsOf(store, item.meetingId), context);
    openItem(write, item);
    return { itemId };
  });
}

export function skip(itemId: string, context: Context): Turned {
  const { store } = context;
  return context.transact((write) => {
    const item = requireItem(store, itemId);
    checkRunning(requireMeeting(store, item.meetingId));
    if (item.state !== 'open' && item.state !== 'waiting') {
      throw new Refusal(
        'precondition_failed',
        `“${item.title}” was ${item.state === 'skipped' ? 'passed over' : item.state} already.`,
      );
    }
    stopClock(write, item);
    write.update(cabItem, itemId, { state: 'skipped' });
    if (item.state !== 'open')
      return { itemId: openOf(itemsOf(store, item.meetingId))?.id ?? null };
    const found = nextItem(itemsOf(store, item.meetingId), itemId);
    if (found !== null) openItem(write, found);
    return { itemId: found?.id ?? null };
  });
}

export function openOf(items: readonly CabItem[]): CabItem | null {
  return items.find(({ state }) => state === 'open') ?? null;
}

/** The seconds a meeting was paused for, the pause it is in among them. */
export function pausedUntil({ pausedAt, pausedSeconds }: CabMeeting, now: number): number {
  return pausedSeconds + (pausedAt === null ? 0 : Math.max(0, secondsBetween(pausedAt, iso(now))));
}

/** Leaves the open item: its time is kept, and what it has come to. */
export function leaveOpen(write: Write, items: readonly CabItem[], { store, now }: Context): void {
  const open = openOf(items);
  if (open === null) return;
  stopClock(write, open);
  const [seen] = withGates(store, [open], now);
  write.update(cabItem, open.id, { state: stateWhenLeft(open, seen?.gates ?? []) });
}

function openItem(write: Write, { id }: CabItem): void {
  write.update(cabItem, id, { state: 'open', openedAt: write.now });
}

function stopClock(write: Write, item: CabItem): void {
  const spentSeconds = itemSeconds(item, iso(write.now));
  write.update(cabItem, item.id, { openedAt: null, spentSeconds });
}

/** When a meeting ends its clocks stop with it. */
export function closingTimes(meeting: CabMeeting, now: number) {
  const startedAt = meeting.startedAt === null ? now : toMs(meeting.startedAt);
  const pausedSeconds = pausedUntil(meeting, now);
  return { state: 'closed', startedAt, closedAt: now, pausedAt: null, pausedSeconds } as const;
}
