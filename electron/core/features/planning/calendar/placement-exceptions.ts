import type { Store } from '#core/database/store.ts';
import type { Granted } from '#shared/rules/planning/placement/ground.ts';
import { standingExceptions } from './placement-kept.ts';

const yearMs = 365 * 86_400_000;

/** The exceptions of a release that are valid still: granted ones, and those that wait. */
export function exceptionsOf(store: Store, releaseId: string, now: number) {
  const rows = (standingExceptions(store).get(releaseId) ?? []).filter(
    ({ expiresAt }) => expiresAt > now,
  );
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
  return new Map(
    [...standingExceptions(store)].flatMap(([releaseId, rows]) => {
      const count = rows.filter((row) => row.granted === true && row.expiresAt > now).length;
      return count === 0 ? [] : [[releaseId, count] as const];
    }),
  );
}

/** How many exceptions to a rule and a subject were granted within a year, to any release. */
export function repeatedExceptions(
  store: Store,
  now: number,
): (rule: string, subjectId: string | null) => number {
  const counts = new Map<string, number>();
  const keyOf = (of: string, id: string | null) => `${of} ${id ?? ''}`;
  for (const row of [...standingExceptions(store).values()].flat()) {
    if (row.granted !== true || (row.decidedAt ?? 0) <= now - yearMs) continue;
    const key = keyOf(row.rule, row.subjectId);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (of, id) => counts.get(keyOf(of, id)) ?? 0;
}
