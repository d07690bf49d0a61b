import { eq, ne } from 'drizzle-orm';
import { release, releaseRole } from '#core/database/schema/planning.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { AbsenceEffect, MissedRelease } from '#shared/model/planning/bookings.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { listRoles } from '../../workspace/people/index.ts';
import { plannedStarts } from '../releases/index.ts';
import { gatesOnlyTheyDecide } from './due-gates.ts';
import type { OpenSeatsOf } from './due-gates.ts';
import { absencesIn } from './rows.ts';

type Away = { personId: string; firstOn: string; lastOn: string };

/** What somebody leaves open on the days they are away. */
export function effectOf(
  store: Store,
  away: Away,
  openSeatsOf: OpenSeatsOf,
  now: number,
): AbsenceEffect {
  const { firstOn: from, lastOn: to } = away;
  const standsIn = absencesIn(store, { from, to }).filter(
    ({ deputyId }) => deputyId === away.personId,
  );
  const gates = gatesOnlyTheyDecide(store, away, openSeatsOf, now);
  return { releases: missedReleases(store, away), gates, standsIn };
}

/** Releases that are not over and start on one of the days, by the date in the zone of the start. */
function missedReleases(store: Store, { personId, firstOn, lastOn }: Away): MissedRelease[] {
  const parts = partsIn(store, personId);
  const open = store.orm
    .select({ id: release.id, name: release.name, ownerId: release.ownerId })
    .from(release)
    .where(alive(release, ne(release.phase, 'closed')))
    .all()
    .filter(({ id, ownerId }) => ownerId === personId || parts.has(id));
  const startOf = plannedStarts(
    store,
    open.map(({ id }) => id),
  );
  const missed = open.flatMap(({ id, name, ownerId }): MissedRelease[] => {
    const start = startOf(id);
    if (start === null) return [];
    const { startAt, zone } = start;
    const on = dateIn(startAt, zone);
    if (on < firstOn || on > lastOn) return [];
    const roles = [...(ownerId === personId ? ['Owner'] : []), ...(parts.get(id) ?? [])];
    return [{ releaseId: id, name, startAt, zone, roles }];
  });
  return missed.toSorted((a, b) => (a.startAt < b.startAt ? -1 : 1));
}

/** The names of the roles somebody has on releases, by the release. */
function partsIn(store: Store, personId: string): Map<string, string[]> {
  const names = new Map(listRoles(store).map(({ key, name }) => [key, name]));
  const held = store.orm
    .select({ releaseId: releaseRole.releaseId, key: releaseRole.roleKey })
    .from(releaseRole)
    .where(alive(releaseRole, eq(releaseRole.personId, personId)))
    .all();
  const parts = Map.groupBy(held, ({ releaseId }) => releaseId);
  return new Map(
    [...parts].map(([releaseId, roles]) => [
      releaseId,
      roles.map(({ key }) => names.get(key) ?? key),
    ]),
  );
}
