import type Database from 'better-sqlite3';
import type { JournalEntry, JournalWriter, Stamp } from './journal/append.ts';
import { layerFields } from './tables.ts';
import type { EntityName, TableColumn } from './tables.ts';

/** A row as it shall be: among the living or marked as deleted, and its fields with these values. */
export type FormerState = { alive: boolean; fields: Readonly<Record<string, unknown>> };

/** What `putBack` needs of a table. */
export type TableAccess = {
  name: EntityName;
  columns: readonly TableColumn[];
  /** Sees rows that are marked as deleted. */
  selectAny: Database.Statement;
  update(fields: readonly string[]): Database.Statement;
};

/**
 * Puts a row where the journal says it was, with an entry of its own that can be taken back in turn.
 * A row that comes back says so by the field `deletedHlc`, from the stamp of its removal to null.
 */
export function putBack(
  { name, columns, selectAny, update }: TableAccess,
  id: string,
  { alive, fields }: FormerState,
  journal: JournalWriter,
  stamp: Stamp,
): void {
  const stored = selectAny.get(id);
  if (!isRecord(stored)) throw new Error(`${name} ${id} is in the journal, but its row is gone`);
  const row = Object.fromEntries(columns.map((c) => [c.field, c.decode(stored[c.name])]));
  const changed: JournalEntry['fields'] = {};
  for (const { field, encode } of columns) {
    if (layerFields.includes(field) || !Object.hasOwn(fields, field)) continue;
    if (encode(row[field]) === encode(fields[field])) continue;
    changed[field] = [row[field], fields[field]];
    row[field] = fields[field];
  }
  const wasAlive = row['deletedHlc'] === null;
  const isRemoval = wasAlive && !alive;
  if (Object.keys(changed).length === 0 && wasAlive === alive) return;
  const hlc = stamp.tick();
  const baseRev = Number(row['rev']);
  const stamps = Object.fromEntries(Object.keys(changed).map((field) => [field, hlc]));
  if (!wasAlive && alive) changed['deletedHlc'] = [row['deletedHlc'], null];
  Object.assign(row, { rev: baseRev + 1, updatedHlc: hlc });
  row['deletedHlc'] = alive ? null : (row['deletedHlc'] ?? hlc);
  row['clocks'] = Object.assign({}, row['clocks'], stamps);
  const byField = new Map(columns.map((column) => [column.field, column]));
  const written = ['rev', 'updatedHlc', 'clocks', 'deletedHlc', ...Object.keys(stamps)];
  update(written).run([...written.map((field) => byField.get(field)?.encode(row[field])), id]);
  const op = isRemoval ? 'delete' : 'update';
  journal.append({ hlc, entity: name, entityId: id, row, op, fields: changed, baseRev });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
