import { byInstant } from './deployment-order.ts';
import { linkChanges } from './change-links.ts';
import { linkIncidents } from './incident-links.ts';
import type { ChangeLink } from './change-links.ts';
import type { IncidentLink } from './incident-links.ts';
import type { MeasureSettings } from './options.ts';
import type { Change, Deployment, Finished, Incident, MeasureRows, Release } from './rows.ts';

/**
 * Rows put in order once for all measures. Links are made over all services, since a hand may tie an
 * incident to the deployment of another one; lists are of the services asked for.
 */
export type Ledger = {
  settings: MeasureSettings;
  /** What happens from here on is not known, UTC milliseconds; other tools know no such end. */
  horizon: number;
  deployments: readonly Deployment[];
  changes: readonly Change[];
  incidents: readonly Incident[];
  releases: readonly Release[];
  /** All production deployments that ended before the horizon, by finish, start and id. */
  finished: readonly Finished[];
  /** Those of them that reached users. */
  live: readonly Finished[];
  isInScope(row: { service: string }): boolean;
  byId(id: string): Deployment | undefined;
  /** Links of incidents of all services, by incident; `strict` wants the finish before the incident. */
  incidentLinks(strict: boolean): ReadonlyMap<string, IncidentLink>;
  changeLinks(): ReadonlyMap<string, ChangeLink>;
};

/** n log n in the number of rows; links are made when they are first asked for. */
export function openLedger(rows: MeasureRows, settings: MeasureSettings): Ledger {
  const scope = settings.services === null ? null : new Set(settings.services);
  const isInScope = ({ service }: { service: string }) => scope === null || scope.has(service);
  const horizon = settings.lens === 'slipway' ? settings.asOf : Infinity;
  const finished = rows.deployments
    .filter((row) => isProduction(row, settings))
    .filter((row) => hasFinished(row, horizon))
    .toSorted(byInstant);
  const live = finished.filter(wentLive);
  const ids = once(() => new Map(rows.deployments.map((row) => [row.id, row])));
  const byId = (id: string) => ids().get(id);
  const ground = { live, isLive: (row: Deployment) => isLiveBefore(row, settings, horizon), byId };
  const strict = once(() => linkIncidents(rows.incidents, { ...ground, strict: true, horizon }));
  const loose = once(() => linkIncidents(rows.incidents, { ...ground, strict: false, horizon }));
  return {
    ...{ settings, horizon, isInScope, byId, finished: finished.filter(isInScope) },
    live: live.filter(isInScope),
    deployments: rows.deployments.filter(isInScope),
    changes: rows.changes.filter(isInScope),
    incidents: rows.incidents.filter(isInScope),
    releases: rows.releases.filter(isInScope),
    incidentLinks: (isStrict) => (isStrict ? strict() : loose()),
    changeLinks: once(() => linkChanges(rows.changes, { ...ground, byTime: settings.linkByTime })),
  };
}

/** Users got it, whatever was found about it afterwards. */
export function wentLive({ result }: Deployment): boolean {
  return result === 'succeeded' || result === 'degraded' || result === 'rolled-back';
}

export function isProduction({ environment }: Deployment, settings: MeasureSettings): boolean {
  return settings.productionEnvironments.includes(environment.toLowerCase());
}

/** Ended and tried at all: what was cancelled or skipped is no attempt. */
function hasFinished(row: Deployment, horizon: number): row is Finished {
  return (
    row.finishedAt !== null &&
    row.finishedAt < horizon &&
    (wentLive(row) || row.result === 'failed')
  );
}

function isLiveBefore(
  row: Deployment,
  settings: MeasureSettings,
  horizon: number,
): row is Finished {
  return isProduction(row, settings) && hasFinished(row, horizon) && wentLive(row);
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
