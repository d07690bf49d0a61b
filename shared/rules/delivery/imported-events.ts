import type { ImportedFrom, ShownFact } from '#shared/model/delivery/matrix.ts';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { PlacedEvent } from './recorded-events.ts';
import { isSameCommit } from './same-build.ts';

/** A deployment as its provider tells it, of a service and to an environment it is mapped to. */
export type ImportedDeployment = {
  serviceId: string;
  environmentId: string;
  status: RunStatus;
  version: string | null;
  branch: string | null;
  /** Empty where the provider does not say. */
  commit: string;
  /** Instants are ISO 8601 in UTC. */
  beganAt: string | null;
  endedAt: string | null;
  from: ImportedFrom;
};

/** Where something stood when it was last seen. */
export type SeenRollout = {
  serviceId: string;
  environmentId: string;
  images: readonly string[];
  revision: string | null;
  /** When it came to be so, as the provider says; null where it does not. */
  changedAt: string | null;
  seenAt: string;
  from: ImportedFrom;
};

/** What a release names of a service; the later created counts where two name the same build. */
export type NamedComponent = {
  serviceId: string;
  releaseId: string;
  version: string;
  commit: string | null;
};

/** Which release a build is of, and as which version that release names it. */
export type ReleaseOf = (
  serviceId: string,
  build: { version: string | null; commit: string },
) => { releaseId: string; version: string } | null;

/** By the commit where it is known, else by the version. */
export function releasesOf(components: readonly NamedComponent[]): ReleaseOf {
  const ofService = Map.groupBy(components, ({ serviceId }) => serviceId);
  return (serviceId, { version, commit }) => {
    const own = ofService.get(serviceId) ?? [];
    const byCommit =
      commit === ''
        ? undefined
        : own.findLast((each) => each.commit !== null && isSameCommit(each.commit, commit));
    const found =
      byCommit ??
      own.findLast(
        (each) => isVersion(each.version, version) && (each.commit === null || commit === ''),
      );
    return found === undefined ? null : { releaseId: found.releaseId, version: found.version };
  };
}

/**
 * What imported deployments did to each cell until `at`, oldest first. One that succeeded puts its
 * version there; one that failed changes nothing; one that goes on is under way. Those that were
 * cancelled, skipped or whose state is not known say nothing.
 */
export function importedEvents(
  deployments: readonly ImportedDeployment[],
  releaseOf: ReleaseOf,
  at: string,
): PlacedEvent[] {
  const isLeftBehind = leftBehind(deployments, at);
  return deployments
    .flatMap((each): PlacedEvent[] => {
      const { serviceId, environmentId, status, from, beganAt, endedAt } = each;
      const when = isOver(status) ? (endedAt ?? beganAt) : beganAt;
      if (when === null || when > at) return [];
      const known = releaseOf(serviceId, each);
      const version = known?.version ?? versionOf(each);
      if (version === null) return [];
      const commit = each.commit === '' ? null : each.commit;
      const releaseId = known?.releaseId ?? null;
      const what = { serviceId, environmentId, version, commit, releaseId, at: when };
      const event = { ...what, deploymentId: null, imported: from };
      switch (status) {
        case 'succeeded': {
          const stands: ShownFact = {
            ...{ serviceId, environmentId, version, commit, releaseId, deploymentId: null },
            ...{ since: when, firstAt: when, asOf: when, how: 'deployed' },
            ...{ source: 'deployment', imported: from },
          };
          return [{ ...event, what: 'deployed', stands }];
        }
        case 'failed':
          return [{ ...event, what: 'failed', stands: null }];
        case 'queued':
        case 'running':
        case 'needs-approval':
          return isLeftBehind(each) ? [] : [{ ...event, what: 'under-way', stands: null }];
        default:
          return [];
      }
    })
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/** No provider lets anything go on for longer. */
const longestMs = 35 * 86_400_000;

/**
 * Whether a deployment that never ended is not under way any more: another of the same connection came
 * to the same place after it, or it began too long ago.
 */
function leftBehind(deployments: readonly ImportedDeployment[], at: string) {
  const keyOf = ({ serviceId, environmentId, from }: ImportedDeployment) =>
    `${serviceId} ${environmentId} ${from.connectionId}`;
  const newest = new Map<string, string>();
  for (const each of deployments) {
    const began = each.beganAt ?? '';
    if (!isOver(each.status) || began > at) continue;
    if (began > (newest.get(keyOf(each)) ?? '')) newest.set(keyOf(each), began);
  }
  return (each: ImportedDeployment) => {
    const began = each.beganAt ?? '';
    const isOld = Date.parse(at) - Date.parse(began) > longestMs;
    return isOld || began < (newest.get(keyOf(each)) ?? '');
  };
}

/**
 * What roll-outs that stand show. Each says what it is now, so it counts from when it changed where
 * that is told, and from when it was seen otherwise; it is known until it was last seen. What the same
 * connection deployed there before it was seen lies behind it: a history may name the commit of the
 * manifests, a roll-out names what runs.
 */
export function seenEvents(
  rollouts: readonly SeenRollout[],
  releaseOf: ReleaseOf,
  at: string,
  deployed: readonly PlacedEvent[] = [],
): PlacedEvent[] {
  const newest = new Map<string, string>();
  for (const { what, serviceId, environmentId, imported, at: when } of deployed) {
    if (what !== 'deployed' || imported === null) continue;
    newest.set(`${serviceId} ${environmentId} ${imported.connectionId}`, when);
  }
  return rollouts.flatMap((each): PlacedEvent[] => {
    const { serviceId, environmentId, changedAt, seenAt, from } = each;
    const last = newest.get(`${serviceId} ${environmentId} ${from.connectionId}`) ?? '';
    const told = changedAt ?? seenAt;
    const since = told < last && last <= seenAt ? last : told;
    const build = buildOf(each);
    if (since > at || build === null) return [];
    const known = releaseOf(serviceId, build);
    const version = known?.version ?? build.version ?? build.commit.slice(0, 12);
    const commit = build.commit === '' ? null : build.commit;
    const releaseId = known?.releaseId ?? null;
    const what = { serviceId, environmentId, version, commit, releaseId, deploymentId: null };
    const stands: ShownFact = {
      ...what,
      ...{ since, firstAt: since, asOf: seenAt < at ? seenAt : at, how: 'deployed' },
      ...{ source: 'rollout', imported: from },
    };
    return [{ ...what, what: 'seen', at: since, imported: from, stands }];
  });
}

/**
 * The tag of the image that is told first. Only where it has none, the revision it was rolled out from,
 * which can be one of the manifests and not of the program.
 */
function buildOf({ images, revision }: SeenRollout) {
  const tag = tagOf(images[0] ?? '');
  const isCommit = tag === null && /^[0-9a-f]{40,64}$/.test(revision ?? '');
  const commit = isCommit ? (revision ?? '') : '';
  return tag === null && commit === '' ? null : { version: tag, commit };
}

/** `4.2.0` of `registry.example.com:5000/shop/api:4.2.0@sha256:…`; null where there is none. */
function tagOf(image: string): string | null {
  const [named = ''] = image.split('@');
  const last = named.split('/').at(-1) ?? '';
  const colon = last.indexOf(':');
  return colon < 0 ? null : last.slice(colon + 1) || null;
}

/** A name that was deployed is a version only where it is not that of a branch. */
function versionOf({ version, branch, commit }: ImportedDeployment): string | null {
  const isBranch = version === branch && !/(?:^|[/@_-])v?\d+\.\d+/i.test(version ?? '');
  if (version !== null && version !== '' && !isBranch) return version;
  return commit === '' ? version : commit.slice(0, 12);
}

/** `v4.2.0` is the tag of 4.2.0. */
function isVersion(ours: string, theirs: string | null): boolean {
  return theirs !== null && theirs.replace(/^v(?=\d)/i, '') === ours.replace(/^v(?=\d)/i, '');
}

function isOver(status: RunStatus): boolean {
  return status === 'succeeded' || status === 'failed';
}
