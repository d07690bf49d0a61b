import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { importBatch } from '#core/database/schema/imported.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import { goneColumn, keyText } from './imported-table.ts';
import type { Fact, Facts, ImportedTable } from './imported-table.ts';

export type Counts = { added: number; updated: number; unchanged: number };
export type BatchOrigin = {
  connectionId: string;
  source: 'sync' | 'file';
  name: string;
  /** When the provider said so, milliseconds since 1970. */
  asOf: number;
  rejected: number;
  /** Batches of one import share it. */
  importId: string;
};

/** Rows of one transaction: enough to make its cost small, few enough to cancel within a moment. */
export const batchSize = 5_000;

/** The keys of what a whole list says is there. */
export type Present = Pick<ReadonlySet<string>, 'has'>;

/** What became of a row; of one that was changed its id. */
type Stored = { as: keyof Counts; id?: string };
type Gone = { id: string; key: string };
type Key = [connectionId: string, ...Fact[]];
type RowStore = {
  put(batchId: string, key: Key, facts: Facts): Stored;
  /** Marks what is not present as gone since `at`; the rows that were not marked before. */
  leave(batchId: string, connectionId: string, present: Present, at: number): Gone[];
};

const prepared = new WeakMap<Store, Map<string, RowStore>>();

/**
 * Writes one batch of rows and, when it changed anything, the journal entry that says so. Rows are
 * keyed by connection and what the provider knows them by, so the same rows again change nothing and
 * a re-run stands beside the attempt before it. With `present`, rows of the connection whose key is not
 * among those texts are marked as gone.
 */
export function storeRows<Row>(
  write: Write,
  store: Store,
  table: ImportedTable<Row>,
  rows: readonly Row[],
  origin: BatchOrigin,
  present: Present | null = null,
): Counts {
  const counts: Counts = { added: 0, updated: 0, unchanged: 0 };
  const { put, leave } = rowStore(store, table);
  const mark = table.index?.mark(store.raw) ?? 0;
  const changed: string[] = [];
  const batchId = write.newId();
  for (const row of rows) {
    const key: Key = [origin.connectionId, ...table.keyOf(row)];
    const stored = put(batchId, key, table.factsOf(row));
    counts[stored.as] += 1;
    if (stored.id !== undefined) changed.push(stored.id);
  }
  const gone = present === null ? [] : leave(batchId, origin.connectionId, present, origin.asOf);
  counts.updated += gone.length;
  for (const { id } of gone) changed.push(id);
  if (counts.added + counts.updated > 0) {
    table.index?.add(store.raw, mark, changed);
    const { kind } = table;
    write.insert(importBatch, {
      id: batchId,
      kind,
      ...origin,
      ...counts,
      digest: digestOf(table, rows, gone),
    });
  }
  return counts;
}

type Shape = Pick<ImportedTable<never>, 'name' | 'keyColumns' | 'factColumns'>;

function rowStore(store: Store, { name, keyColumns, factColumns }: Shape): RowStore {
  const shape = { name, keyColumns, factColumns };
  const known = prepared.get(store) ?? new Map<string, RowStore>();
  prepared.set(store, known);
  const made = known.get(name) ?? prepare(store.raw, shape, store.workspaceId, store.newId);
  known.set(name, made);
  return made;
}

function prepare(
  raw: Database.Database,
  { name, keyColumns: ownKeys, factColumns }: Shape,
  workspaceId: string,
  newId: () => string,
): RowStore {
  const keyColumns = ['connection_id', ...ownKeys];
  const columns = ['id', 'workspace_id', ...keyColumns, ...factColumns, 'batch_id'];
  const insert = raw.prepare(
    `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (${keyColumns.join(', ')}) DO NOTHING`,
  );
  const changed = factColumns.map((column) => `${column} IS NOT ?`).join(' OR ');
  // What a row was before its first change in a batch, so that the import can be taken back.
  const keep = raw.prepare(
    `INSERT INTO import_change (batch_id, row_id, before)
     SELECT ?, id, json_array(${factColumns.join(', ')}) FROM ${name}
     WHERE ${keyColumns.map((column) => `${column} = ?`).join(' AND ')} AND (${changed})
     ON CONFLICT (batch_id, row_id) DO UPDATE SET before = before`,
  );
  const update = raw.prepare<Facts, { id: string }>(
    `UPDATE ${name} SET ${factColumns.map((column) => `${column} = ?`).join(', ')}
     WHERE ${keyColumns.map((column) => `${column} = ?`).join(' AND ')}
     RETURNING id`,
  );
  return {
    leave: factColumns.includes(goneColumn)
      ? prepareLeave(raw, { name, keyColumns: ownKeys, factColumns })
      : () => [],
    put(batchId, key, facts) {
      const added = insert.run(newId(), workspaceId, ...key, ...facts, batchId).changes > 0;
      if (added) return { as: 'added' };
      if (keep.run(batchId, ...key, ...facts).changes === 0) return { as: 'unchanged' };
      return { as: 'updated', id: update.get(...facts, ...key)?.id };
    },
  };
}

function prepareLeave(
  raw: Database.Database,
  { name, keyColumns, factColumns }: Shape,
): RowStore['leave'] {
  const standing = raw
    .prepare<[string], Fact[]>(
      `SELECT id, ${keyColumns.join(', ')} FROM ${name}
       WHERE connection_id = ? AND ${goneColumn} IS NULL`,
    )
    .raw();
  const keep = raw.prepare(
    `INSERT INTO import_change (batch_id, row_id, before)
     SELECT ?, id, json_array(${factColumns.join(', ')}) FROM ${name} WHERE id = ?
     ON CONFLICT (batch_id, row_id) DO UPDATE SET before = before`,
  );
  const mark = raw.prepare(`UPDATE ${name} SET ${goneColumn} = ? WHERE id = ?`);
  return (batchId, connectionId, present, at) => {
    const gone = standing.all(connectionId).flatMap(([id, ...key]): Gone[] => {
      const text = keyText(key);
      return present.has(text) ? [] : [{ id: String(id), key: text }];
    });
    for (const { id } of gone) {
      keep.run(batchId, id);
      mark.run(at, id);
    }
    return gone;
  };
}

/** SHA-256 over a line for each row, in the order they came, and for each that is gone. */
function digestOf<Row>(
  { lineOf }: ImportedTable<Row>,
  rows: readonly Row[],
  gone: readonly Gone[],
): string {
  let text = '';
  for (const row of rows) text += `${lineOf(row)}\n`;
  for (const { key } of gone) text += `${key}\tgone\n`;
  return createHash('sha256').update(text).digest('hex');
}
