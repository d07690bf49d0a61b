import { eq } from 'drizzle-orm';
import { window, windowChange } from '#core/database/schema/calendar.ts';
import { releaseTrain } from '#core/database/schema/trains.ts';
import { alive, iso, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { RangeEntry, RangeHoliday } from '#shared/model/planning/calendar-range.ts';
import type { Occurrence } from '#shared/model/planning/windows.ts';
import { fitsCalendar, showsBand } from '#shared/rules/planning/calendar-filter.ts';
import { occurrencesIn } from '#shared/rules/planning/windows/occurrences.ts';
import type { Span } from '#shared/rules/planning/windows/intervals.ts';
import type { Overview } from '../releases/index.ts';
import { exceptionsInForce } from './placement-exceptions.ts';
import { bandsIn } from '../windows/index.ts';

type Stored = [
  deploymentId: string,
  releaseId: string,
  name: string,
  type: RangeEntry['type'],
  phase: RangeEntry['phase'],
  outcome: RangeEntry['outcome'],
  environmentId: string,
  environment: string,
  region: string,
  startAt: number,
  minutes: number,
  zone: string,
  result: RangeEntry['result'],
  begun: 0 | 1,
  ownerId: string,
  trainId: string | null,
];

/**
 * What lies in a span, in a handful of queries however many releases there are. Nothing is judged:
 * where the gates stand is asked for what is in sight (`releases.standing`).
 */
export function readRange(
  store: Store,
  { from, to, filter }: Parsed<'calendar.range'>,
  riskFigures: Overview['riskFigures'],
  now: number,
): Output<'calendar.range'> {
  const span = { from: toMs(from), to: toMs(to) };
  return {
    entries: readEntries(store, span, riskFigures, now).filter((entry) =>
      fitsCalendar(entry, filter),
    ),
    bands: bandsIn(store, span).filter((band) => showsBand(band, filter)),
    holidays: readHolidays(store, from, to),
    trains: store.orm
      .select({ id: releaseTrain.id, name: releaseTrain.name })
      .from(releaseTrain)
      .where(alive(releaseTrain))
      .orderBy(releaseTrain.name, releaseTrain.id)
      .all(),
  };
}

/** Half-open: what ends when the span begins is not in it; what has no length counts at its start. */
function readEntries(
  store: Store,
  { from, to }: Span,
  riskFigures: Overview['riskFigures'],
  now: number,
): RangeEntry[] {
  const stored = store.raw
    .prepare<[number, number, number, number], Stored>(
      // The longest deployment says how far before the span one in it can begin: the index is then
      // read for the span alone, not from the beginning of time.
      `SELECT d.id, d.release_id, r.name, r.type, r.phase, r.outcome, d.environment_id, e.name,
         d.region, d.start_at, d.duration_minutes, d.zone, d.result, d.actual_start_at IS NOT NULL,
         r.owner_id, r.train_id
       FROM deployment d JOIN release r ON r.id = d.release_id
         JOIN environment e ON e.id = d.environment_id
       WHERE d.start_at < ?
         AND d.start_at >= ? - 60000 *
           (SELECT COALESCE(MAX(duration_minutes), 0) FROM deployment WHERE deleted_hlc IS NULL)
         AND (d.start_at + d.duration_minutes * 60000 > ? OR d.start_at = ?)
         AND d.deleted_hlc IS NULL AND r.deleted_hlc IS NULL
       ORDER BY d.start_at, d.id`,
    )
    .raw()
    .all(to, from, from, from);
  if (stored.length === 0) return [];
  const services = readServices(store, new Set(stored.map(([, releaseId]) => releaseId)));
  const risk = figuresOf(store, riskFigures);
  const inForce = exceptionsInForce(store, now);
  return stored.map(
    ([deploymentId, releaseId, name, type, phase, outcome, environmentId, ...rest]) => {
      const [environment, region, start, minutes, zone, result, begun, ownerId, trainId] = rest;
      return {
        ...{ deploymentId, releaseId, name, type, phase, outcome, environmentId, environment },
        ...{ region, zone, result, ownerId, trainId },
        startAt: iso(start),
        endAt: iso(start + minutes * 60_000),
        movable: begun === 0 && phase !== 'closed',
        serviceIds: services.get(releaseId) ?? [],
        band: risk(releaseId).band,
        exceptions: inForce.get(releaseId) ?? 0,
      };
    },
  );
}

type Figures = ReturnType<Overview['riskFigures']>;
const kept = new WeakMap<Store, { head: string; figures: Figures }>();

/**
 * The figures are of all releases, and turning pages asks for them again and again: they stand until
 * the journal has a new head, for nothing changes without one.
 */
function figuresOf(store: Store, riskFigures: Overview['riskFigures']): Figures {
  const head = store.head()?.hash ?? '';
  const known = kept.get(store);
  if (known?.head === head) return known.figures;
  const figures = riskFigures(store);
  kept.set(store, { head, figures });
  return figures;
}

function readServices({ raw }: Store, releaseIds: ReadonlySet<string>): Map<string, string[]> {
  const stored = raw
    .prepare<[string], [string, string]>(
      `SELECT DISTINCT release_id, service_id FROM component
       WHERE release_id IN (SELECT value FROM json_each(?)) AND deleted_hlc IS NULL`,
    )
    .raw()
    .all(JSON.stringify([...releaseIds]));
  const services = new Map<string, string[]>();
  for (const [releaseId, serviceId] of stored) {
    const known = services.get(releaseId);
    if (known === undefined) services.set(releaseId, [serviceId]);
    else known.push(serviceId);
  }
  return services;
}

/** Days have no zone: those a span touches anywhere on Earth are in it. */
function readHolidays({ raw }: Store, from: string, to: string): RangeHoliday[] {
  const day = (at: string, by: number) => iso(toMs(at) + by * dayMs).slice(0, 10);
  return raw
    .prepare<[string, string], RangeHoliday>(
      `SELECT h.holiday_on AS "on", h.name, c.name AS calendar
       FROM holiday h JOIN holiday_calendar c ON c.id = h.calendar_id
       WHERE h.holiday_on BETWEEN ? AND ? AND h.deleted_hlc IS NULL AND c.deleted_hlc IS NULL
       ORDER BY h.holiday_on, h.name, c.name`,
    )
    .all(day(from, -1), day(to, 1));
}

const dayMs = 86_400_000;
const twoYears = 731 * dayMs;
const nextCount = 5;

/** The next times a window happens; none where it is gone or comes no more. */
export function nextOccurrences(store: Store, windowId: string, after: number): Occurrence[] {
  const row = store.orm
    .select()
    .from(window)
    .where(alive(window, eq(window.id, windowId)))
    .get();
  if (row === undefined) return [];
  const changes = store.orm
    .select()
    .from(windowChange)
    .where(alive(windowChange, eq(windowChange.windowId, windowId)))
    .all();
  return occurrencesIn(row, changes, { from: after, to: after + twoYears })
    .filter(({ startsAt }) => toMs(startsAt) >= after)
    .slice(0, nextCount);
}
