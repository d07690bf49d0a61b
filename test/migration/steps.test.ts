import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, readMigrations, schemaVersion } from '#core/database/migrate.ts';
import type { Migration } from '#core/database/migrate.ts';
import { temporaryFolder } from '../support/surroundings.ts';

const first: Migration = {
  version: 1,
  name: '0001_first.sql',
  sql: `CREATE TABLE parent (id text PRIMARY KEY);
        CREATE TABLE child (id text PRIMARY KEY, parent_id text REFERENCES parent(id) ON DELETE CASCADE);
        INSERT INTO parent VALUES ('p'); INSERT INTO child VALUES ('c', 'p');`,
};
const rebuild: Migration = {
  version: 2,
  name: '0002_rebuild.sql',
  sql: `CREATE TABLE parent_new (id text PRIMARY KEY, name text);
        INSERT INTO parent_new SELECT id, 'named' FROM parent;
        DROP TABLE parent; ALTER TABLE parent_new RENAME TO parent;`,
};
const careless: Migration = { version: 2, name: '0002_careless.sql', sql: 'DELETE FROM parent' };

function open(): { database: Database.Database; path: string } {
  const path = join(temporaryFolder(), 'Old.slipway');
  const database = new Database(path);
  database.pragma('foreign_keys = ON');
  migrate(database, path, [first]);
  return { database, path };
}

describe('A migration', () => {
  it('may rebuild a table without losing the rows that refer to it', () => {
    const { database, path } = open();
    migrate(database, path, [first, rebuild]);
    expect(database.prepare('SELECT COUNT(*) AS n FROM child').get()).toEqual({ n: 1 });
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('first puts a complete copy of the file beside it', () => {
    const { database, path } = open();
    migrate(database, path, [first, rebuild]);
    const copy = new Database(`${path}.before-v1`, { readonly: true });
    expect(schemaVersion(copy)).toBe(1);
    expect(copy.prepare('SELECT COUNT(*) AS n FROM child').get()).toEqual({ n: 1 });
    copy.close();
  });

  it('that leaves a dangling reference is rolled back whole, and says so', () => {
    const { database, path } = open();
    expect(() => migrate(database, path, [first, careless])).toThrow(
      /1 rows refer to missing ones/,
    );
    expect(schemaVersion(database)).toBe(1);
    expect(database.prepare('SELECT COUNT(*) AS n FROM parent').get()).toEqual({ n: 1 });
    expect(existsSync(`${path}.before-v1`)).toBe(true);
  });

  it('must be numbered without a gap', () => {
    const folder = join(temporaryFolder(), 'migrations');
    mkdirSync(folder);
    writeFileSync(join(folder, '0001_a.sql'), '');
    writeFileSync(join(folder, '0003_c.sql'), '');
    expect(() => readMigrations(folder)).toThrow(/without a gap/);
  });
});
