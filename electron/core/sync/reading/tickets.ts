import { z } from 'zod';
import type { NormalisedRow, NormalisedTicket } from '#shared/model/delivery/rows.ts';
import { text } from './fields.ts';
import { storable } from './place.ts';

/** Labels come as names, or as objects with one. */
export const ticketLabels = z.array(z.union([text, z.object({ name: text })])).nullish();

export function labelNames(labels: z.infer<typeof ticketLabels>): string[] {
  return (labels ?? []).flatMap((label) => {
    const name = storable(typeof label === 'object' ? label?.name : label);
    return name ? [name] : [];
  });
}

/** The milestone as the releases of a ticket. */
export function milestoneNames(title: string | null | undefined): string[] {
  const name = storable(title);
  return name ? [name] : [];
}

export function ticketsOf(rows: readonly NormalisedRow[]): NormalisedTicket[] {
  return rows.filter((row) => row.kind === 'ticket');
}
