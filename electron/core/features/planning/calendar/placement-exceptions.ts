import { eq, gt } from 'drizzle-orm';
import { exception } from '#core/database/schema/governance.ts';
import { alive, ofReleases, plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Granted } from '#shared/rules/planning/placement/ground.ts';

const yearMs = 365 * 86_400_000;

/** The exceptions of a release that were not withdrawn: granted ones, and those that wait. */
export function exceptionsOf(store: Store, releaseId: string, now: number) {
  const rows = store.orm
    .select(plain(exception))
    .from(exception)
    .where(ofReleases(exception, [releaseId]))
    .all()
    .filter(({ withdrawnAt, expiresAt }) => withdrawnAt === null && expiresAt > now);
  const granted = rows
    .filter((row) => row.granted === true)
    .map(({ id, rule, subjectId, decidedById, requestedById, expiresAt }): Granted => ({
      ...{ id, rule, subjectId, expiresAt },
      grantedById: decidedById ?? requestedById,
    }));
  return { granted, asked: rows.filter((row) => row.granted === null) };
}

/** How many exceptions are in force, by release, of those that have any. */
export function exceptionsInForce(store: Store, now: number): Map<string, number> {
  const rows = store.orm
    .select({ releaseId: exception.releaseId, withdrawnAt: exception.withdrawnAt })
    .from(exception)
    .where(alive(exception, eq(exception.granted, true), gt(exception.expiresAt, now)))
    .all();
  const counts = new Map<string, number>();
  for (const { releaseId, withdrawnAt } of rows) {
    if (withdrawnAt === null) counts.set(releaseId, (counts.get(releaseId) ?? 0) + 1);
  }
  return counts;
}

/** How many exceptions to a rule and a subject were granted within a year, to any release. */
export function repeatedExceptions(
  store: Store,
  now: number,
): (rule: string, subjectId: string | null) => number {
  const { rule, subjectId, granted, decidedAt } = exception;
  const rows = store.orm
    .select({ rule, subjectId })
    .from(exception)
    .where(alive(exception, eq(granted, true), gt(decidedAt, now - yearMs)))
    .all();
  const counts = new Map<string, number>();
  const keyOf = (of: string, id: string | null) => `${of} ${id ?? ''}`;
  for (const row of rows) {
    const key = keyOf(row.rule, row.subjectId);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (of, id) => counts.get(keyOf(of, id)) ?? 0;
}
