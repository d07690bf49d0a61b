import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { Refusal } from '#shared/model/refusal.ts';
import { applicationId } from './connect.ts';

export type Migration = { version: number; name: string; sql: string };

/** Reads `0001_name.sql` and so on; refuses a gap, since a skipped step would never be made up for. */
export function readMigrations(folder: string): Migration[] {
  const migrations = readdirSync(folder)
    .filter((name) => /^\d{4}_.+\.sql$/.test(name))
    .sort()
    .map((name) => ({
      version: Number(name.slice(0, 4)),
      name,
      sql: readFileSync(join(folder, name), 'utf8'),
    }));
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) {
      throw new Error(
        `Migrations must be numbered without a gap; ${migration.name} is number ${index + 1}`,
      );
    }
  });
  return migrations;
}

export function schemaVersion(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * Brings a file up to the newest schema. An existing file is first copied to `<file>.before-v<N>`;
 * when a step fails or leaves a dangling reference, everything of it is rolled back and the copy
 * stays. Foreign keys are off during the steps, since inside a transaction they cannot be switched
 * and rebuilding a table would otherwise delete the rows that refer to it.
 */
export function migrate(database: Database.Database, path: string, migrations: Migration[]): void {
  const from = schemaVersion(database);
  const pending = migrations.filter((migration) => migration.version > from);
  if (pending.length === 0) return;
  if (from > 0) backUp(database, path, from);
  database.pragma('foreign_keys = OFF');
  try {
    database.transaction(() => {
      for (const migration of pending) {
        database.exec(migration.sql);
        database.pragma(`user_version = ${migration.version}`);
      }
      if (from === 0) database.pragma(`application_id = ${applicationId}`);
      const dangling = database.pragma('foreign_key_check');
      if (Array.isArray(dangling) && dangling.length > 0) {
        throw new Refusal(
          'precondition_failed',
          `${path} could not be brought to version ${pending.at(-1)?.version}: ${dangling.length} rows refer to missing ones. It was left as it was; the copy ${path}.before-v${from} is the same.`,
        );
      }
    })();
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

function backUp(database: Database.Database, path: string, version: number): void {
  database.pragma('wal_checkpoint(TRUNCATE)');
  const target = `${path}.before-v${version}`;
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  copyFileSync(path, partial);
  renameSync(partial, target);
}
