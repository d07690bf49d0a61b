import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ReleaseControl } from '#shared/model/governance/controls.ts';
import { comingReleases } from '../../planning/releases/index.ts';
import { listControls } from './register.ts';
import { judgeSubjects, releaseControls } from '../gates/index.ts';
import type { JudgedSubject } from '../gates/index.ts';

type OfRelease = { release: JudgedSubject['subject']['release']; controls: ReleaseControl[] };

/** The controls of several releases, a closed one as it stood when it was closed; nothing without a register. */
export function controlsOfReleases(
  store: Store,
  releaseIds: readonly string[],
  now: number,
): OfRelease[] {
  if (listControls(store).length === 0) return [];
  const { around, judged } = judgeSubjects(store, releaseIds, now);
  return judged.map(({ subject, gates, at }) => ({
    release: subject.release,
    controls: releaseControls(subject, around, gates, at),
  }));
}

/** More are not judged for a glance at the register: what is further ahead is met by nobody yet. */
const most = 200;

/** For each control in use, how it stands in the open releases that come next and it applies to. */
export function coverage(store: Store, now: number): Output<'controls.coverage'> {
  const found = new Map<string, Output<'controls.coverage'>['controls'][number]>();
  const open = comingReleases(store);
  const ids = open.slice(0, most);
  for (const { release, controls } of controlsOfReleases(store, ids, now)) {
    for (const { id, state } of controls) {
      const entry = found.get(id) ?? { id, releases: [] };
      found.set(id, entry);
      if (state === 'not-applicable') continue;
      entry.releases.push({ releaseId: release.id, release: release.name, state });
    }
  }
  return { controls: [...found.values()], looked: ids.length, open: open.length };
}
