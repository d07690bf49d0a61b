import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { entityColumns } from './schema/columns.ts';
import type { EntityTable, Row } from './tables.ts';

/** A row as features read it: without what the command layer keeps for itself. */
export type Plain<T extends EntityTable> = Omit<
  Row<T>,
  Exclude<keyof typeof entityColumns, 'id' | 'rev'>
>;

/** The columns of a `Plain` row: half of what there is to read and decode in a long list. */
export function plain<T extends EntityTable>(table: T) {
  const { workspaceId, updatedHlc, clocks, deletedHlc, ...columns } = getTableColumns(table);
  return columns;
}

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
      : oneOf(table.releaseId, releaseIds);
  return alive(table, fits);
}

/**
 * True where the column is one of the texts. They travel as one JSON value, so that the statement is
 * the same for any number of them and is prepared once.
 */
export function oneOf(column: AnySQLiteColumn, texts: readonly string[]): SQL {
  return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(texts)}))`;
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
