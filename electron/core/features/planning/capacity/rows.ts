import { and, asc, eq, gte, lte, ne, or } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { commitment } from '#core/database/schema/calendar.ts';
import { release } from '#core/database/schema/planning.ts';
import { alive, plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { CommitmentView } from '#shared/model/planning/bookings.ts';

/** Commitments that fit, by week, with the name of their release. */
export function commitmentsWhere(store: Store, fits: SQL | undefined): CommitmentView[] {
  return store.orm
    .select({ row: plain(commitment), name: release.name })
    .from(commitment)
    .innerJoin(release, eq(release.id, commitment.releaseId))
    .where(and(alive(commitment, fits), alive(release)))
    .orderBy(asc(commitment.weekOn), asc(release.number), asc(commitment.id))
    .all()
    .map(({ row, name }) => {
      const { id, rev, releaseId, roleKey, personId, weekOn, days, note } = row;
      return { id, rev, releaseId, roleKey, personId, weekOn, days, note, release: name };
    });
}

/**
 * Those that count from one Monday to another: a release that is over keeps what it took, and holds
 * no days of weeks that are still to come.
 */
export function countedCommitments(
  store: Store,
  from: string,
  to: string,
  thisWeek: string,
): CommitmentView[] {
  const counts = or(ne(release.phase, 'closed'), lte(commitment.weekOn, thisWeek));
  return commitmentsWhere(
    store,
    and(gte(commitment.weekOn, from), lte(commitment.weekOn, to), counts),
  );
}
