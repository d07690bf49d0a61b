import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { TicketTaken } from '#shared/model/delivery/tickets.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';

const looks: Record<RunStatus, { kind: StatusKind; label: string }> = {
  queued: { kind: 'waiting', label: 'To do' },
  running: { kind: 'running', label: 'In progress' },
  succeeded: { kind: 'passed', label: 'Done' },
  failed: { kind: 'failed', label: 'Failed' },
  cancelled: { kind: 'not-applicable', label: 'Cancelled' },
  skipped: { kind: 'not-applicable', label: 'Closed, not done' },
  'needs-approval': { kind: 'waiting', label: 'Needs approval' },
  unknown: { kind: 'out-of-date', label: 'Unknown' },
};

/** Icon, colour and word of a ticket, by its category alone: the names of statuses are anybody's. */
export function ticketLook({ status }: { status: RunStatus }): { kind: StatusKind; label: string } {
  return looks[status];
}

/** What a ticket can stand at; trackers know no more. */
export const ticketStatuses = (
  ['queued', 'running', 'succeeded', 'skipped', 'unknown'] as const
).map((value) => ({ value, label: looks[value].label }));

/** `Payments 4.2`, `Payments 4.2 (dropped)`: the open releases a ticket is in. */
export function takenInWords(taken: readonly TicketTaken[]): string {
  return taken.map(({ release, dropped }) => `${release}${dropped ? ' (dropped)' : ''}`).join(', ');
}
