import type { Drift, ShownFact } from '#shared/model/delivery/matrix.ts';
import { isSameBuild } from './same-build.ts';

/** What a staging environment showed of a service, oldest first. */
export type StagingFacts = { id: string; name: string; facts: readonly ShownFact[] };

type Asked = {
  /** What stands in the cell. */
  stands: ShownFact & { version: string };
  isProduction: boolean;
  /** Every staging environment; none where the workspace has none. */
  staging: readonly StagingFacts[];
  at: string;
  oldAfterDays: number;
  nameOf: (releaseId: string) => string;
};

const day = 86_400_000;

/**
 * What should not be so about a cell.
 *
 * - Production differs from what staging validated: the same version came from another commit, or
 *   the release was in staging as another version.
 * - Production was never in staging: no staging environment had the version, or its commit, before
 *   production got it. Any staging environment will do; a commit that is not known is not held
 *   against anybody.
 * - What came more than `oldAfterDays` days ago is old, wherever it is. A version that was put back
 *   counts from when it first came.
 *
 * A workspace without a staging environment has nothing to differ from. That staging went on to a
 * newer version is no drift: `aheadOf` tells it.
 */
export function driftOf(asked: Asked): Drift[] {
  const { stands, isProduction, staging, at, oldAfterDays } = asked;
  const found = isProduction && staging.length > 0 ? stagingDrift(asked) : null;
  const age = Date.parse(at) - Date.parse(stands.firstAt);
  const old: Drift = {
    kind: 'old',
    why: `Here for over ${Math.floor(age / day)} days; what is older than ${oldAfterDays} is marked.`,
  };
  return [...(found === null ? [] : [found]), ...(age > oldAfterDays * day ? [old] : [])];
}

type Seen = { place: StagingFacts; fact: ShownFact & { version: string } };

function stagingDrift({ stands, staging, nameOf }: Asked): Drift | null {
  const { version, commit, releaseId } = stands;
  const all = seenIn(staging);
  const before = all.filter(({ fact }) => fact.since <= stands.firstAt);
  if (before.some(({ fact }) => isSameBuild(fact, stands))) return null;
  const other = before.findLast(({ fact }) => fact.version === version);
  if (other !== undefined) {
    const theirs = shortCommit(other.fact.commit);
    return {
      kind: 'differs-from-staging',
      why: `${other.place.name} had ${version} from commit ${theirs}; here it is from ${shortCommit(commit)}.`,
    };
  }
  const candidate = before.findLast(({ fact }) => fact.releaseId === releaseId);
  if (candidate !== undefined && releaseId !== null) {
    return {
      kind: 'differs-from-staging',
      why: `${nameOf(releaseId)} was in ${candidate.place.name} as ${candidate.fact.version} and came here as ${version}.`,
    };
  }
  const later = all.find(({ fact }) => fact.since > stands.firstAt && isSameBuild(fact, stands));
  const had = before.at(-1);
  const instead =
    had === undefined
      ? 'Staging had no version before'
      : `${had.place.name} had ${had.fact.version}`;
  const after = later === undefined ? '' : `; it came to ${later.place.name} only afterwards`;
  return {
    kind: 'never-in-staging',
    why: `${instead} when ${version} came here${after}.`,
  };
}

/** What the staging environments got after what production runs, the newest; null for nothing else. */
export function aheadOf(
  stands: ShownFact & { version: string },
  staging: readonly (Omit<StagingFacts, 'facts'> & { stands: ShownFact | null })[],
): { environmentId: string; environment: string; version: string } | null {
  const newer = staging
    .flatMap(({ id, name, stands: there }) =>
      there === null || there.version === null || there.since <= stands.firstAt
        ? []
        : [{ since: there.since, fact: there, place: { id, name }, version: there.version }],
    )
    .filter(({ fact }) => !isSameBuild(fact, stands))
    .toSorted((one, other) => (one.since < other.since ? -1 : 1))
    .at(-1);
  if (newer === undefined) return null;
  return { environmentId: newer.place.id, environment: newer.place.name, version: newer.version };
}

function seenIn(staging: readonly StagingFacts[]): Seen[] {
  return staging
    .flatMap((place) =>
      place.facts.flatMap((fact): Seen[] =>
        fact.version === null ? [] : [{ place, fact: { ...fact, version: fact.version } }],
      ),
    )
    .toSorted((one, other) => (one.fact.since < other.fact.since ? -1 : 1));
}

function shortCommit(commit: string | null): string {
  return commit === null ? 'no commit' : commit.slice(0, 12);
}
