import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ReleaseControl } from '#shared/model/governance/controls.ts';
import { judgeSubjects, releaseControls } from '../gates/index.ts';
import type { JudgedSubject } from '../gates/index.ts';
import { openReleaseIds } from '../policies/index.ts';

type OfRelease = { release: JudgedSubject['subject']['release']; controls: ReleaseControl[] };

/** The controls of several releases: of a closed one as it stood when it was closed. */
export function controlsOfReleases(
  store: Store,
  releaseIds: readonly string[],
  now: number,
): OfRelease[] {
  const { around, judged } = judgeSubjects(store, releaseIds, now);
  return judged.map(({ subject, gates, at }) => ({
    release: subject.release,
    controls: releaseControls(subject, around, gates, at),
  }));
}

/** For each control in use, how it stands in the open releases it applies to. */
export function coverage(store: Store, now: number): Output<'controls.coverage'> {
  const found = new Map<string, Output<'controls.coverage'>[number]>();
  for (const { release, controls } of controlsOfReleases(store, openReleaseIds(store), now)) {
    for (const { id, state } of controls) {
      const entry = found.get(id) ?? { id, releases: [] };
      found.set(id, entry);
      if (state === 'not-applicable') continue;
      entry.releases.push({ releaseId: release.id, release: release.name, state });
    }
  }
  return [...found.values()];
}
