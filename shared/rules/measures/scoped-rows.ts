import type { ReleaseType } from '#shared/model/planning/releases.ts';
import type { MeasuredResult } from '#shared/model/measures/rows.ts';
import type { Change, Deployment, Incident, MeasureRows, Release } from './rows.ts';

export type ReleasedDeployment = {
  id: string;
  releaseId: string;
  type: ReleaseType;
  environment: string;
  /** Null while it is under way. */
  result: MeasuredResult | null;
  startedAt: number;
  finishedAt: number | null;
};

export type ReleasedRows = {
  /** In the order they began. */
  deployments: readonly ReleasedDeployment[];
  incidents: readonly (Omit<Incident, 'service'> & { releaseId: string })[];
  changes: readonly (Pick<Change, 'id' | 'commit' | 'firstCommitAt' | 'mergedAt'> & {
    releaseId: string;
  })[];
  releases: readonly Omit<Release, 'service'>[];
  serviceIdsOf: (releaseId: string) => readonly string[];
};

/** All rows of a scope stand for one service: a release of three services is deployed once. */
const scope = 'scope';

/**
 * The rows of releases that have one of these services among their components. A hotfix or an
 * emergency is an unplanned fix of the release that went to production last before it; an incident
 * whose deployment nobody named belongs to the last live production deployment of its release until
 * then, and where there is none, to the last one of the scope. A change came to users with its
 * release: with the first deployment that went live, and until then with none.
 */
export function rowsOfServices(rows: ReleasedRows, serviceIds: readonly string[]): MeasureRows {
  const wanted = new Set(serviceIds);
  const touches = (id: string) => rows.serviceIdsOf(id).some((each) => wanted.has(each));
  const own = rows.deployments.filter(({ releaseId }) => touches(releaseId));
  return {
    deployments: own.flatMap((_row, at) => toDeployment(own, at)),
    changes: rows.changes
      .filter(({ releaseId }) => touches(releaseId))
      .flatMap((change) => toChange(change, own)),
    incidents: rows.incidents
      .filter(({ releaseId }) => touches(releaseId))
      .map(({ releaseId, ...incident }) => ({
        ...incident,
        service: scope,
        deploymentId: incident.deploymentId ?? lastLiveOf(own, releaseId, incident.createdAt),
      })),
    releases: rows.releases
      .filter(({ id }) => touches(id))
      .map((release) => ({ ...release, service: scope })),
  };
}

function toDeployment(own: readonly ReleasedDeployment[], at: number): Deployment[] {
  const found = own[at];
  if (found === undefined) return [];
  const { type, result, ...row } = found;
  const isFix = (type === 'hotfix' || type === 'emergency') && isProduction(row);
  return [
    {
      ...{ ...row, service: scope, result: result ?? 'running' },
      ...{ commit: null, rollbackOf: null, pipelineId: null },
      fixOf: isFix ? mendedBy(own, at, row.releaseId) : null,
    },
  ];
}

/** The deployment to production that went before, of another release. */
function mendedBy(own: readonly ReleasedDeployment[], at: number, releaseId: string) {
  for (let before = at - 1; before >= 0; before -= 1) {
    const each = own[before];
    if (each === undefined || each.releaseId === releaseId) continue;
    if (isProduction(each) && each.result !== null) return each.id;
  }
  return null;
}

/** Where its release has no deployment to production yet, there is nothing to measure. */
function toChange(
  { releaseId, ...change }: ReleasedRows['changes'][number],
  own: readonly ReleasedDeployment[],
): Change[] {
  const tried = own.filter((row) => row.releaseId === releaseId && isProduction(row));
  const first = tried.find(isLive) ?? tried[0];
  if (first === undefined) return [];
  return [{ ...change, service: scope, openedAt: null, deploymentId: first.id }];
}

function lastLiveOf(
  deployments: readonly ReleasedDeployment[],
  releaseId: string,
  until: number,
): string | null {
  const found = deployments.findLast(
    (each) =>
      each.releaseId === releaseId &&
      isProduction(each) &&
      isLive(each) &&
      each.finishedAt !== null &&
      each.finishedAt <= until,
  );
  return found?.id ?? null;
}

function isLive({ result }: Pick<ReleasedDeployment, 'result'>): boolean {
  return result === 'succeeded' || result === 'degraded' || result === 'rolled-back';
}

function isProduction({ environment }: Pick<ReleasedDeployment, 'environment'>): boolean {
  return environment === 'production';
}
