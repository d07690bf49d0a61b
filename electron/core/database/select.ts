import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';

type Alive = { deletedHlc: AnySQLiteColumn };

/** Condition for rows that are not marked as deleted, and fit what else is asked for. */
export function alive(table: Alive, ...conditions: (SQL | undefined)[]): SQL | undefined {
  return and(isNull(table.deletedHlc), ...conditions);
}

/** Rows of these releases that are not marked as deleted. */
export function ofReleases(
  table: Alive & { releaseId: AnySQLiteColumn },
  releaseIds: readonly string[],
): SQL | undefined {
  const [only] = releaseIds;
  const fits =
    releaseIds.length === 1 && only !== undefined
      ? eq(table.releaseId, only)
      : inArray(table.releaseId, [...releaseIds]);
  return alive(table, fits);
}

/** Milliseconds to the ISO text of the contract. */
export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

export function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : iso(ms);
}

/** ISO text of the contract to milliseconds. */
export function toMs(instant: string): number {
  return Date.parse(instant);
}
