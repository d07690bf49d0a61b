import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { Output } from '#shared/contract/index.ts';
import type { TicketFinding, TicketTaken } from '#shared/model/delivery/tickets.ts';
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

/** `1 ticket`, `3 tickets`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** What came of adding tickets: `3 tickets added; PAY-1: It is in the scope already.` */
export function takenFrom({ items, left }: Output<'tickets.take'>): string {
  const reasons = left.slice(0, 3).map(({ name, reason }) => `${name}: ${reason}`);
  const more = left.length > 3 ? [`${left.length - 3} more were left out.`] : [];
  const added =
    items.length === 0 ? 'Nothing was added' : `${counted(items.length, 'ticket')} added`;
  return [added, ...reasons, ...more].join(left.length === 0 ? '' : '; ');
}

const findingLooks: Record<TicketFinding['kind'], { kind: StatusKind; label: string }> = {
  taken: { kind: 'exception', label: 'Taken late' },
  joined: { kind: 'failed', label: 'Joined late' },
  missing: { kind: 'waiting', label: 'Not in the scope' },
  left: { kind: 'failed', label: 'Left the version' },
  closed: { kind: 'not-applicable', label: 'Closed, not done' },
  reopened: { kind: 'running', label: 'Reopened' },
  moved: { kind: 'out-of-date', label: 'Called otherwise' },
  gone: { kind: 'out-of-date', label: 'Gone' },
};

/** Icon, colour and word of what does not fit. */
export function findingLook({ kind }: Pick<TicketFinding, 'kind'>): {
  kind: StatusKind;
  label: string;
} {
  return findingLooks[kind];
}
