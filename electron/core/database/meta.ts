import type Database from 'better-sqlite3';

type Key =
  | 'workspace_id'
  | 'device_id'
  | 'device_marker'
  | 'min_reader_version'
  | 'demo_date'
  | 'search_version';

/** Facts about the file itself, which belong to this copy and are not journaled. */
export function readMeta(database: Database.Database, key: Key): string | null {
  const row = database
    .prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?')
    .get(key);
  return row?.value ?? null;
}

export function writeMeta(database: Database.Database, key: Key, value: string): void {
  if (readMeta(database, key) === value) return;
  database
    .prepare(
      'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    )
    .run(key, value);
}
