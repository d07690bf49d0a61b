import { eq, and, ne } from 'drizzle-orm';
import { release, scopeItem } from '#core/database/schema/planning.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { TicketTaken } from '#shared/model/delivery/tickets.ts';
import {
  isTracker,
  sameName,
  ticketNames,
  type Tracker,
} from '#shared/rules/delivery/tickets/names.ts';
import { connectionFacts } from '../connections/index.ts';
import type { ConnectionFacts } from '../connections/index.ts';

export type KnownTracker = Tracker & Pick<ConnectionFacts, 'name' | 'asOf'>;

/** The connections that tell of tickets. */
export function listTrackers(store: Store): KnownTracker[] {
  return connectionFacts(store).filter(({ provider }) => isTracker(provider));
}

/** Gives what scope items call a ticket, and those of open releases that do. */
export function takenFinder(store: Store, trackers: readonly Tracker[]) {
  const byName = Map.groupBy(namedItems(store), ({ ticket }) => sameName(ticket));
  return (key: string, tracker: Tracker): { name: string; taken: TicketTaken[] } => {
    const names = ticketNames(key, tracker, trackers);
    const taken = names
      .flatMap((name) => byName.get(sameName(name)) ?? [])
      .map(({ ticket: _ticket, status, ...rest }) => ({ ...rest, dropped: status === 'dropped' }));
    return { name: names[0] ?? key, taken };
  };
}

function namedItems(store: Store) {
  return store.orm
    .select({
      ticket: scopeItem.ticket,
      status: scopeItem.status,
      itemId: scopeItem.id,
      releaseId: release.id,
      release: release.name,
    })
    .from(scopeItem)
    .innerJoin(release, eq(release.id, scopeItem.releaseId))
    .where(
      and(alive(scopeItem, ne(scopeItem.ticket, '')), alive(release, ne(release.phase, 'closed'))),
    )
    .orderBy(release.name, scopeItem.id)
    .all();
}
