import { and, asc, eq, gte, isNull, lt, ne } from 'drizzle-orm';
import { deployment, release, releaseRole } from '#core/database/schema/planning.ts';
import { alive, iso, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { AbsenceEffect, MissedRelease } from '#shared/model/planning/bookings.ts';
import { dateIn, plusDays } from '#shared/rules/planning/zoned-time.ts';
import { listRoles } from '../../workspace/people/index.ts';
import { absencesIn } from './rows.ts';

type Away = { personId: string; firstOn: string; lastOn: string };

/** What somebody leaves open on the days they are away. */
export function effectOf(store: Store, away: Away): AbsenceEffect {
  const { firstOn: from, lastOn: to } = away;
  const standsIn = absencesIn(store, { from, to }).filter(
    ({ deputyId }) => deputyId === away.personId,
  );
  return { releases: missedReleases(store, away), standsIn };
}

/** Releases that are not over and start on one of the days, by the date in the zone of the start. */
function missedReleases(store: Store, { personId, firstOn, lastOn }: Away): MissedRelease[] {
  // A day more on either side: no zone is further from UTC.
  const span = and(
    gte(deployment.startAt, toMs(`${plusDays(firstOn, -1)}T00:00:00.000Z`)),
    lt(deployment.startAt, toMs(`${plusDays(lastOn, 2)}T00:00:00.000Z`)),
  );
  const starts = store.orm
    .select({
      releaseId: release.id,
      name: release.name,
      ownerId: release.ownerId,
      at: deployment.startAt,
      zone: deployment.zone,
    })
    .from(deployment)
    .innerJoin(release, eq(release.id, deployment.releaseId))
    .where(
      and(
        alive(deployment, span, isNull(deployment.actualStartAt)),
        alive(release, ne(release.phase, 'closed')),
      ),
    )
    .orderBy(asc(deployment.startAt), asc(deployment.id))
    .all();
  const parts = partsOf(store, personId);
  const missed = new Map<string, MissedRelease>();
  for (const { releaseId, name, ownerId, at, zone } of starts) {
    const on = dateIn(iso(at), zone);
    const roles = [...(ownerId === personId ? ['Owner'] : []), ...(parts.get(releaseId) ?? [])];
    if (on < firstOn || on > lastOn || roles.length === 0 || missed.has(releaseId)) continue;
    missed.set(releaseId, { releaseId, name, startAt: iso(at), zone, roles });
  }
  return [...missed.values()];
}

/** The names of the roles somebody has on releases, by the release. */
function partsOf(store: Store, personId: string): Map<string, string[]> {
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
