import { cabItem, cabMeeting } from '#core/database/schema/cab.ts';
import type { Context } from '#core/context.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { checkTaking } from '#shared/rules/governance/cab/turns.ts';
import { recordDecision } from '../approvals/index.ts';
import { requireGate } from '../gates/index.ts';
import { requireItem, requireMeeting } from './rows.ts';

/**
 * The votes of a meeting, one after the other by the rules of any decision. Each is a command of its
 * own: one that is refused leaves the others where they are and says why.
 */
export function decideInMeeting(
  { itemId, gateId, votes }: Parsed<'cab.decide'>,
  context: Context,
): Output<'cab.decide'> {
  const { store } = context;
  const item = requireItem(store, itemId);
  checkTaking(requireMeeting(store, item.meetingId), item);
  const gate = requireGate(store, gateId);
  if (gate.releaseId !== item.releaseId) {
    throw new Refusal(
      'invalid_input',
      `“${gate.name}” is no gate of the release “${item.title}” is about. Choose one of its gates.`,
      { gateId: 'is a gate of another release' },
    );
  }
  const output: Output<'cab.decide'> = { recorded: [], refused: [] };
  for (const { personId, ...vote } of votes) {
    try {
      const cast = { ...vote, gateId, decidedById: personId, channel: 'meeting' } as const;
      output.recorded.push(recordDecision(cast, context, { cabItemId: itemId }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { message, fields = {} } = error;
      output.refused.push({ personId, placeKey: vote.placeKey ?? null, message, fields });
    }
  }
  if (output.recorded.length > 0) noteWhoVoted(itemId, gateId, output.recorded, context);
  return output;
}

/** Whoever voted was there, and the gate they voted at is one of the item. */
function noteWhoVoted(
  itemId: string,
  gateId: string,
  recorded: Output<'cab.decide'>['recorded'],
  context: Context,
): void {
  const item = requireItem(context.store, itemId);
  const { id, attendeeIds } = requireMeeting(context.store, item.meetingId);
  const present = new Set([...attendeeIds, ...recorded.map(({ decidedById }) => decidedById)]);
  const isKnown = item.gateIds.includes(gateId);
  if (present.size === attendeeIds.length && isKnown) return;
  context.transact((write) => {
    write.update(cabMeeting, id, { attendeeIds: [...present] });
    if (!isKnown) write.update(cabItem, itemId, { gateIds: [...item.gateIds, gateId] });
  });
}
