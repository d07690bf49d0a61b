import { asc, eq } from 'drizzle-orm';
import { rowOf } from '#core/database/plain-rows.ts';
import { task } from '#core/database/schema/plan.ts';
import { release, scopeItem } from '#core/database/schema/planning.ts';
import { releaseTrain } from '#core/database/schema/trains.ts';
import { alive, ofReleases, oneOf, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { DepartureView, TrainView } from '#shared/model/planning/train-views.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { departuresFrom } from '#shared/rules/planning/trains/train-departures.ts';
import type { Departure } from '#shared/rules/planning/trains/train-departures.ts';
import { windowInWords } from '#shared/rules/planning/windows/window-words.ts';
import { weekDaysOf, workCalendarOf } from '#shared/rules/planning/working-days.ts';
import type { WorkCalendar } from '#shared/rules/planning/working-days.ts';
import { wallMs, wallOf } from '#shared/rules/planning/windows/wall-clock.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { listHolidayCalendars } from '../holidays/index.ts';
import { plannedStarts } from '../releases/index.ts';

export type TrainRow = Plain<typeof releaseTrain>;
type ReleaseRow = Plain<typeof release>;
type MadeRelease = NonNullable<DepartureView['release']>;

export function requireTrain(store: Store, id: string): TrainRow {
  const row = rowOf(store, releaseTrain, id);
  if (row !== null) return row;
  throw new Refusal(
    'not_found',
    `There is no release train with the id ${id}. It may have been taken out; reload the list.`,
  );
}

export type TrainDays = { days: WorkCalendar; whyOff: (date: string) => string };

/** The days a train counts in: its holiday calendar's, or the working days of the workspace. */
export function trainDays(store: Store, holidayCalendarId: string | null): TrainDays {
  const { workingDays } = readWorkspace(store);
  const calendar = listHolidayCalendars(store).find(({ id }) => id === holidayCalendarId);
  const days =
    calendar === undefined
      ? workCalendarOf(workingDays)
      : workCalendarOf(calendar.workingDays, calendar);
  const names = new Map(calendar?.holidays.map(({ on, name }) => [on, name]));
  const whyOff = (date: string) => {
    const name = names.get(date);
    if (name !== undefined) return `${name} (${calendar?.name ?? ''})`;
    return weekDaysOf(days).length === 0 ? '' : 'not a working day';
  };
  return { days, whyOff };
}

export function listTrains(store: Store, now: number, count: number): TrainView[] {
  const rows = store.orm
    .select(plain(releaseTrain))
    .from(releaseTrain)
    .where(alive(releaseTrain))
    .orderBy(asc(releaseTrain.name), asc(releaseTrain.id))
    .all();
  const made = madeReleases(
    store,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => viewOf(store, row, made(row.id), { now, count }));
}

export function viewTrain(store: Store, id: string, now: number, count = 8): TrainView {
  return viewOf(store, requireTrain(store, id), madeReleases(store, [id])(id), { now, count });
}

type Made = { on: string; release: MadeRelease }[];

function viewOf(
  store: Store,
  row: TrainRow,
  made: Made,
  { now, count }: { now: number; count: number },
): TrainView {
  const { days, whyOff } = trainDays(store, row.holidayCalendarId);
  const releases = new Map(made.map(({ on, release: each }) => [on, each]));
  const departures = departuresFrom(row, days, { from: now, count }).map((each) =>
    departureView(each, whyOff, releases.get(each.on) ?? null),
  );
  const endWall = wallOf(wallMs(row.startWall) + row.durationMinutes * 60_000);
  return { ...row, cadence: windowInWords({ ...row, endWall }), departures };
}

export function departureView(
  departure: Departure,
  whyOff: TrainDays['whyOff'],
  of: MadeRelease | null,
): DepartureView {
  return { ...departure, why: departure.working ? '' : whyOff(departure.on), release: of };
}

/** The releases trains made, with what of the scope is open or came late: four queries in all. */
function madeReleases(store: Store, trainIds: readonly string[]): (trainId: string) => Made {
  const rows = trainIds.length === 0 ? [] : releasesOf(store, trainIds);
  const ids = rows.map(({ id }) => id);
  const starts = plannedStarts(store, ids);
  const marks = Map.groupBy(marksOf(store, ids), ({ releaseId }) => releaseId);
  const items = Map.groupBy(
    store.orm.select(plain(scopeItem)).from(scopeItem).where(ofReleases(scopeItem, ids)).all(),
    ({ releaseId }) => releaseId,
  );
  const made = Map.groupBy(rows, ({ trainId }) => trainId);
  return (trainId) =>
    (made.get(trainId) ?? []).map(({ id, name, number, phase, outcome, trainOn }) => {
      const scope = items.get(id) ?? [];
      return {
        on: trainOn ?? '',
        release: {
          ...{ id, name, number, phase, outcome, startAt: starts(id)?.startAt ?? null },
          dates: (marks.get(id) ?? []).map(({ mark, startOn, madeOn }) => ({
            ...{ mark, on: startOn, byHand: startOn !== madeOn },
          })),
          late: scope.filter(({ lateReason }) => lateReason !== '').length,
          open: scope.filter(({ status }) => status !== 'done' && status !== 'dropped').length,
        },
      };
    });
}

function releasesOf(store: Store, trainIds: readonly string[]): ReleaseRow[] {
  return store.orm
    .select(plain(release))
    .from(release)
    .where(alive(release, oneOf(release.trainId, trainIds)))
    .all();
}

/** The dates these releases have of their trains. */
export function marksOf(store: Store, releaseIds: readonly string[]) {
  return store.orm
    .select(plain(task))
    .from(task)
    .where(ofReleases(task, releaseIds))
    .all()
    .flatMap((row) => (row.mark === null ? [] : [{ ...row, mark: row.mark }]));
}

/** Departures of a train that have a release already, by date. */
export function takenDates(store: Store, trainId: string): Set<string> {
  const rows = store.orm
    .select({ on: release.trainOn })
    .from(release)
    .where(alive(release, eq(release.trainId, trainId)))
    .all();
  return new Set(rows.flatMap(({ on }) => (on === null ? [] : [on])));
}
