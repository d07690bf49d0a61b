import { statSync } from 'node:fs';
import type { Context } from '#core/context.ts';
import { iso, toMs } from '#core/database/select.ts';
import { locateFile } from '#core/given-file.ts';
import { fileChunks } from '#core/sync/json-stream/file-chunks.ts';
import { providers } from '#core/sync/providers.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import { olderThings } from './older-things.ts';
import { requireConnection, newestOf, saveState } from '../connections/index.ts';
import {
  createImporter,
  createThingImporters,
  deploymentTable,
  hasReruns,
  newestAttempts,
  runTable,
  storedDeployments,
  together,
  waitingRuns,
  wholeRuns,
} from '#core/imported/index.ts';

/**
 * Imports an exported file as a stream: memory for one chunk and one batch, whatever its size (of
 * deployments, which are few, for what is kept of them). What
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
  const importId = store.newId();
  const origin = { connectionId, source: 'file', name, asOf, importId } as const;
  const importer = createImporter(context, runTable, origin);
  const deployments = createImporter(context, deploymentTable, origin);
  const things = createThingImporters(context, origin);
  const counts = () =>
    [deployments.counts(), ...things.counts()].reduce(together, importer.counts());
  const isWhole = wholeRuns(store, connectionId);
  const newest = newestAttempts(store, connectionId);
  // Most files bring first attempts only, of which none is earlier than what is stored.
  let reruns = hasReruns(store, connectionId);
  const stored = storedDeployments(store, connectionId);
  const isBefore = olderThings(store, { id: connectionId, provider }, asOf);
  const progress = context.startProgress(input.progressId, `Import ${name}`);
  const { signal } = progress;
  try {
    const waits = waitingRuns(store, connectionId);
    const isWaiting = (run: string) => {
      // Runs of the same file count, too.
      importer.flush();
      return waits(run);
    };
    const options = { signal, baseUrl, isWaiting };
    for await (const batch of providers[provider].readFile(fileChunks(path), options)) {
      reruns ||= batch.rows.some(({ attempt }) => attempt > 1);
      const news = batch.rows.filter((row) => !saysLess(row));
      importer.add(news, batch.warnings, batch.rows.length - news.length);
      const newer = (batch.deployments ?? []).filter((row) => !isOlder(row));
      deployments.add(newer, [], (batch.deployments?.length ?? 0) - newer.length);
      const since = (batch.things ?? []).filter((thing) => !isBefore(thing));
      things.add(since);
      importer.add([], [], (batch.things?.length ?? 0) - since.length);
      progress.report(batch.bytes, stats?.size ?? null);
    }
    flush();
    finish();
    progress.end('done');
    return { ...counts(), asOf: iso(asOf) };
  } catch (error) {
    progress.end(signal.aborted ? 'cancelled' : 'failed');
    flush();
    throw error;
  }

  function flush(): void {
    importer.flush();
    deployments.flush();
    things.flush();
  }

  /**
   * A list that was exported leaves out when a run began, or that it was its second attempt. It takes
   * nothing away from a run that is stored whole.
   */
  function saysLess({ externalId, attempt, startedAt, updatedAt }: NormalisedRun): boolean {
    const isEarlier = reruns && attempt < (newest(externalId)?.attempt ?? 1);
    return (startedAt === null || isEarlier) && isWhole(externalId, updatedAt);
  }

  /** What was changed at the provider before it was stored, or is told by a file without statuses. */
  function isOlder({ externalId, status, updatedAt }: NormalisedDeployment): boolean {
    const known = stored(externalId);
    if (known === null) return false;
    const isBlank = status === 'unknown' && known.status !== 'unknown';
    return isBlank || (updatedAt ?? '') < (known.updatedAt ?? '');
  }

  function finish(): void {
    const { added, updated, unchanged, rejected, warnings } = counts();
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
