import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, readMigrations, schemaVersion } from '#core/database/migrate.ts';
import { attachmentContent, commentSeen } from '#core/database/schema/attached.ts';
import { connectionState, etag, feedState } from '#core/database/schema/delivery.ts';
import { importChange, pipelineRun, providerDeployment } from '#core/database/schema/imported.ts';
import { alert, artefact, rollout, ticket } from '#core/database/schema/things.ts';
import { alertLook } from '#core/database/schema/monitoring.ts';
import { inboxApplied, journal, meta, syncState } from '#core/database/schema/journal.ts';
import { searchDocument } from '#core/database/schema/search.ts';
import { entityTables } from '#core/database/tables.ts';
import { resourceFolder } from '#core/resources.ts';

const migrations = readMigrations(resourceFolder('migrations'));

function migrated(): Database.Database {
  const database = new Database(':memory:');
  migrate(database, ':memory:', migrations);
  return database;
}

const allTables: SQLiteTable[] = [
  ...Object.values(entityTables),
  pipelineRun,
  providerDeployment,
  rollout,
  artefact,
  ticket,
  alert,
  alertLook,
  connectionState,
  feedState,
  etag,
  importChange,
  attachmentContent,
  commentSeen,
  searchDocument,
  journal,
  meta,
  syncState,
  inboxApplied,
];

describe('The ground migration', () => {
  it('makes every table of the schema, column by column, and no other', () => {
    const database = migrated();
    const found = database
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_text%' ORDER BY name",
      )
      .all()
      .map(({ name }) => name);
    expect(found).toEqual(allTables.map((table) => getTableConfig(table).name).sort());
    for (const table of allTables) {
      const { name, columns } = getTableConfig(table);
      const stored = database
        .prepare<[], { name: string; type: string; notnull: number }>(`PRAGMA table_info(${name})`)
        .all()
        .map((column) => [column.name, column.type.toLowerCase(), column.notnull === 1]);
      const declared = columns.map((column) => [column.name, column.getSQLType(), column.notNull]);
      expect({ [name]: stored }).toEqual({ [name]: declared });
    }
  });

  it('makes every index and reference of the schema, each reference checked at the commit', () => {
    const database = migrated();
    for (const table of allTables) {
      const { name, indexes, foreignKeys } = getTableConfig(table);
      const stored = database
        .prepare<[], { name: string; origin: string }>(`PRAGMA index_list(${name})`)
        .all()
        .filter(({ origin }) => origin === 'c')
        .map((index) => index.name)
        .sort();
      expect({ [name]: stored }).toEqual({
        [name]: indexes.map(({ config }) => config.name).sort(),
      });
      const references = database.prepare(`PRAGMA foreign_key_list(${name})`).all();
      expect({ [name]: references.length }).toEqual({ [name]: foreignKeys.length });
    }
    const immediate = database
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_schema WHERE sql LIKE '%REFERENCES%' AND sql NOT LIKE '%DEFERRABLE INITIALLY DEFERRED%'",
      )
      .all();
    expect(immediate).toEqual([]);
  });

  it('marks the file as a workspace of the newest version, and a second run changes nothing', () => {
    const database = migrated();
    expect(database.pragma('application_id', { simple: true })).toBe(0x534c4950);
    expect(schemaVersion(database)).toBe(migrations.length);
    migrate(database, ':memory:', migrations);
    expect(schemaVersion(database)).toBe(migrations.length);
  });
});
