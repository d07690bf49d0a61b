import type { Context } from '#core/context.ts';
import { iso } from '#core/database/select.ts';
import { providers } from '#core/sync/providers.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { feeds, type FeedName } from '#shared/model/delivery/pipelines.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { nextSync } from '#shared/rules/delivery/sync-schedule.ts';
import {
  alertTable,
  artefactTable,
  rolloutTable,
  ticketTable,
  together,
} from '#core/imported/index.ts';
import { chosenContext, throughContext } from '../context.ts';
import { requireConnection } from '../read.ts';
import { openMarks } from '../marks.ts';
import { newestOf, saveState } from '../state.ts';
import { refuseLocked, tokenOf } from '../token.ts';
import { httpBy } from '../way.ts';
import { withStored } from './artefacts.ts';
import { importDeployments } from './deployments.ts';
import type { From, ReadFeed } from './from.ts';
import { importRuns } from './runs.ts';
import { importThings } from './things.ts';

const running = new Set<string>();

export function isSyncing(connectionId: string): boolean {
  return running.has(connectionId);
}

/**
 * Imports what changed at the provider. The watermark moves only when everything was read, so a
 * sync that was cancelled or failed is made good by the next one.
 */
export async function syncConnection(
  { id, progressId, token: given }: Parsed<'connections.sync'>,
  context: Context,
): Promise<Output<'connections.sync'>> {
  const { store } = context;
  const row = requireConnection(store, id);
  const { name, baseUrl, repository, provider } = row;
  context.requireActor();
  if (running.has(id)) {
    throw new Refusal('conflict', `${name} is being synced already. Wait for it, or cancel it.`);
  }
  if (given === undefined) refuseLocked(context, 'sync');
  const marks = openMarks(store, id);
  const chance = (context.randomBytes(1)[0] ?? 0) / 256;
  const nextSyncAt = nextSync(row.everyMinutes, context.now, chance);
  /** What is left of the marks, and the state: one durable write however little there was. */
  const settle = (state: Parameters<typeof saveState>[2], isKept = true) => {
    if (!isOpen()) return;
    context.transact(() => {
      if (isKept) marks.flush();
      saveState(store, id, { lastTriedAt: context.now, nextSyncAt, ...state });
    });
  };
  const isOpen = () => context.session.current() === store;
  const progress = context.startProgress(progressId, `Sync ${name}`);
  const { signal } = progress;
  running.add(id);
  try {
    const token = given ?? (await tokenOf(context, id));
    const source = { http: httpBy(context, row), baseUrl, repository, token, signal };
    const now = { asOf: context.now, importId: store.newId() };
    const from: From = {
      connectionId: id,
      provider: providers[provider],
      source: await throughContext(source, chosenContext(context, row), row, context),
      origin: { connectionId: id, source: 'sync', name: repository || name, ...now },
      marks,
      isOpen,
      report: progress.report,
    };
    const { counts, asOf } = await importAll(from, context);
    const { added, updated, unchanged, rejected, warnings } = counts;
    settle({
      lastSuccessAt: newestOf(store, id, asOf),
      lastError: null,
      rateLimitedUntil: null,
      ...{ added, updated, unchanged, rejected, warnings },
    });
    progress.end('done');
    return { ...counts, asOf: iso(asOf) };
  } catch (error) {
    progress.end(signal.aborted ? 'cancelled' : 'failed');
    // What could not be written must be asked for again: no mark of it is kept.
    const isKept = signal.aborted || error instanceof Refusal;
    settle(signal.aborted ? {} : { lastError: wordsOf(error) }, isKept);
    throw error;
  } finally {
    running.delete(id);
  }
}

/** Every feed the provider has, in the order that lets later ones know of earlier ones. */
async function importAll(from: From, context: Context): Promise<ReadFeed> {
  const read: ReadFeed[] = [];
  for (const feed of feeds) {
    if (!from.isOpen()) {
      throw new Refusal(
        'precondition_failed',
        'Another workspace was opened while this one was synced. Open it again and sync; the rest is read then.',
      );
    }
    const more = await importFeed(feed, from, context, read.length === 0);
    if (more !== null) read.push(more);
  }
  return {
    counts: read.map(({ counts }) => counts).reduce(together),
    asOf: read[0]?.asOf ?? context.now,
  };
}

/**
 * Null of a feed the provider does not have. A token that may read the first feed need not be let in
 * at the others: that is a warning, and what was read stays.
 */
async function importFeed(
  feed: FeedName,
  from: From,
  context: Context,
  isFirst: boolean,
): Promise<ReadFeed | null> {
  const { provider } = from;
  try {
    switch (feed) {
      case 'runs':
        return provider.runs ? await importRuns(provider.runs, from, context) : null;
      case 'deployments':
        return provider.deployments
          ? await importDeployments(provider.deployments, from, context)
          : null;
      case 'rollouts':
        return await importThings(provider.rollouts, rolloutTable, from, context);
      case 'artefacts':
        return await importThings(
          withStored(provider.artefacts, from, context),
          artefactTable,
          from,
          context,
        );
      case 'tickets':
        return await importThings(provider.tickets, ticketTable, from, context);
      case 'alerts':
        return await importThings(provider.alerts, alertTable, from, context);
    }
  } catch (error) {
    if (isFirst || !isMissingRight(error)) throw error;
    const warning = { at: feed, reason: `were left out: ${error.message}` };
    return {
      counts: { added: 0, updated: 0, unchanged: 0, rejected: 1, warnings: [warning] },
      asOf: context.now,
    };
  }
}

/** As another feed was just read, the token counts and the place is there: what is missing is the right. */
function isMissingRight(error: unknown): error is Refusal {
  return error instanceof Refusal && ['forbidden', 'not_found'].includes(error.code);
}

function wordsOf(error: unknown): string {
  return error instanceof Refusal ? error.message : 'The sync failed inside Slipway; see the log.';
}
