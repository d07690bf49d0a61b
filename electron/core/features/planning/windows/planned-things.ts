import { and, asc, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import { booking } from '#core/database/schema/calendar.ts';
import { releaseTrain } from '#core/database/schema/trains.ts';
import { component, deployment, release } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { alive, plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { spanFrom } from '#shared/rules/planning/windows/intervals.ts';
import { departuresFrom } from '#shared/rules/planning/trains/train-departures.ts';
import type { Planned } from '#shared/rules/planning/windows/window-impact.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';

type Named = { id: string; name: string; ownerId: string };

export type PlannedDeployment = Planned & {
  id: string;
  place: string;
  release: Named;
};

export type PlannedBooking = Planned & {
  id: string;
  place: string;
  purpose: string;
  bookedById: string;
};

export type Departure = Planned & { train: Named; place: string };

const minuteMs = 60_000;
const yearMs = 366 * 86_400_000;

/** Departures of a train that are looked at: a year of a weekly one. */
const mostDepartures = 60;

type Places = ReturnType<typeof placesOf>;

export function placesOf(store: Store) {
  const environments = new Map(listEnvironments(store).map((each) => [each.id, each]));
  return (environmentId: string, region = '') => {
    const environment = environments.get(environmentId);
    return {
      place: environment?.name ?? 'an environment that is gone',
      region: region === '' ? (environment?.region ?? '') : region,
    };
  };
}

/** Deployments of open releases that have not begun and are not over by their plan, earliest first. */
export function deploymentsAhead(store: Store, now: number, places: Places): PlannedDeployment[] {
  const end = sql<number>`${deployment.startAt} + ${deployment.durationMinutes} * ${minuteMs}`;
  const rows = store.orm
    .select({ deployment: plain(deployment), release: plain(release) })
    .from(deployment)
    .innerJoin(release, eq(release.id, deployment.releaseId))
    .where(
      and(
        alive(deployment, isNull(deployment.actualStartAt), gt(end, now)),
        alive(release, ne(release.phase, 'closed')),
      ),
    )
    .orderBy(asc(deployment.startAt), asc(deployment.id))
    .all();
  const services = servicesOf(store, [...new Set(rows.map((row) => row.release.id))]);
  return rows.map(({ deployment: planned, release: { id, name, ownerId } }) => ({
    id: planned.id,
    release: { id, name, ownerId },
    ...places(planned.environmentId, planned.region),
    environmentId: planned.environmentId,
    serviceIds: services(id),
    span: spanFrom(planned.startAt, planned.durationMinutes),
    zone: planned.zone,
  }));
}

function servicesOf(store: Store, releaseIds: readonly string[]): (id: string) => string[] {
  const components = partsOf(store, component, releaseIds);
  return (id) => components(id).map(({ serviceId }) => serviceId);
}

export function bookingsAhead(store: Store, now: number, places: Places): PlannedBooking[] {
  const rows = store.orm
    .select(plain(booking))
    .from(booking)
    .where(alive(booking, gt(booking.endAt, now)))
    .orderBy(asc(booking.startAt), asc(booking.id))
    .all();
  const named = rows.flatMap(({ releaseId }) => (releaseId === null ? [] : [releaseId]));
  const services = servicesOf(store, [...new Set(named)]);
  return rows.map(
    ({ id, environmentId, releaseId, purpose, startAt, endAt, zone, bookedById }) => ({
      ...{ id, purpose, bookedById, zone, environmentId },
      ...places(environmentId),
      serviceIds: releaseId === null ? [] : services(releaseId),
      span: { from: startAt, to: endAt },
    }),
  );
}

/** When trains depart within a year by their cadence, releases made of them or not. */
export function departuresAhead(store: Store, now: number, places: Places): Departure[] {
  const trains = store.orm
    .select(plain(releaseTrain))
    .from(releaseTrain)
    .where(alive(releaseTrain));
  return trains.all().flatMap((row) => {
    const { id, name, ownerId, zone, environmentId, serviceIds } = row;
    return departuresFrom(row, [], { from: now, count: mostDepartures })
      .filter(({ startAt, skipped }) => !skipped && Date.parse(startAt) < now + yearMs)
      .map(({ startAt, endAt }) => ({
        train: { id, name, ownerId },
        ...places(environmentId),
        ...{ environmentId, serviceIds, zone },
        span: { from: Date.parse(startAt), to: Date.parse(endAt) },
      }));
  });
}
