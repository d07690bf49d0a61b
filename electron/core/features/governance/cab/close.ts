import { cabItem, cabMeeting } from '#core/database/schema/cab.ts';
import type { Context } from '#core/context.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { CabMeeting } from '#shared/model/governance/cab.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { checkRest } from '#shared/rules/governance/cab/turns.ts';
import { orderAfter } from '#shared/rules/planning/order.ts';
import { freshItem, requirePlanned } from './edits.ts';
import { itemsOf, lastOrder, requireMeeting, toMeeting } from './rows.ts';
import { closingTimes, leaveOpen } from './turns.ts';

const backText = 'Not dealt with; it goes back to what waits for the board.';

/** Closes a meeting. What is left goes where it is told to: into a meeting ahead, or back. */
export function closeMeeting(
  { meetingId, rest }: Parsed<'cab.close'>,
  context: Context,
): CabMeeting {
  const { store } = context;
  return toMeeting(
    context.transact((write) => {
      const meeting = requireMeeting(store, meetingId);
      if (meeting.state !== 'running' && meeting.state !== 'paused') throw notHeld(meeting);
      leaveOpen(write, itemsOf(store, meetingId), context);
      const items = itemsOf(store, meetingId);
      checkRest(items, rest);
      for (const { itemId, moveToId } of rest) {
        const item = items.find(({ id }) => id === itemId);
        if (item === undefined) continue;
        if (moveToId === null) {
          write.update(cabItem, itemId, { state: 'skipped', outcome: backText });
          continue;
        }
        requirePlanned(context, moveToId, 'rest');
        const { kind, title, releaseId, gateIds, plannedMinutes, notes } = item;
        const order = orderAfter(lastOrder(itemsOf(store, moveToId)), null);
        write.insert(cabItem, {
          ...{ ...freshItem, meetingId: moveToId, order },
          ...{ kind, title, releaseId, gateIds, plannedMinutes, notes },
        });
        write.update(cabItem, itemId, { state: 'moved', movedToId: moveToId });
      }
      return write.update(cabMeeting, meetingId, closingTimes(meeting, write.now));
    }),
  );
}

function notHeld({ title, state }: CabMeeting): Refusal {
  return new Refusal(
    'precondition_failed',
    state === 'closed'
      ? `“${title}” is closed already.`
      : `“${title}” was not held, so there is nothing to close. Start it, or take it off the list.`,
  );
}
