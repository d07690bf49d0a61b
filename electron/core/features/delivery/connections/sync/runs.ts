import type { Context } from '#core/context.ts';
import { toMs } from '#core/database/select.ts';
import type { RunSource } from '#core/sync/provider.ts';
import { isOver } from '#core/sync/reading/blank-rows.ts';
import type { NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import {
  createImporter,
  newestAttempts,
  runTable,
  unfinishedRuns,
  wholeRuns,
} from '#core/imported/index.ts';
import type { Importer } from '#core/imported/index.ts';
import { limited, type From, type ReadFeed } from './from.ts';

/** Imports what runs are new or went on. */
export async function importRuns(runs: RunSource, from: From, context: Context): Promise<ReadFeed> {
  const { store } = context;
  const { connectionId, source, origin, marks, report } = from;
  const { etags } = marks;
  const importer = createImporter(context, runTable, origin, marks.flush);
  const since = marks.since('runs');
  const settled = new Set<string>();
  let asOf = context.now;
  try {
    const known = {
      isWhole: wholeRuns(store, connectionId),
      newest: newestAttempts(store, connectionId),
    };
    for await (const step of runs.list({ ...source, since, etags, ...known })) {
      if (step.type === 'page') {
        for (const row of step.rows) if (isOver(row.status)) settled.add(attemptKey(row));
        importer.add(step.rows, step.warnings, step.known);
        const { added, updated, unchanged } = importer.counts();
        report(Math.max(step.page * 100, added + updated + unchanged), step.total);
      } else if (step.type === 'rate-limited') {
        throw limited(store, connectionId, step);
      } else if (step.type === 'complete') {
        if (step.watermark !== '') asOf = toMs(step.watermark);
        importer.add([], step.warnings);
      }
    }
    await pollUnfinished(runs, from, settled, importer, context);
    marks.reached('runs', asOf);
  } finally {
    importer.flush();
  }
  return { counts: importer.counts(), asOf };
}

/** Lists by creation date never show an old run that went on: those are asked for one by one. */
async function pollUnfinished(
  runs: RunSource,
  { connectionId, source }: From,
  settled: ReadonlySet<string>,
  importer: Importer<NormalisedRun>,
  context: Context,
): Promise<void> {
  const { store } = context;
  for (const run of unfinishedRuns(store, connectionId)) {
    // The list has just said how it ended.
    if (settled.has(attemptKey(run))) continue;
    const answer = await runs.get(source, run);
    if (answer.kind === 'rate-limited') throw limited(store, connectionId, answer);
    if (answer.kind === 'rows') importer.add(answer.rows, answer.warnings);
  }
}

function attemptKey({ externalId, attempt }: { externalId: string; attempt: number }): string {
  return `${externalId}\n${attempt}`;
}
