import { booking, window, windowChange } from '#core/database/schema/calendar.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { wallMs } from '#shared/rules/planning/windows/wall-clock.ts';
import type {
  Booked,
  DeploymentWindow,
  Ground,
  OtherDeployment,
  WindowOccurrence,
} from '#shared/rules/planning/placement/ground.ts';
import { intervalIndex } from '#shared/rules/planning/placement/intervals.ts';
import type { Interval } from '#shared/rules/planning/placement/intervals.ts';
import type { EnvironmentKind } from '#shared/model/workspace/services.ts';
import { bandsIn } from '../windows/index.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** What has no length is an instant: it is in what begins then. */
export function intervalOf(from: number, to: number): Interval {
  return { from, to: Math.max(to, from + 1) };
}

type Windows = Pick<Ground, 'occurrences' | 'deploymentWindows'>;

/**
 * The occurrences of all windows, laid out a year at a time when somebody asks about it: recurrences
 * need not end.
 */
export function readWindows(store: Store): Windows {
  const years = new Map<number, ReturnType<typeof yearOf>>();
  const inYear = (year: number) => {
    const known = years.get(year) ?? yearOf(store, year);
    years.set(year, known);
    return known;
  };
  return {
    deploymentWindows: readDeploymentWindows(store),
    occurrences(span) {
      const [first, last] = [span.from, span.to].map((ms) => new Date(ms).getUTCFullYear());
      if (first === undefined || last === undefined || first === last) {
        return inYear(first ?? 0)(span);
      }
      // What lies over the end of a year is found in both.
      const found = new Map<string, WindowOccurrence>();
      for (let year = first; year <= last; year += 1) {
        for (const each of inYear(year)(span)) found.set(`${each.windowId} ${each.from}`, each);
      }
      return [...found.values()];
    },
  };
}

function yearOf(store: Store, year: number) {
  const span = { from: Date.UTC(year, 0, 1), to: Date.UTC(year + 1, 0, 1) };
  return intervalIndex(
    bandsIn(store, span).map(({ startsAt, endsAt, originalWall, ...band }) => ({
      ...band,
      from: Date.parse(startsAt),
      to: Date.parse(endsAt),
    })),
  );
}

function readDeploymentWindows(store: Store): DeploymentWindow[] {
  const changes = Map.groupBy(
    store.orm.select().from(windowChange).where(alive(windowChange)).all(),
    ({ windowId }) => windowId,
  );
  return store.orm
    .select()
    .from(window)
    .where(alive(window))
    .orderBy(window.id)
    .all()
    .filter(({ kind }) => kind === 'deployment')
    .map((row) => {
      const { id, name, serviceIds, environmentIds, regions } = row;
      const moved = (changes.get(id) ?? []).map(({ endWall }) => wallMs(endWall ?? row.endWall));
      const until = Math.max(lastEnd(row), ...moved);
      return { windowId: id, name, serviceIds, environmentIds, regions, until };
    });
}

/** When a window is over for good, a day late rather than early: its zone is not looked at. */
function lastEnd({ startWall, endWall, recurrence }: typeof window.$inferSelect): number {
  if (recurrence === '') return wallMs(endWall) + dayMs;
  const until = /UNTIL=(\d{4})(\d{2})(\d{2})/i.exec(recurrence);
  if (until === null) return Number.POSITIVE_INFINITY;
  const [, year, month, day] = until.map(Number);
  const last = Date.UTC(year ?? 0, (month ?? 1) - 1, day);
  return last + (wallMs(endWall) - wallMs(startWall)) + 2 * dayMs;
}

type Plans = Pick<Ground, 'deploymentsIn' | 'deploymentsOf'>;

/** The deployments of all releases but cancelled ones, by environment and by service. */
export function readPlans({ raw }: Store): Plans {
  type Stored = [
    releaseId: string,
    release: string,
    environmentId: string,
    kind: EnvironmentKind,
    zone: string,
    from: number,
    to: number,
  ];
  const rows = raw
    .prepare<[], Stored>(
      `SELECT d.release_id, r.name, d.environment_id, e.kind, d.zone,
         coalesce(d.actual_start_at, d.start_at),
         coalesce(d.actual_end_at, coalesce(d.actual_start_at, d.start_at) + d.duration_minutes * ${minuteMs})
       FROM deployment d JOIN release r ON r.id = d.release_id JOIN environment e ON e.id = d.environment_id
       WHERE d.deleted_hlc IS NULL AND r.deleted_hlc IS NULL AND r.outcome IS NOT 'cancelled'`,
    )
    .raw()
    .all()
    .map(([releaseId, release, environmentId, kind, zone, from, to]): OtherDeployment => ({
      ...intervalOf(from, to),
      ...{ releaseId, release, environmentId, kind, zone },
    }));
  const services = raw
    .prepare<[], [string, string]>(
      'SELECT release_id, service_id FROM component WHERE deleted_hlc IS NULL',
    )
    .raw()
    .all();
  const ofRelease = Map.groupBy(rows, ({ releaseId }) => releaseId);
  const ofService = new Map<string, OtherDeployment[]>();
  for (const [releaseId, serviceId] of services) {
    const deployments = ofRelease.get(releaseId) ?? [];
    const known = ofService.get(serviceId);
    if (known === undefined) ofService.set(serviceId, [...deployments]);
    else known.push(...deployments);
  }
  const inEnvironment = indexes(Map.groupBy(rows, ({ environmentId }) => environmentId));
  const byService = indexes(ofService);
  return {
    deploymentsIn: (environmentId, span) => inEnvironment(environmentId)(span),
    deploymentsOf: (serviceId, span) => byService(serviceId)(span),
  };
}

type Bookings = Pick<Ground, 'bookingsIn'>;

export function readBookings(store: Store): Bookings {
  const rows = store.orm
    .select()
    .from(booking)
    .where(alive(booking))
    .all()
    .filter(({ shared }) => !shared)
    .map(({ id, environmentId, purpose, releaseId, zone, startAt, endAt }): Booked => ({
      ...intervalOf(startAt, endAt),
      ...{ id, environmentId, purpose, releaseId, zone },
    }));
  const inEnvironment = indexes(Map.groupBy(rows, ({ environmentId }) => environmentId));
  return { bookingsIn: (environmentId, span) => inEnvironment(environmentId)(span) };
}

/** An index for each group, made when it is first asked for. */
function indexes<T extends Interval>(groups: ReadonlyMap<string, readonly T[]>) {
  const made = new Map<string, ReturnType<typeof intervalIndex<T>>>();
  return (key: string) => {
    const known = made.get(key) ?? intervalIndex(groups.get(key) ?? []);
    made.set(key, known);
    return known;
  };
}
