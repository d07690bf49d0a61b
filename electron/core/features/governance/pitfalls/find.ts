import type { Context } from '#core/context.ts';
import type { PitfallKey } from '#shared/model/governance/pitfalls.ts';
import { unclearAccountable } from '#shared/rules/governance/pitfalls/accountable.ts';
import type { PitfallFinding } from '#shared/rules/governance/pitfalls/finding.ts';
import { gatesNeverRefused } from '#shared/rules/governance/pitfalls/never-refused.ts';
import { releasesWithoutUpdate } from '#shared/rules/governance/pitfalls/no-update.ts';
import { rollbackNotRehearsed } from '#shared/rules/governance/pitfalls/not-rehearsed.ts';
import { scopeAfterFreeze } from '#shared/rules/governance/pitfalls/scope-after-freeze.ts';
import { waitingLongerThanWorking } from '#shared/rules/governance/pitfalls/waiting.ts';
import { readLetters } from '../gates/index.ts';
import { answeredGates, askedGates, decidedGates } from './gate-facts.ts';
import { frozenScopes, lastUpdates, rehearsedReleases, scopeEntries } from './release-facts.ts';

/** Reads what one check looks at, over all releases by one query a table, and lets its rule judge. */
export function findPitfall(
  key: PitfallKey,
  limit: number,
  { store, now }: Pick<Context, 'store' | 'now'>,
): PitfallFinding {
  switch (key) {
    case 'gates-never-refused':
      return gatesNeverRefused(decidedGates(store), limit);
    case 'releases-without-update':
      return releasesWithoutUpdate(lastUpdates(store), limit, now);
    case 'rollback-not-rehearsed':
      return rollbackNotRehearsed(rehearsedReleases(store, limit, now), limit, now);
    case 'unclear-accountable':
      return unclearAccountable(answeredGates(store), readLetters(store), limit, now);
    case 'scope-after-freeze': {
      const frozen = frozenScopes(store, now);
      return scopeAfterFreeze(frozen, scopeEntries(store, frozen), limit);
    }
    case 'waiting-longer-than-working':
      return waitingLongerThanWorking(askedGates(store), limit, now);
  }
}
