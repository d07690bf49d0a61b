import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { connect } from '#core/database/connect.ts';
import { migrate, readMigrations } from '#core/database/migrate.ts';
import { resourceFolder } from '#core/resources.ts';
import { runTable } from '#core/imported/tables/runs.ts';
import type { NormalisedRun } from '#shared/model/delivery/pipelines.ts';

/** The peer: the same file, schema, indexes and pragmas, one prepared insert in a plain loop. */
export function openBare(folder: string, name: string) {
  const path = join(folder, name);
  const database = connect(path, 'create');
  migrate(database, path, readMigrations(resourceFolder('migrations')));
  database.pragma('foreign_keys = OFF');
  return {
    database,
    insertAll: (rows: readonly NormalisedRun[], size: number) => insertAll(database, rows, size),
  };
}

function insertAll(
  database: Database.Database,
  rows: readonly NormalisedRun[],
  size: number,
): void {
  const columns = [
    'id',
    'workspace_id',
    'connection_id',
    ...runTable.keyColumns,
    ...runTable.factColumns,
  ];
  const insert = database.prepare(
    `INSERT INTO pipeline_run (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const write = database.transaction((batch: readonly NormalisedRun[]) => {
    for (const run of batch) {
      insert.run(randomUUID(), 'w', 'c', run.externalId, run.attempt, ...runTable.factsOf(run));
    }
  });
  for (let start = 0; start < rows.length; start += size)
    write.immediate(rows.slice(start, start + size));
}
