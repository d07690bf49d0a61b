import type { Clash, Ground, Judged, OtherDeployment, Placed } from './ground.ts';
import { overlaps } from './intervals.ts';
import { momentInWords, spanInWords } from './times.ts';

const dayMs = 86_400_000;
const bySecond = 'A second person can grant an exception.';

/** Bookings and deployments of other releases in the same environment at the same time. */
export function takenEnvironments(
  placed: readonly Placed[],
  { release }: Judged,
  ground: Pick<Ground, 'deploymentsIn' | 'bookingsIn'>,
): Clash[] {
  const rule = 'An environment is used by one release at a time, unless it is booked as shared.';
  const shared = { key: 'environment-booked', severity: 'needs-exception' } as const;
  const words = (what: string, scope: string) => ({
    ...{ what, scope, rule, override: bySecond, arithmetic: null },
  });
  return placed.flatMap((deployment) => {
    const { environmentId, environment } = deployment;
    const bookings = ground
      .bookingsIn(environmentId, deployment)
      .filter(({ releaseId }) => releaseId !== release.id)
      .map((each): Clash => {
        const what = (now: number) =>
          `${environment} is booked for ${each.purpose} ${spanInWords(each, each.zone, now)}.`;
        return {
          ...{ ...shared, zone: each.zone, places: [environment] },
          subject: { kind: 'booking', id: each.id, name: each.purpose },
          times: { from: each.from, to: each.to },
          words: (now) => words(what(now), environment),
        };
      });
    const deployments = ground
      .deploymentsIn(environmentId, deployment)
      .filter(({ releaseId }) => releaseId !== release.id)
      .map((each): Clash => {
        const what = (now: number) =>
          `${each.release} is deployed to ${environment} ${spanInWords(each, each.zone, now)}.`;
        return {
          ...ofRelease(each, environment),
          ...shared,
          words: (now) => words(what(now), environment),
        };
      });
    return [...bookings, ...deployments];
  });
}

/**
 * Other releases that deploy one of the same services, to environments of the same kind, within a
 * day. Where both are deployed at once nobody can tell which one broke it.
 */
export function sharedServices(
  placed: readonly Placed[],
  { release, serviceIds, names }: Judged,
  { deploymentsOf }: Pick<Ground, 'deploymentsOf'>,
): Clash[] {
  return placed.flatMap((deployment) =>
    serviceIds.flatMap((serviceId) =>
      deploymentsOf(serviceId, { from: deployment.from - dayMs, to: deployment.to + dayMs })
        .filter(({ releaseId, kind }) => releaseId !== release.id && kind === deployment.kind)
        .map((each): Clash => {
          const isAtOnce = overlaps(each, deployment);
          return {
            ...ofRelease(each, deployment.environment),
            key: 'shared-service',
            severity: isAtOnce ? 'needs-exception' : 'warning',
            words: (now) => ({
              what: `${each.release} deploys ${names.service(serviceId)} too, ${momentInWords(each.from, each.zone, now)}: ${isAtOnce ? 'at the same time' : 'within a day of this one'}.`,
              scope: names.service(serviceId),
              rule: 'Two releases of one service are not deployed at once, and a day apart it can be told which one caused what.',
              override: isAtOnce ? bySecond : 'It stops nothing, and needs no exception.',
              arithmetic: null,
            }),
          };
        }),
    ),
  );
}

function ofRelease({ releaseId, release, from, to, zone }: OtherDeployment, place: string) {
  return {
    subject: { kind: 'release' as const, id: releaseId, name: release },
    places: [place],
    times: { from, to },
    zone,
  };
}
