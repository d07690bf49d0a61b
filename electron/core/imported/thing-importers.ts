import type { Context } from '#core/context.ts';
import type { ImportCounts } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedThing, NormalisedTicket } from '#shared/model/delivery/rows.ts';
import { createImporter } from './importer.ts';
import { changedTickets } from './known-tickets.ts';
import type { BatchOrigin } from './store-rows.ts';
import { alertTable, artefactTable, rolloutTable, ticketTable } from './tables/index.ts';

/**
 * Writes things of any kind, each in its table. A file says nothing of what it leaves out, and an older
 * one nothing of a ticket that changed since.
 */
export function createThingImporters(context: Context, origin: Omit<BatchOrigin, 'rejected'>) {
  const rollouts = createImporter(context, rolloutTable, origin);
  const artefacts = createImporter(context, artefactTable, origin);
  const tickets = createImporter(context, ticketTable, origin);
  const alerts = createImporter(context, alertTable, origin);
  const all = [rollouts, artefacts, tickets, alerts];
  const changed = changedTickets(context.store, origin.connectionId);
  const addTicket = (ticket: NormalisedTicket): void => {
    const isOlder = (ticket.updatedAt ?? '') < (changed(ticket.externalId) ?? '');
    tickets.add(isOlder ? [] : [ticket], [], isOlder ? 1 : 0);
  };
  return {
    add(things: readonly NormalisedThing[]): void {
      for (const thing of things) {
        if (thing.kind === 'rollout') rollouts.add([thing], []);
        else if (thing.kind === 'artefact') artefacts.add([thing], []);
        else if (thing.kind === 'ticket') addTicket(thing);
        else alerts.add([thing], []);
      }
    },
    flush(): void {
      for (const each of all) each.flush();
    },
    counts: (): ImportCounts[] => all.map((each) => each.counts()),
  };
}
