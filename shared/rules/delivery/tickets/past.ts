import type { RunStatus } from '#shared/model/delivery/pipelines.ts';

/** How a ticket stood until a sync or a file told otherwise (ISO 8601). */
export type PastTicket = { until: string; key: string; status: RunStatus; releases: string[] };

/** A ticket as it is now, with what is known of how it was. */
export type TicketState = {
  connectionId: string;
  externalId: string;
  key: string;
  title: string;
  url: string | null;
  status: RunStatus;
  rawResult: string | null;
  releases: string[];
  createdAt: string | null;
  updatedAt: string | null;
  goneAt: string | null;
  /** What scope items call it. */
  names: string[];
  /** When it was first read. */
  firstSeen: string | null;
  /** The oldest first. */
  past: PastTicket[];
};

/** Since when a ticket is in one of the versions, as the syncs saw it, and whether that is after an instant. */
export type Joined = { since: string | null; isAfter: boolean | null };

/** Of a ticket that is in one of the versions; `isAfter` is null where nothing tells. */
export function joinedAt(ticket: TicketState, versions: readonly string[], at: string): Joined {
  const { createdAt, updatedAt, firstSeen, past } = ticket;
  const gained = past.findLast(({ releases }) => !hasOne(releases, versions))?.until ?? null;
  const since = gained ?? firstSeen;
  if (createdAt !== null && createdAt > at) return { since, isAfter: true };
  // Unchanged since: it was as it is.
  if (updatedAt !== null && updatedAt <= at) return { since, isAfter: false };
  if (gained !== null) return { since, isAfter: gained > at };
  return { since, isAfter: firstSeen !== null && firstSeen <= at ? false : null };
}

/** The version it was in last, and since when it no longer is; null where it never was. */
export function leftSince(
  { past }: Pick<TicketState, 'past'>,
  versions: readonly string[],
): { version: string; at: string } | null {
  const last = past.findLast(({ releases }) => hasOne(releases, versions));
  const version = last?.releases.find((each) => versions.includes(each));
  return last === undefined || version === undefined ? null : { version, at: last.until };
}

function hasOne(releases: readonly string[], versions: readonly string[]): boolean {
  return releases.some((each) => versions.includes(each));
}

const over: readonly RunStatus[] = ['succeeded', 'skipped'];

/** Since when a ticket that was over at or after an instant goes on again; null where it does not. */
export function reopenedSince(
  { status, past }: Pick<TicketState, 'status' | 'past'>,
  after: string,
): string | null {
  if (status !== 'queued' && status !== 'running') return null;
  const last = past.findLast((each) => each.until > after && over.includes(each.status));
  return last?.until ?? null;
}
