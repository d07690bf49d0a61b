import { and, asc, eq, gt, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { booking } from '#core/database/schema/calendar.ts';
import { deployment, release } from '#core/database/schema/planning.ts';
import { person } from '#core/database/schema/workspace.ts';
import { alive, iso, plain, toMs } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Booking, EnvironmentUse } from '#shared/model/planning/bookings.ts';

export type Where = { from: string; to: string; environmentId?: string | undefined };

/** A booking with the names of its release and of who booked it. */
export type BookingRow = { booking: Booking; release: string | null; person: string };

/** What uses environments within a span: bookings and planned deployments, the earliest first. */
export function usesIn(store: Store, where: Where): EnvironmentUse[] {
  const uses = [...bookingsIn(store, where).map(useOf), ...deploymentsIn(store, where)];
  return uses.toSorted((a, b) => (a.startAt < b.startAt ? -1 : a.startAt > b.startAt ? 1 : 0));
}

export function bookingsIn(store: Store, { from, to, environmentId }: Where): BookingRow[] {
  const touches = and(
    lt(booking.startAt, toMs(to)),
    gt(booking.endAt, toMs(from)),
    environmentId === undefined ? undefined : eq(booking.environmentId, environmentId),
  );
  return store.orm
    .select({ row: plain(booking), release: release.name, person: person.name })
    .from(booking)
    .leftJoin(release, eq(release.id, booking.releaseId))
    .innerJoin(person, eq(person.id, booking.bookedById))
    .where(alive(booking, touches))
    .orderBy(asc(booking.startAt), asc(booking.id))
    .all()
    .map(({ row, ...names }) => ({ booking: toBooking(row), ...names }));
}

/** Of releases that were not cancelled; a deployment takes its environment for itself. */
export function deploymentsIn(store: Store, { from, to, environmentId }: Where): EnvironmentUse[] {
  const endAt = sql<number>`${deployment.startAt} + ${deployment.durationMinutes} * 60000`;
  const touches = and(
    lt(deployment.startAt, toMs(to)),
    gt(endAt, toMs(from)),
    environmentId === undefined ? undefined : eq(deployment.environmentId, environmentId),
  );
  return store.orm
    .select({
      id: deployment.id,
      environmentId: deployment.environmentId,
      startAt: deployment.startAt,
      endAt,
      zone: deployment.zone,
      releaseId: release.id,
      release: release.name,
      personId: release.ownerId,
      person: person.name,
    })
    .from(deployment)
    .innerJoin(release, eq(release.id, deployment.releaseId))
    .innerJoin(person, eq(person.id, release.ownerId))
    .where(
      and(
        alive(deployment, touches),
        alive(release, or(isNull(release.outcome), ne(release.outcome, 'cancelled'))),
      ),
    )
    .orderBy(asc(deployment.startAt), asc(deployment.id))
    .all()
    .map(({ startAt, endAt: end, ...row }) => ({
      ...{ kind: 'deployment', ...row, what: row.release },
      ...{ startAt: iso(startAt), endAt: iso(end), shared: false },
    }));
}

export function useOf({ booking: row, release: name, person: who }: BookingRow): EnvironmentUse {
  const { id, environmentId, releaseId, purpose, startAt, endAt, zone, shared } = row;
  return {
    ...{ kind: 'booking', id, environmentId, releaseId, release: name, what: purpose },
    ...{ personId: row.bookedById, person: who, startAt, endAt, zone, shared },
  };
}

function toBooking(row: Plain<typeof booking>): Booking {
  const { id, rev, environmentId, releaseId, purpose, zone, bookedById, shared, note } = row;
  return {
    ...{ id, rev, environmentId, releaseId, purpose, startAt: iso(row.startAt) },
    ...{ endAt: iso(row.endAt), zone, bookedById, shared, note },
  };
}
