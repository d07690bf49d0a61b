import Database from 'better-sqlite3';
import { describeTable, entityTables, layerFields } from '#core/database/tables.ts';

/**
 * Every row of people's work that is not marked as deleted, as the file has it, by table; without
 * the columns that count and stamp changes.
 */
export function livingRows(path: string): Record<string, unknown[]> {
  const database = new Database(path, { readonly: true });
  const rows = Object.values(entityTables).map((table) => {
    const { name, columns } = describeTable(table);
    const kept = columns.filter(({ field }) => field === 'id' || !layerFields.includes(field));
    const list = kept.map((column) => `"${column.name}"`).join(', ');
    const sql = `SELECT ${list} FROM ${name} WHERE deleted_hlc IS NULL ORDER BY id`;
    return [name, database.prepare(sql).all()] as const;
  });
  database.close();
  return Object.fromEntries(rows);
}
