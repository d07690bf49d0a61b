import { z } from 'zod';
import { id, instant } from '../primitives.ts';
import { normalisedTicket } from './rows.ts';

/** A scope item of an open release that names a ticket. */
export const ticketTaken = z.strictObject({
  releaseId: id,
  release: z.string(),
  itemId: id,
  /** It was dropped there since. */
  dropped: z.boolean(),
});
export type TicketTaken = z.infer<typeof ticketTaken>;

/** A ticket that can be taken into a scope. */
export const takeableTicket = normalisedTicket.omit({ kind: true }).extend({
  connectionId: id,
  connectionName: z.string(),
  /** How a scope item names it: `PAY-12`, `#12`, `acme/shop#12`. */
  name: z.string(),
  taken: z.array(ticketTaken),
});
export type TakeableTicket = z.infer<typeof takeableTicket>;

/** A ticket as a sync or a file brought it. */
export const ticketView = takeableTicket.extend({
  id,
  /** Since when its tracker no longer has it. */
  goneAt: instant.nullable(),
  /** How old what is known of it is. */
  asOf: instant.nullable(),
});
export type TicketView = z.infer<typeof ticketView>;
