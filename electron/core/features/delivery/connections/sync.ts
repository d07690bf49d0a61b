import type { Context } from '#core/context.ts';
import { iso, toMs } from '#core/database/select.ts';
import { providers } from '#core/sync/providers.ts';
import { isOver } from '#core/sync/reading/blank-rows.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { ImportCounts, NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import {
  createImporter,
  newestAttempts,
  runTable,
  together,
  unfinishedRuns,
  wholeRuns,
} from '../pipelines/index.ts';
import type { Importer } from '../pipelines/index.ts';
import { requireConnection } from './read.ts';
import { newestOf, openEtags, readState, saveState } from './state.ts';
import { importDeployments } from './sync-deployments.ts';
import { limited, originOf, sinceOf, type From } from './sync-from.ts';
import { tokenOf } from './token.ts';

const running = new Set<string>();

/**
 * Imports what changed at the provider. The watermark moves only when everything was read, so a
 * sync that was cancelled or failed is made good by the next one.
 */
export async function syncConnection(
  { id, progressId, token: given }: Parsed<'connections.sync'>,
  context: Context,
): Promise<Output<'connections.sync'>> {
  const { store } = context;
  const { name, baseUrl, repository, provider } = requireConnection(store, id);
  context.requireActor();
  if (running.has(id)) {
    throw new Refusal('conflict', `${name} is being synced already. Wait for it, or cancel it.`);
  }
  if (given === undefined) refuseLocked(context);
  running.add(id);
  const progress = context.startProgress(progressId, `Sync ${name}`);
  const { signal } = progress;
  try {
    const token = given ?? (await tokenOf(context, id));
    const source = { http: context.http, baseUrl, repository, token, signal };
    saveState(store, id, { lastTriedAt: context.now });
    const from = { connectionId: id, provider: providers[provider], source };
    const result = await importAll(from, context, progress.report);
    progress.end('done');
    return result;
  } catch (error) {
    progress.end(signal.aborted ? 'cancelled' : 'failed');
    if (!signal.aborted) saveState(store, id, { lastError: wordsOf(error) });
    throw error;
  } finally {
    running.delete(id);
  }
}

async function importAll(
  from: From,
  context: Context,
  report: (done: number, total: number | null) => void,
): Promise<Output<'connections.sync'>> {
  const { store } = context;
  const { connectionId } = from;
  const origin = originOf(from, context);
  const runs = await importRuns(from, origin, context, report);
  const deployments = await importDeployments(from, origin, context);
  const counts = deployments === null ? runs.counts : together(runs.counts, deployments);
  const { added, updated, unchanged, rejected, warnings } = counts;
  saveState(store, connectionId, {
    lastSuccessAt: newestOf(store, connectionId, runs.asOf),
    lastError: null,
    rateLimitedUntil: null,
    ...{ added, updated, unchanged, rejected, warnings },
  });
  return { ...counts, asOf: iso(runs.asOf) };
}

async function importRuns(
  from: From,
  origin: ReturnType<typeof originOf>,
  context: Context,
  report: (done: number, total: number | null) => void,
): Promise<{ counts: ImportCounts; asOf: number }> {
  const { store } = context;
  const { connectionId, provider, source } = from;
  const etags = openEtags(store, connectionId);
  const importer = createImporter(context, runTable, origin, etags.flush);
  const since = sinceOf(readState(store, connectionId)?.watermarkAt);
  const settled = new Set<string>();
  let watermark: string | null = null;
  try {
    const known = {
      isWhole: wholeRuns(store, connectionId),
      newest: newestAttempts(store, connectionId),
    };
    for await (const step of provider.listRuns({ ...source, since, etags, ...known })) {
      if (step.type === 'page') {
        for (const row of step.rows) if (isOver(row.status)) settled.add(attemptKey(row));
        importer.add(step.rows, step.warnings, step.known);
        const { added, updated, unchanged } = importer.counts();
        report(Math.max(step.page * 100, added + updated + unchanged), step.total);
      } else if (step.type === 'rate-limited') {
        throw limited(store, connectionId, step.until, step.message);
      } else if (step.type === 'complete') {
        watermark = step.watermark;
        importer.add([], step.warnings);
      }
    }
    await pollUnfinished(from, settled, importer, context);
  } finally {
    importer.flush();
  }
  const asOf = watermark === null || watermark === '' ? context.now : toMs(watermark);
  saveState(store, connectionId, { watermarkAt: asOf });
  return { counts: importer.counts(), asOf };
}

/** Lists by creation date never show an old run that went on: those are asked for one by one. */
async function pollUnfinished(
  { connectionId, provider, source }: From,
  settled: ReadonlySet<string>,
  importer: Importer<NormalisedRun>,
  context: Context,
): Promise<void> {
  const { store } = context;
  for (const run of unfinishedRuns(store, connectionId)) {
    // The list has just said how it ended.
    if (settled.has(attemptKey(run))) continue;
    const answer = await provider.getRun(source, run);
    if (answer.kind === 'rate-limited') {
      throw limited(store, connectionId, answer.until, answer.message);
    }
    if (answer.kind === 'rows') importer.add(answer.rows, answer.warnings);
  }
}

function attemptKey({ externalId, attempt }: { externalId: string; attempt: number }): string {
  return `${externalId}\n${attempt}`;
}

function refuseLocked({ platform }: Context): void {
  if (!platform.secrets.locked()) return;
  throw new Refusal(
    'precondition_failed',
    'The file of tokens is locked. Unlock it with its passphrase (Settings, This device), then sync again.',
  );
}

function wordsOf(error: unknown): string {
  return error instanceof Refusal ? error.message : 'The sync failed inside Slipway; see the log.';
}
