import { statSync } from 'node:fs';
import type { Context } from '#core/context.ts';
import { iso, toMs } from '#core/database/select.ts';
import { locateFile } from '#core/given-file.ts';
import { fileChunks } from '#core/sync/json-stream/file-chunks.ts';
import { providers } from '#core/sync/providers.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import { requireConnection, newestOf, saveState } from '../connections/index.ts';
import { createImporter } from './importer.ts';
import { newestAttempts, wholeRuns } from './unfinished.ts';

/**
 * Imports an exported file as a stream: memory for one chunk and one batch, whatever its size. What
 * was written before a cancellation or a damaged place stays; importing again adds the rest.
 */
export async function importFile(
  input: Parsed<'pipelines.importFile'>,
  context: Context,
): Promise<Output<'pipelines.importFile'>> {
  const { connectionId } = input;
  const { store, now } = context;
  const { provider, baseUrl } = requireConnection(store, connectionId);
  context.requireActor();
  const { path, name } = locateFile(input.file, context.platform);
  const stats = statSync(path, { throwIfNoEntry: false });
  const exported = input.exportedAt === undefined ? stats?.mtimeMs : toMs(input.exportedAt);
  const asOf = Math.round(Math.min(exported ?? now, now));
  const importer = createImporter(context, { connectionId, source: 'file', name, asOf });
  const isWhole = wholeRuns(store, connectionId);
  const newest = newestAttempts(store, connectionId);
  const progress = context.startProgress(input.progressId, `Import ${name}`);
  const { signal } = progress;
  try {
    const options = { signal, baseUrl };
    for await (const batch of providers[provider].readFile(fileChunks(path), options)) {
      const news = batch.rows.filter((row) => !saysLess(row));
      importer.add(news, batch.warnings, batch.rows.length - news.length);
      progress.report(batch.bytes, stats?.size ?? null);
    }
    importer.flush();
    finish();
    progress.end('done');
    return { ...importer.counts(), asOf: iso(asOf) };
  } catch (error) {
    progress.end(signal.aborted ? 'cancelled' : 'failed');
    importer.flush();
    throw error;
  }

  /**
   * A list that was exported leaves out when a run began, or that it was its second attempt. It takes
   * nothing away from a run that is stored whole.
   */
  function saysLess({ externalId, attempt, startedAt, updatedAt }: NormalisedRun): boolean {
    const isEarlier = attempt < (newest(externalId)?.attempt ?? 1);
    return (startedAt === null || isEarlier) && isWhole(externalId, updatedAt);
  }

  function finish(): void {
    const { added, updated, unchanged, rejected, warnings } = importer.counts();
    saveState(store, connectionId, {
      lastSuccessAt: newestOf(store, connectionId, asOf),
      lastTriedAt: now,
      lastError: null,
      added,
      updated,
      unchanged,
      rejected,
      warnings,
    });
  }
}
