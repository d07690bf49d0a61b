import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { addRunWords, lastRun } from '#core/database/search-index.ts';
import { importBatch } from '#core/database/schema/delivery.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import type { NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import { factColumns, factsOf, keyColumns } from './run-columns.ts';
import type { RunFacts } from './run-columns.ts';

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

/** What became of a run; of one that was changed its id. */
type Stored = { as: keyof Counts; id?: string };
type RunStore = { put(connectionId: string, batchId: string, run: NormalisedRun): Stored };

const prepared = new WeakMap<Store, RunStore>();

/**
 * Writes one batch of runs and, when it changed anything, the journal entry that says so. Runs are
 * keyed by connection, the provider's id and the attempt, so the same rows again change nothing and
 * a re-run stands beside the attempt before it.
 */
export function storeRuns(
  write: Write,
  store: Store,
  runs: readonly NormalisedRun[],
  origin: BatchOrigin,
): Counts {
  const counts: Counts = { added: 0, updated: 0, unchanged: 0 };
  const { put } = runStore(store);
  const before = lastRun(store.raw);
  const changed: string[] = [];
  const batchId = write.newId();
  for (const run of runs) {
    const stored = put(origin.connectionId, batchId, run);
    counts[stored.as] += 1;
    if (stored.id !== undefined) changed.push(stored.id);
  }
  if (counts.added + counts.updated > 0) {
    addRunWords(store.raw, before, changed);
    write.insert(importBatch, { id: batchId, ...origin, ...counts, digest: digestOf(runs) });
  }
  return counts;
}

function runStore(store: Store): RunStore {
  const known = prepared.get(store);
  if (known !== undefined) return known;
  const made = prepare(store.raw, store.workspaceId, store.newId);
  prepared.set(store, made);
  return made;
}

function prepare(raw: Database.Database, workspaceId: string, newId: () => string): RunStore {
  const columns = ['id', 'workspace_id', ...keyColumns, ...factColumns, 'batch_id'];
  const insert = raw.prepare(
    `INSERT INTO pipeline_run (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (${keyColumns.join(', ')}) DO NOTHING`,
  );
  const changed = factColumns.map((column) => `${column} IS NOT ?`).join(' OR ');
  // What a run was before its first change in a batch, so that the import can be taken back.
  const keep = raw.prepare(
    `INSERT INTO import_change (batch_id, run_id, before)
     SELECT ?, id, json_array(${factColumns.join(', ')}) FROM pipeline_run
     WHERE ${keyColumns.map((column) => `${column} = ?`).join(' AND ')} AND (${changed})
     ON CONFLICT (batch_id, run_id) DO UPDATE SET before = before`,
  );
  const update = raw.prepare<RunFacts, { id: string }>(
    `UPDATE pipeline_run SET ${factColumns.map((column) => `${column} = ?`).join(', ')}
     WHERE ${keyColumns.map((column) => `${column} = ?`).join(' AND ')}
     RETURNING id`,
  );
  return {
    put(connectionId, batchId, run) {
      const key = [connectionId, run.externalId, run.attempt];
      const facts = factsOf(run);
      const added = insert.run(newId(), workspaceId, ...key, ...facts, batchId).changes > 0;
      if (added) return { as: 'added' };
      if (keep.run(batchId, ...key, ...facts).changes === 0) return { as: 'unchanged' };
      return { as: 'updated', id: update.get(...facts, ...key)?.id };
    },
  };
}

/** SHA-256 over key, state and time of each row, one a line, in the order they came. */
function digestOf(runs: readonly NormalisedRun[]): string {
  let text = '';
  for (const run of runs) {
    text += `${run.externalId}\t${run.attempt}\t${run.status}\t${run.warnings}\t${run.commit}\t${run.updatedAt}\n`;
  }
  return createHash('sha256').update(text).digest('hex');
}
