import type { Context } from '#core/context.ts';
import type {
  ImportCounts,
  ImportWarning,
  NormalisedRun,
} from '#shared/model/delivery/pipelines.ts';
import { batchSize, storeRuns } from './store-runs.ts';
import type { BatchOrigin } from './store-runs.ts';

/** Warnings kept for people to read; all of them are counted. */
const mostWarnings = 200;

/**
 * Collects rows and writes them in batches, each a transaction of its own: what was written stays
 * when the import is cut short, and importing again goes on from there.
 */
export type Importer = {
  /** `known` more are stored as they are, and need no writing. */
  add(rows: readonly NormalisedRun[], warnings: readonly ImportWarning[], known?: number): void;
  /** Writes what is still waiting. */
  flush(): void;
  counts(): ImportCounts;
};

export function createImporter(
  context: Context,
  origin: Omit<BatchOrigin, 'rejected' | 'importId'>,
  alongside: () => void = () => undefined,
): Importer {
  const { store } = context;
  const counts: ImportCounts = { added: 0, updated: 0, unchanged: 0, rejected: 0, warnings: [] };
  let waiting: NormalisedRun[] = [];
  let rejected = 0;
  const importId = store.newId();

  function flush(): void {
    const written = context.transact((write) => {
      const result = storeRuns(write, store, waiting, { ...origin, rejected, importId });
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
