import { desc, eq } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { metricCheck, metricResult } from '#core/database/schema/monitoring.ts';
import { service } from '#core/database/schema/workspace.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { alive, iso, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { providers } from '#core/sync/providers.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { MetricCheck, MetricResult } from '#shared/model/delivery/monitoring.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { isCurrent } from '#shared/rules/delivery/monitoring/metric-words.ts';
import { requireOpenRelease, requireRelease } from '../../planning/releases/index.ts';
import { connectionRows, requireConnection } from '../connections/index.ts';

/** A check with what it found last. */
export type HeldCheck = { check: MetricCheck; connectionName: string; results: MetricResult[] };

/** The checks of several releases, in the order they were added, each with its results, newest first. */
export function heldChecks(
  store: Store,
  releaseIds: readonly string[],
): (releaseId: string) => HeldCheck[] {
  const names = new Map(connectionRows(store).map(({ connection: { id, name } }) => [id, name]));
  const checks = partsOf(store, metricCheck, releaseIds);
  const results = partsOf(store, metricResult, releaseIds);
  return (releaseId) => {
    const found = Map.groupBy(results(releaseId).map(toResult).reverse(), ({ checkId }) => checkId);
    return checks(releaseId).map((row) => ({
      check: toCheck(row),
      connectionName: names.get(row.connectionId) ?? 'a connection that was removed',
      results: (found.get(row.id) ?? []).toSorted((a, b) =>
        a.askedAt < b.askedAt ? 1 : a.askedAt > b.askedAt ? -1 : 0,
      ),
    }));
  };
}

export function listChecks(store: Store, releaseId: string): Output<'monitoring.checks'> {
  requireRelease(store, releaseId);
  return {
    checks: heldChecks(store, [releaseId])(releaseId).map(({ check, connectionName, results }) => {
      const result = results[0] ?? null;
      return {
        ...{ ...check, connectionName, result, results: results.length },
        isCurrent: result !== null && isCurrent(check, result),
      };
    }),
    sources: connectionRows(store)
      .filter(({ connection: { provider } }) => providers[provider].metrics !== undefined)
      .map(({ connection: { id, name } }) => ({ id, name })),
  };
}

export function listResults(
  store: Store,
  { checkId, limit }: Parsed<'monitoring.results'>,
): MetricResult[] {
  return store.orm
    .select(plain(metricResult))
    .from(metricResult)
    .where(alive(metricResult, eq(metricResult.checkId, checkId)))
    .orderBy(desc(metricResult.askedAt), desc(metricResult.id))
    .limit(limit)
    .all()
    .map(toResult);
}

export function saveCheck(
  { id, rev, ...values }: Parsed<'monitoring.saveCheck'>,
  context: Context,
): MetricCheck {
  const { store } = context;
  requireOpenRelease(store, values.releaseId);
  const { provider, name } = requireConnection(store, values.connectionId);
  if (providers[provider].metrics === undefined) {
    const message = `${name} keeps no metrics that could be asked. Choose a connection to Prometheus.`;
    throw new Refusal('invalid_input', message, { connectionId: message });
  }
  return toCheck(
    context.transact((write) => {
      if (values.serviceId !== null) write.find(service, values.serviceId);
      if (id === undefined) return write.insert(metricCheck, values);
      requireSame(write.find(metricCheck, id).releaseId, values.releaseId);
      return write.update(metricCheck, id, values, rev);
    }),
  );
}

export function removeCheck(
  { id }: Parsed<'monitoring.removeCheck'>,
  { store, transact }: Context,
): Output<'monitoring.removeCheck'> {
  transact((write) => {
    requireOpenRelease(store, write.find(metricCheck, id).releaseId);
    write.remove(metricCheck, id);
  });
  return { id };
}

function requireSame(releaseId: string, given: string): void {
  if (releaseId === given) return;
  throw new Refusal(
    'invalid_input',
    'The metric check is of another release. Add one to this release instead.',
    { releaseId: 'is not the release of this check' },
  );
}

function toCheck(row: Plain<typeof metricCheck>): MetricCheck {
  const { id, rev, releaseId, connectionId, serviceId, name, query } = row;
  const { comparison, threshold, windowMinutes } = row;
  return {
    ...{ id, rev, releaseId, connectionId, serviceId, name, query },
    ...{ comparison, threshold, windowMinutes },
  };
}

export function toResult(row: Plain<typeof metricResult>): MetricResult {
  const { id, releaseId, checkId, deploymentId, connectionId, query, comparison, threshold } = row;
  const { askedById, stepSeconds, verdict, reason, samples, series, worst, warnings } = row;
  return {
    ...{ id, releaseId, checkId, deploymentId, connectionId, query, comparison, threshold },
    ...{ askedById, stepSeconds, verdict, reason, samples, series, worst, warnings },
    ...{ askedAt: iso(row.askedAt), fromAt: iso(row.fromAt), toAt: iso(row.toAt) },
  };
}
