import { runStatus } from '#shared/model/delivery/pipelines.ts';

/** What tickets are narrowed by; empty is any. */
export type TicketFilter = { text: string; status: string; release: string; label: string };

export const noFilter: TicketFilter = { text: '', status: '', release: '', label: '' };

/** What of a filter is asked for: nothing of what is empty. */
export function askedBy({ text, status, release, label }: TicketFilter) {
  const chosen = runStatus.safeParse(status);
  return {
    text,
    status: chosen.success ? chosen.data : undefined,
    release: release === '' ? undefined : release,
    label: label === '' ? undefined : label,
  };
}
