import { byInstant } from './deployment-order.ts';
import { linkChanges } from './change-links.ts';
import { linkIncidents } from './incident-links.ts';
import type { ChangeLink } from './change-links.ts';
import type { IncidentLink } from './incident-links.ts';
import type { MeasureSettings } from './options.ts';
import type { Change, Deployment, Finished, Incident, MeasureRows, Release } from './rows.ts';

/**
 * Rows of the services asked for, put in order once for all measures. Links look further: a hand may
 * tie an incident to the deployment of another service.
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
  /** By incident, of other services those that a hand has linked; `strict` links as DevLake does. */
  incidentLinks(strict: boolean): ReadonlyMap<string, IncidentLink>;
  changeLinks(): ReadonlyMap<string, ChangeLink>;
};

/** n log n in the number of rows; links are made when they are first asked for. */
export function openLedger(rows: MeasureRows, settings: MeasureSettings): Ledger {
  const scope = settings.services === null ? null : new Set(settings.services);
  const isInScope = ({ service }: { service: string }) => scope === null || scope.has(service);
  const horizon = settings.lens === 'slipway' ? settings.asOf : Infinity;
  const finished = rows.deployments
    .filter((row): row is Finished => isInScope(row) && hasFinished(row, settings, horizon))
    .toSorted(byInstant);
  const live = finished.filter(wentLive);
  const changes = rows.changes.filter(isInScope);
  // Those of other services belong to deployments of these only where a hand has tied them.
  const linkable = rows.incidents.filter((row) => row.deploymentId !== null || isInScope(row));
  const ids = once(() => new Map(rows.deployments.map((row) => [row.id, row])));
  const byId = (id: string) => ids().get(id);
  const isLive = (row: Deployment): row is Finished =>
    wentLive(row) && hasFinished(row, settings, horizon);
  const ground = { live, isLive, byId };
  const strict = once(() => {
    const deployed = lastOfPipelines(live);
    return linkIncidents(linkable, { ...ground, live: deployed, strict: true, horizon });
  });
  const loose = once(() => linkIncidents(linkable, { ...ground, strict: false, horizon }));
  return {
    ...{ settings, horizon, isInScope, finished, live, changes },
    deployments: rows.deployments.filter(isInScope),
    incidents: rows.incidents.filter(isInScope),
    releases: rows.releases.filter(isInScope),
    incidentLinks: (isStrict) => (isStrict ? strict() : loose()),
    changeLinks: once(() => linkChanges(changes, { ...ground, byTime: settings.linkByTime })),
  };
}

/** A service's rows of one pipeline are one deployment to DevLake, at its last finish; rows lie by finish. */
function lastOfPipelines(rows: readonly Finished[]): Finished[] {
  const of = ({ id, pipelineId, service }: Finished) =>
    pipelineId === null ? `row ${id}` : `pipeline ${pipelineId} of ${service}`;
  const last = new Map(rows.map((row) => [of(row), row.id]));
  return rows.filter((row) => last.get(of(row)) === row.id);
}

/** Users got it, whatever was found about it afterwards. */
export function wentLive({ result }: Deployment): boolean {
  return result === 'succeeded' || result === 'degraded' || result === 'rolled-back';
}

export function isProduction({ environment }: Deployment, settings: MeasureSettings): boolean {
  return settings.productionEnvironments.includes(environment.toLowerCase());
}

/** Ended in production and tried at all: what was cancelled or skipped is no attempt. */
function hasFinished(row: Deployment, settings: MeasureSettings, horizon: number): row is Finished {
  if (row.finishedAt === null || row.finishedAt >= horizon) return false;
  return (row.result === 'failed' || wentLive(row)) && isProduction(row, settings);
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
