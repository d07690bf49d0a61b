import type { Context } from '#core/context.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { mostFound, type TicketQuestion } from '#shared/model/delivery/tickets.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { askingOf, requireConnection } from '../connections/index.ts';
import { listTrackers, takenFinder } from './trackers.ts';

/** Asks a tracker for tickets, and says which open releases have them; nothing is stored. */
export async function findTickets(
  { connectionId, question }: Parsed<'tickets.find'>,
  context: Context,
): Promise<Output<'tickets.find'>> {
  const { store } = context;
  const from = requireConnection(store, connectionId);
  const { rows, warnings, more } = await askTracker(connectionId, question, context);
  const find = takenFinder(store, listTrackers(store));
  const tickets = rows.map(({ kind: _kind, ...row }) => ({
    ...row,
    ...{ connectionId, connectionName: from.name },
    ...find(row.key, from),
  }));
  return { tickets, more, warnings };
}

/** Refuses (`precondition_failed`) a connection whose provider has no tickets. */
export async function askTracker(connectionId: string, question: TicketQuestion, context: Context) {
  const { provider, source } = await askingOf(context, connectionId);
  if (provider.findTickets === undefined) {
    throw new Refusal(
      'precondition_failed',
      `${provider.called} has no tickets. Choose a connection to a tracker.`,
      { connectionId: 'is no connection to a tracker' },
    );
  }
  return provider.findTickets(source, question, mostFound);
}
