import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Plain } from './select.ts';
import type { Store } from './store.ts';
import { layerFields } from './tables.ts';
import type { EntityTable } from './tables.ts';

/**
 * The two questions that are asked thousands of times, one row by its id and the parts of many
 * releases, are answered straight from what SQLite gives, decoded column by column.
 */
export function rowOf<T extends EntityTable>(store: Store, table: T, id: string): Plain<T> | null {
  const { text, decode } = readerOf(table);
  const values = store.raw
    .prepare<[string], unknown[]>(`${text} WHERE id = ? AND deleted_hlc IS NULL`)
    .raw()
    .get(id);
  const row = values === undefined ? null : decode(values);
  return row !== null && belongsTo(table, row) ? row : null;
}

/** A table whose rows belong to a release each. */
export type PartTable = Extract<EntityTable, { releaseId: SQLiteColumn }>;

/**
 * The rows of these releases, those of each by its id, in the order of a column and then of their
 * own ids: one query however many releases.
 */
export function partsOf<T extends PartTable>(
  store: Store,
  table: T,
  releaseIds: readonly string[],
  order: 'id' | 'order' | 'startAt' = 'id',
): (releaseId: string) => Plain<T>[] {
  const { columns, text, decode } = readerOf(table);
  const by = columns.find(({ field }) => field === order)?.name ?? 'id';
  const releaseAt = columns.findIndex(({ field }) => field === 'releaseId');
  const found = store.raw
    .prepare<[string], unknown[]>(
      `${text} WHERE release_id IN (SELECT value FROM json_each(?)) AND deleted_hlc IS NULL
       ORDER BY ${by}, id`,
    )
    .raw()
    .all(JSON.stringify(releaseIds));
  const groups = new Map<unknown, Plain<T>[]>();
  for (const values of found) {
    const row = decode(values);
    if (!belongsTo(table, row)) continue;
    const group = groups.get(values[releaseAt]);
    if (group === undefined) groups.set(values[releaseAt], [row]);
    else group.push(row);
  }
  return (releaseId) => groups.get(releaseId) ?? [];
}

type Reader = {
  columns: { field: string; name: string }[];
  /** `SELECT … FROM …`. */
  text: string;
  decode(values: readonly unknown[]): Record<string, unknown>;
};

const readers = new WeakMap<SQLiteTable, Reader>();

function readerOf(table: SQLiteTable): Reader {
  const known = readers.get(table);
  if (known !== undefined) return known;
  const stored: Record<string, SQLiteColumn> = getTableColumns(table);
  const columns = Object.entries(stored)
    .filter(([field]) => field === 'id' || field === 'rev' || !layerFields.includes(field))
    .map(([field, column]) => ({ field, name: `"${column.name}"`, column }));
  const reader: Reader = {
    columns,
    text: `SELECT ${columns.map(({ name }) => name).join(', ')} FROM ${getTableName(table)}`,
    decode(values) {
      const row: Record<string, unknown> = {};
      columns.forEach(({ field, column }, index) => {
        const value = values[index];
        row[field] = value === null ? null : column.mapFromDriverValue(value);
      });
      return row;
    },
  };
  readers.set(table, reader);
  return reader;
}

/** Decoded column by column from the table's own schema; this states their type once. */
function belongsTo<T extends EntityTable>(
  _table: T,
  row: Record<string, unknown>,
): row is Plain<T> & Record<string, unknown> {
  return typeof row['id'] === 'string';
}
