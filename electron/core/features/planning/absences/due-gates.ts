import { partsOf } from '#core/database/plain-rows.ts';
import { releasePhase } from '#core/database/schema/planning.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { DueGate } from '#shared/model/planning/bookings.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import { dueWhileAway, gateDueOn, nobodyElse } from '#shared/rules/planning/capacity/due-gates.ts';
import { dateIn, plusDays } from '#shared/rules/planning/zoned-time.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { plannedStarts } from '../releases/index.ts';
import { absencesIn } from './rows.ts';

/** A place of a gate that somebody has to decide on yet, and everybody who could. */
type OpenSeat = {
  gateId: string;
  gate: string;
  role: string;
  phase: Phase;
  personIds: string[];
};

/** The open places of releases, each by its id; handed up by governance. */
export type OpenSeatsOf = (
  store: Store,
  releaseIds: readonly string[],
  now: number,
) => (releaseId: string) => OpenSeat[];

type Days = { firstOn: string; lastOn: string };
type Away = Days & { personId: string };

/** Gates of open releases that fall due while somebody is away and that nobody else can decide then. */
export function gatesOnlyTheyDecide(
  store: Store,
  { personId, firstOn, lastOn }: Away,
  openSeatsOf: OpenSeatsOf,
  now: number,
): DueGate[] {
  const { zone, workingDays } = readWorkspace(store);
  const today = dateIn(iso(now), zone);
  if (lastOn < today) return [];
  const open = releasesWithDates(store, { firstOn, lastOn }, today);
  const ids = open.map(({ id }) => id);
  const starts = plannedStarts(store, ids);
  const planned = partsOf(store, releasePhase, ids);
  const dueOf = (releaseId: string) => {
    const start = starts(releaseId);
    const startOn = start === null ? null : dateIn(start.startAt, start.zone);
    const dates = planned(releaseId);
    return (phase: Phase) =>
      dueWhileAway(gateDueOn(phase, dates, startOn), { firstOn, lastOn }, today);
  };
  // Most releases have nothing due in these days, and their gates need not be read.
  const due = open.filter(({ id }) => {
    const dueIn = dueOf(id);
    return planned(id).some(({ phase }) => dueIn(phase) !== null);
  });
  const seats = openSeatsOf(
    store,
    due.map(({ id }) => id),
    now,
  );
  const from = firstOn < today ? today : firstOn;
  const away = Map.groupBy(absencesIn(store, { from, to: lastOn }), (each) => each.personId);
  const found = due.flatMap(({ id, name }) => {
    const dueIn = dueOf(id);
    return seats(id).flatMap(({ gateId, gate, role, phase, personIds }): DueGate[] => {
      const dueOn = dueIn(phase);
      if (dueOn === null || !personIds.includes(personId)) return [];
      const others = personIds.filter((each) => each !== personId);
      const absences = others.map((each) => away.get(each) ?? []);
      if (!nobodyElse(absences, { from, to: dueOn }, workingDays)) return [];
      const othersAway = others.length > 0;
      return [{ releaseId: id, release: name, gateId, gate, role, dueOn, othersAway }];
    });
  });
  return found.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

type Named = { id: string; name: string };

/**
 * Open releases with a date in these days, by which something can fall due: a look at the dates alone,
 * for most releases have none there. What is overdue counts where today is one of the days.
 */
function releasesWithDates({ raw }: Store, { firstOn, lastOn }: Days, today: string): Named[] {
  const first = firstOn <= today ? '0000-01-01' : firstOn;
  // A day is another one in another zone, so the starts are taken a day wider.
  const from = firstOn <= today ? 0 : Date.parse(plusDays(firstOn, -1));
  const to = Date.parse(plusDays(lastOn, 2));
  return raw
    .prepare<[string, string, number, number], Named>(
      `SELECT r.id, r.name FROM release r
       WHERE r.deleted_hlc IS NULL AND r.phase <> 'closed' AND (
         EXISTS (SELECT 1 FROM release_phase p WHERE p.release_id = r.id
                 AND p.deleted_hlc IS NULL AND p.planned_on BETWEEN ? AND ?)
         OR EXISTS (SELECT 1 FROM deployment d WHERE d.release_id = r.id
                    AND d.deleted_hlc IS NULL AND d.start_at BETWEEN ? AND ?))
       ORDER BY r.number`,
    )
    .all(first, lastOn, from, to);
}
