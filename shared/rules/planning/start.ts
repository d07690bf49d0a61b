import type { EnvironmentKind } from '#shared/model/workspace/services.ts';

export type PlannedDeployment = {
  id: string;
  environmentId: string;
  startAt: string;
  zone: string;
  durationMinutes: number;
  actualStartAt: string | null;
};

export type PlannedStart = { startAt: string; endAt: string; zone: string };

const minuteMs = 60_000;

/**
 * When a release starts: its earliest planned production deployment, else its earliest of any kind.
 * `environmentKinds` maps environment ids to their kinds; an unknown environment is not production.
 */
export function plannedStart(
  deployments: readonly PlannedDeployment[],
  environmentKinds: ReadonlyMap<string, EnvironmentKind>,
): PlannedStart | null {
  const first = firstDeployment(deployments, environmentKinds);
  if (!first) return null;
  const startMs = Date.parse(first.startAt);
  return {
    startAt: new Date(startMs).toISOString(),
    endAt: new Date(startMs + first.durationMinutes * minuteMs).toISOString(),
    zone: first.zone,
  };
}

/** Minutes the actual start lies after the planned one, negative when early; null before it started. */
export function lateMinutes(
  deployments: readonly PlannedDeployment[],
  environmentKinds: ReadonlyMap<string, EnvironmentKind>,
): number | null {
  const first = firstDeployment(deployments, environmentKinds);
  if (!first || first.actualStartAt === null) return null;
  return Math.round((Date.parse(first.actualStartAt) - Date.parse(first.startAt)) / minuteMs);
}

/** The deployment a release starts with. */
export function firstDeployment<D extends PlannedDeployment>(
  deployments: readonly D[],
  environmentKinds: ReadonlyMap<string, EnvironmentKind>,
): D | undefined {
  const inProduction = deployments.filter(
    (each) => environmentKinds.get(each.environmentId) === 'production',
  );
  const candidates = inProduction.length > 0 ? inProduction : deployments;
  // The id settles ties, so that the answer does not hang on the order the rows came in.
  return candidates.toSorted(
    (a, b) => Date.parse(a.startAt) - Date.parse(b.startAt) || (a.id < b.id ? -1 : 1),
  )[0];
}
