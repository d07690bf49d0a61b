import { booking, window } from '#core/database/schema/calendar.ts';
import { dependency } from '#core/database/schema/plan.ts';
import { release } from '#core/database/schema/planning.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import type { Store } from '#core/database/store.ts';
import type { PlacementRule } from '#shared/model/planning/placement.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { ruleNames } from '#shared/rules/planning/placement/coverage.ts';

/** What an exception is to, as it is called now; refuses what is not there. */
export function nameOfSubject(store: Store, rule: PlacementRule, subjectId: string | null): string {
  if (subjectId === null) return ruleNames[rule];
  const name = isWindowRule(rule)
    ? rowOf(store, window, subjectId)?.name
    : (rowOf(store, release, subjectId)?.name ??
      rowOf(store, booking, subjectId)?.purpose ??
      rowOf(store, dependency, subjectId)?.title);
  if (name !== undefined) return name;
  throw new Refusal(
    'not_found',
    `There is no ${isWindowRule(rule) ? 'window' : 'release, booking or dependency'} with the id ${subjectId} to make an exception to. It may have been removed; look at the findings again.`,
    { subjectId: 'is not there any more' },
  );
}

function isWindowRule(rule: PlacementRule): boolean {
  return rule === 'hard-freeze' || rule === 'soft-freeze' || rule === 'outside-window';
}
