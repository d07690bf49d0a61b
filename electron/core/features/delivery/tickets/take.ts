import { and, eq } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { ticket } from '#core/database/schema/things.ts';
import { iso, oneOf } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { answered } from '#core/imported/index.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { NormalisedTicket } from '#shared/model/delivery/rows.ts';
import { newScopeItem } from '#shared/model/planning/scope.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { itemOfTicket, whyLeft } from '#shared/rules/delivery/tickets/item.ts';
import { requireOpenRelease } from '../../planning/releases/index.ts';
import { itemAdder } from '../../planning/scope/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { requireConnection } from '../connections/index.ts';
import { askTracker } from './find.ts';
import { writeFollowed } from './follow.ts';
import { listTrackers, takenFinder } from './trackers.ts';

type Chosen = Omit<NormalisedTicket, 'kind'>;

/**
 * Makes items of the chosen tickets in one transaction. What was looked for is looked for again, so
 * that what is written is what the tracker says and not what a screen held.
 */
export async function takeTickets(
  input: Parsed<'tickets.take'>,
  context: Context,
): Promise<Output<'tickets.take'>> {
  const { releaseId, connectionId, question, lateReason, follow } = input;
  const { store, now } = context;
  requireOpenRelease(store, releaseId);
  const from = requireConnection(store, connectionId);
  const there =
    question === undefined
      ? storedTickets(store, connectionId, input.tickets)
      : (await askTracker(connectionId, question, context)).rows;
  const chosen = chosenOf(there, input.tickets, from.name);
  return context.transact((write) => {
    requireOpenRelease(store, releaseId);
    const { zone } = readWorkspace(store);
    const find = takenFinder(store, listTrackers(store));
    const add = itemAdder(write, context, releaseId, lateReason);
    const items: Output<'tickets.take'>['items'] = [];
    const left: Output<'tickets.take'>['left'] = [];
    for (const each of chosen) {
      const { name, taken } = find(each.key, from);
      const reason = whyLeft(each, taken, releaseId);
      if (reason !== null) left.push({ name, reason });
      else items.push(add(newScopeItem.parse(itemOfTicket(each, name, zone, iso(now)))));
    }
    if (follow !== undefined) {
      writeFollowed(write, store, { releaseId, connectionId, name: follow });
    }
    return { items, left };
  });
}

function storedTickets(store: Store, connectionId: string, ids: readonly string[]): Chosen[] {
  return store.orm
    .select()
    .from(ticket)
    .where(and(eq(ticket.connectionId, connectionId), oneOf(ticket.externalId, ids)))
    .all()
    .map(answered);
}

/** The tickets by their ids, in the order they were chosen. */
function chosenOf(there: readonly Chosen[], ids: readonly string[], connection: string): Chosen[] {
  const known = new Map(there.map((each) => [each.externalId, each]));
  const wanted = [...new Set(ids)];
  const lost = wanted.filter((each) => !known.has(each));
  if (lost.length > 0) {
    throw new Refusal(
      'conflict',
      `${lost.length === 1 ? 'A ticket' : `${lost.length} tickets`} of those chosen ${lost.length === 1 ? 'is' : 'are'} no longer among those of ${connection}. Nothing was added; look for them again.`,
      { tickets: 'are no longer there as they were shown' },
    );
  }
  return wanted.flatMap((each) => known.get(each) ?? []);
}
