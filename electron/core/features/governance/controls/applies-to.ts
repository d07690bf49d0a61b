import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import { applicability } from '#shared/rules/governance/controls.ts';
import { readCondition } from '#shared/rules/governance/policy/conditions.ts';
import { openReleaseIds, policySubjects } from '../policies/index.ts';

/** Which open releases a condition takes in, or what is wrong with it. */
export function appliesTo(store: Store, applies: string): Output<'controls.appliesTo'> {
  const read = readCondition(applies);
  if ('problem' in read) return { problem: read.problem, open: 0, applies: [] };
  const subjects = policySubjects(store, openReleaseIds(store));
  return {
    problem: null,
    open: subjects.length,
    applies: subjects.flatMap(({ release, facts }) => {
      const found = applicability(applies, facts);
      return found.applies
        ? [{ releaseId: release.id, release: release.name, why: found.why }]
        : [];
    }),
  };
}
