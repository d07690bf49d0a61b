import { useMemo } from 'react';
import type { ItemTicket, TicketFinding } from '#shared/model/delivery/tickets.ts';
import { useProcedure } from '../../../api/useProcedure.ts';

/** How the ticket of an item stands, and what happened to it since it was taken. */
export type ItemStanding = { ticket: ItemTicket; finding: TicketFinding | undefined };

/** What a row says in its chip, the gravest first. */
const grave: readonly TicketFinding['kind'][] = ['closed', 'reopened', 'left', 'gone'];

/** The tickets of a release's scope by the item that names them. */
export function useItemTickets(releaseId: string): ReadonlyMap<string, ItemStanding> {
  const standing = useProcedure('tickets.standing', { releaseId }).data;
  return useMemo(
    () =>
      new Map(
        standing?.items.map((ticket) => {
          const own = standing.findings.filter(({ itemId }) => itemId === ticket.itemId);
          const [kind] = grave.filter((each) => own.some((found) => found.kind === each));
          return [ticket.itemId, { ticket, finding: own.find((found) => found.kind === kind) }];
        }),
      ),
    [standing],
  );
}
