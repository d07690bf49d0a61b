import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import { applicability } from '#shared/rules/governance/controls.ts';
import { readCondition } from '#shared/rules/governance/policy/conditions.ts';
import { openReleaseIds, policySubjects } from '../policies/index.ts';

const mostTold = 20;

/** Which open releases a condition takes in, or what is wrong with it. */
export function appliesTo(store: Store, applies: string): Output<'controls.appliesTo'> {
  const read = readCondition(applies);
  if ('problem' in read) return { problem: read.problem, open: 0, count: 0, applies: [] };
  const subjects = policySubjects(store, openReleaseIds(store));
  const taken = subjects.flatMap(({ release, facts }) => {
    const found = applicability(applies, facts);
    return found.applies ? [{ releaseId: release.id, release: release.name, why: found.why }] : [];
  });
  return {
    ...{ problem: null, open: subjects.length, count: taken.length },
    applies: taken.slice(0, mostTold),
  };
}
