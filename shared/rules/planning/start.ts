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
  const candidates = countingDeployments(deployments, environmentKinds);
  // The id settles ties, so that the answer does not hang on the order the rows came in.
  return candidates.toSorted(
    (a, b) => Date.parse(a.startAt) - Date.parse(b.startAt) || (a.id < b.id ? -1 : 1),
  )[0];
}

/** Those to production say when a release starts and ends; of one that has none, all of them. */
export function countingDeployments<D extends { environmentId: string }>(
  deployments: readonly D[],
  environmentKinds: ReadonlyMap<string, EnvironmentKind>,
): readonly D[] {
  const inProduction = deployments.filter(
    (each) => environmentKinds.get(each.environmentId) === 'production',
  );
  return inProduction.length > 0 ? inProduction : deployments;
}

type Ending = { startAt: string; durationMinutes: number; actualEndAt?: string | null };

/** When a deployment is over: as it went where that is known, else as planned. */
export function endOfDeployment({ startAt, durationMinutes, actualEndAt }: Ending): string {
  if (typeof actualEndAt === 'string') return new Date(actualEndAt).toISOString();
  return new Date(Date.parse(startAt) + durationMinutes * minuteMs).toISOString();
}

/** When the last of the deployments that count is over; what waits for the release begins then. */
export function plannedFinish(
  deployments: readonly (Ending & { environmentId: string })[],
  environmentKinds: ReadonlyMap<string, EnvironmentKind>,
): string | null {
  const ends = countingDeployments(deployments, environmentKinds).map(endOfDeployment);
  return ends.toSorted().at(-1) ?? null;
}
