import type { Context } from '#core/context.ts';
import { metricResult } from '#core/database/schema/monitoring.ts';
import { deployment } from '#core/database/schema/planning.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Values } from '#core/database/tables.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { MetricCheck } from '#shared/model/delivery/monitoring.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { metricVerdict, stepOf } from '#shared/rules/delivery/monitoring/metric-verdict.ts';
import { requireOpenRelease } from '../../planning/releases/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { askingOf } from '../connections/index.ts';
import { heldChecks, toResult } from './checks.ts';

type Found = Values<typeof metricResult>;

/**
 * Asks the checks one after the other and keeps what each found. A question that could not be asked
 * is kept, too, as unknown with the reason: silence must not read as health. What was found before
 * somebody cancelled stays.
 *
 * It is asked over the whole window (`query_range`), since a value outside that came and went again
 * would not show at its end.
 */
export async function runChecks(
  { releaseId, checkId, deploymentId, progressId }: Parsed<'monitoring.run'>,
  context: Context,
): Promise<Output<'monitoring.run'>> {
  const { store } = context;
  requireOpenRelease(store, releaseId);
  context.requireActor();
  const checks = asked(store, releaseId, checkId);
  const toMs = deploymentId === undefined ? context.now : endOf(store, releaseId, deploymentId);
  const progress = context.startProgress(progressId, 'Ask the metric checks');
  const { signal } = progress;
  const found: Output<'monitoring.run'> = [];
  try {
    for (const [index, check] of checks.entries()) {
      const values = await askOne(check, toMs, context, signal);
      const kept = { ...values, deploymentId: deploymentId ?? null };
      const row = context.transact((write) =>
        write.insert(metricResult, { ...kept, askedById: write.actorId }),
      );
      found.push(toResult(row));
      progress.report(index + 1, checks.length);
    }
    progress.end('done');
    return found;
  } catch (error) {
    progress.end(signal.aborted ? 'cancelled' : 'failed');
    throw error;
  }
}

function asked(store: Store, releaseId: string, checkId: string | undefined): MetricCheck[] {
  const all = heldChecks(store, [releaseId])(releaseId).map(({ check }) => check);
  const checks = checkId === undefined ? all : all.filter(({ id }) => id === checkId);
  if (checks.length > 0) return checks;
  if (checkId !== undefined) {
    throw new Refusal(
      'not_found',
      `This release has no metric check with the id ${checkId}. It may have been removed; reload the checks.`,
    );
  }
  throw new Refusal('precondition_failed', 'This release has no metric check yet. Add one first.');
}

/** When a deployment ended, milliseconds since 1970. */
function endOf(store: Store, releaseId: string, deploymentId: string): number {
  const found = rowOf(store, deployment, deploymentId);
  if (found?.releaseId !== releaseId) {
    throw new Refusal(
      'invalid_input',
      'The deployment is none of this release. Choose one of its own, or ask up to now.',
      { deploymentId: 'is none of this release' },
    );
  }
  if (found.actualEndAt !== null) return found.actualEndAt;
  throw new Refusal(
    'precondition_failed',
    'The end of this deployment is not recorded, so nothing can be asked up to it. Record how it went, or ask up to now.',
  );
}

async function askOne(
  check: MetricCheck,
  toMs: number,
  context: Context,
  signal: AbortSignal,
): Promise<Omit<Found, 'deploymentId' | 'askedById'>> {
  const { store, now } = context;
  const { id: checkId, releaseId, connectionId, query, comparison, threshold } = check;
  const fromMs = toMs - check.windowMinutes * 60_000;
  const stepSeconds = stepOf(check.windowMinutes);
  const question = { comparison, threshold, fromAt: iso(fromMs), toAt: iso(toMs), stepSeconds };
  const kept = {
    ...{ checkId, releaseId, connectionId, query, comparison, threshold, stepSeconds },
    ...{ askedAt: now, fromAt: fromMs, toAt: toMs },
  };
  const nothing = { samples: 0, series: 0, worst: null, warnings: [] };
  const unknown = (reason: string) => ({
    ...{ ...kept, ...nothing, verdict: 'unknown' as const },
    reason: `the query was not answered, and no data is not healthy: ${reason}`,
  });
  const { provider, source } = await askingOf(context, connectionId, signal);
  if (provider.metrics === undefined) return unknown(`${provider.called} keeps no metrics`);
  try {
    const answer = await provider.metrics.ask(source, { query, fromMs, toMs, stepSeconds });
    if (answer.kind === 'rate-limited') return unknown(answer.message);
    if (answer.kind === 'rejected') return unknown(answer.reason);
    const { samples, warnings } = answer;
    const { zone } = readWorkspace(store);
    const finding = metricVerdict(samples, warnings, question, { zone, now: iso(now) });
    return { ...kept, ...finding, warnings: warnings.slice(0, mostWarnings) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return unknown(error.message);
  }
}

/** Prometheus can warn once for each of many stores. */
const mostWarnings = 20;
