import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openJournal } from '#core/database/journal/append.ts';
import { createHlc } from '#core/database/journal/hlc.ts';
import { migrate, readMigrations } from '#core/database/migrate.ts';
import type { EntityName } from '#core/database/tables.ts';
import { resourceFolder } from '#core/resources.ts';
import { temporaryFolder, testNow } from '../support/surroundings.ts';

export const migrations = readMigrations(resourceFolder('migrations'));
const id = (last: number) => `0190a0a0-0000-7000-8000-${String(last).padStart(12, '0')}`;

type Stored = Record<string, string | number | null>;

/** A file as an earlier version left it, and a way to write rows as that version journaled them. */
export function oldFile(version: number) {
  const path = join(temporaryFolder(), 'Old.slipway');
  const database = new Database(path);
  database.pragma('foreign_keys = OFF');
  migrate(database, path, migrations.slice(0, version));
  let next = 0;
  const newId = () => id((next += 1));
  const hlc = createHlc(id(999), null);
  const journal = openJournal(database, id(999), version, newId);
  const workspaceId = newId();
  database.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run('workspace_id', workspaceId);

  /** `columns` as stored; `fields` as the journal calls them. Gives the row's id. */
  function insert(entity: EntityName, columns: Stored, fields: Stored): string {
    const rowId = newId();
    const stamp = hlc.tick(testNow);
    const layer = { id: rowId, workspace_id: workspaceId, rev: 1, updated_hlc: stamp };
    const row: Stored = { ...layer, clocks: JSON.stringify({ '*': stamp }), ...columns };
    const names = Object.keys(row);
    database
      .prepare(
        `INSERT INTO ${entity} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      )
      .run(Object.values(row));
    const command = { now: testNow, actorId: null, command: 'old', commandId: newId() };
    const entries = journal.begin({ ...command, tick: () => stamp });
    const told = Object.entries(fields).filter(([, value]) => value !== null);
    entries.writer.append({
      hlc: stamp,
      entity,
      entityId: rowId,
      row: fields,
      op: 'insert',
      fields: Object.fromEntries(told.map(([field, value]) => [field, [null, value]])),
      baseRev: 0,
    });
    journal.head = entries.head();
    return rowId;
  }
  return { database, path, insert };
}
