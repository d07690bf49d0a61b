import type { Context } from '#core/context.ts';
import type { ImportCounts, ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { ImportedTable } from './imported-table.ts';
import { batchSize, storeRows } from './store-rows.ts';
import type { BatchOrigin, Present } from './store-rows.ts';

/** Warnings kept for people to read; all of them are counted. */
const mostWarnings = 200;

/**
 * Collects rows and writes them in batches, each a transaction of its own: what was written stays
 * when the import is cut short, and importing again goes on from there.
 */
export type Importer<Row> = {
  /** `known` more are stored as they are, and need no writing. */
  add(rows: readonly Row[], warnings: readonly ImportWarning[], known?: number): void;
  /** Writes what is still waiting; with `present`, of the texts of keys, marks what is not there as gone. */
  flush(present?: Present | null): void;
  counts(): ImportCounts;
};

/** `alongside` writes in the transaction of each batch; whoever gives it writes what is left of it. */
export function createImporter<Row>(
  context: Pick<Context, 'store' | 'transact'>,
  table: ImportedTable<Row>,
  origin: Omit<BatchOrigin, 'rejected'>,
  alongside: () => void = () => undefined,
): Importer<Row> {
  const { store } = context;
  const counts: ImportCounts = { added: 0, updated: 0, unchanged: 0, rejected: 0, warnings: [] };
  let waiting: Row[] = [];
  let rejected = 0;

  function flush(present: Present | null = null): void {
    // What is alongside alone is written with the next rows, or by whoever gave it.
    if (waiting.length === 0 && present === null) return;
    const written = context.transact((write) => {
      const result = storeRows(write, store, table, waiting, { ...origin, rejected }, present);
      alongside();
      return result;
    });
    counts.added += written.added;
    counts.updated += written.updated;
    counts.unchanged += written.unchanged;
    waiting = [];
    rejected = 0;
  }

  return {
    add(rows, warnings, known = 0) {
      counts.unchanged += known;
      counts.rejected += warnings.length;
      rejected += warnings.length;
      counts.warnings.push(...warnings.slice(0, mostWarnings - counts.warnings.length));
      for (const row of rows) {
        waiting.push(row);
        if (waiting.length >= batchSize) flush();
      }
    },
    flush,
    counts: () => counts,
  };
}

/** What two importers did in one import. */
export function together(one: ImportCounts, other: ImportCounts): ImportCounts {
  return {
    added: one.added + other.added,
    updated: one.updated + other.updated,
    unchanged: one.unchanged + other.unchanged,
    rejected: one.rejected + other.rejected,
    warnings: [...one.warnings, ...other.warnings].slice(0, mostWarnings),
  };
}
