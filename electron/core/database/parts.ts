import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Plain } from './select.ts';
import type { Store } from './store.ts';
import { layerFields } from './tables.ts';
import type { EntityTable } from './tables.ts';

/** A table whose rows belong to a release each. */
export type PartTable = Extract<EntityTable, { releaseId: SQLiteColumn }>;

/**
 * The rows of these releases, those of each by its id, in the order of a column and then of their
 * own ids: one query however many releases. Lists are judged from thousands of such rows, so they
 * are decoded straight from what SQLite gives, column by column.
 */
export function partsOf<T extends PartTable>(
  store: Store,
  table: T,
  releaseIds: readonly string[],
  order: 'id' | 'order' | 'startAt' = 'id',
): (releaseId: string) => Plain<T>[] {
  const reader = readerOf(table);
  const by = reader.columns.find(({ field }) => field === order)?.name ?? 'id';
  const found = store.raw
    .prepare<[string], unknown[]>(`${reader.select} ORDER BY ${by}, id`)
    .raw()
    .all(JSON.stringify(releaseIds));
  const groups = new Map<unknown, Plain<T>[]>();
  for (const values of found) {
    const row: Record<string, unknown> = {};
    reader.columns.forEach(({ field, column }, index) => {
      const value = values[index];
      row[field] = value === null ? null : column.mapFromDriverValue(value);
    });
    if (!belongsTo(table, row)) continue;
    const group = groups.get(values[reader.releaseAt]);
    if (group === undefined) groups.set(values[reader.releaseAt], [row]);
    else group.push(row);
  }
  return (releaseId) => groups.get(releaseId) ?? [];
}

type Reader = {
  columns: { field: string; name: string; column: SQLiteColumn }[];
  /** Index of the release's id among the columns. */
  releaseAt: number;
  select: string;
};

const readers = new WeakMap<SQLiteTable, Reader>();

function readerOf(table: SQLiteTable): Reader {
  const known = readers.get(table);
  if (known !== undefined) return known;
  const stored: Record<string, SQLiteColumn> = getTableColumns(table);
  const columns = Object.entries(stored)
    .filter(([field]) => field === 'id' || field === 'rev' || !layerFields.includes(field))
    .map(([field, column]) => ({ field, name: `"${column.name}"`, column }));
  const reader = {
    columns,
    releaseAt: columns.findIndex(({ field }) => field === 'releaseId'),
    select: `SELECT ${columns.map(({ name }) => name).join(', ')} FROM ${getTableName(table)}
      WHERE release_id IN (SELECT value FROM json_each(?)) AND deleted_hlc IS NULL`,
  };
  readers.set(table, reader);
  return reader;
}

/** Decoded column by column from the table's own schema; this states their type once. */
function belongsTo<T extends PartTable>(
  _table: T,
  row: Record<string, unknown>,
): row is Plain<T> & Record<string, unknown> {
  return typeof row['id'] === 'string';
}
