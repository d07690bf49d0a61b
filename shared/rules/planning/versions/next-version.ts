import increase from 'semver/functions/inc.js';
import parseSemver from 'semver/functions/parse.js';
import compareNewest from 'semver/functions/rcompare.js';
import type { ReleaseType } from '#shared/model/planning/releases.ts';
import type { VersionScheme } from '#shared/model/workspace/services.ts';

const steps = {
  major: 'major',
  minor: 'minor',
  patch: 'patch',
  hotfix: 'patch',
  emergency: 'patch',
} as const satisfies Record<ReleaseType, string>;

/**
 * The version that follows the newest one by the type of release; null where the scheme is not
 * semantic versioning, of which alone the next one is known.
 */
export function nextVersion(
  scheme: VersionScheme,
  versions: readonly string[],
  type: ReleaseType,
): string | null {
  if (scheme.kind !== 'semver') return null;
  const [newest] = versions
    .filter((each) => parseSemver(each) !== null)
    .toSorted((one, other) => compareNewest(one, other));
  return newest === undefined ? '1.0.0' : increase(newest, steps[type]);
}
