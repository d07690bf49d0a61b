import type { Store } from '#core/database/store.ts';
import type { TimelineBar } from '#shared/model/planning/timeline.ts';
import { dayStarts } from '#shared/rules/planning/timeline/days.ts';
import { plusDays } from '#shared/rules/planning/zoned-time.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { plansOf } from '../tasks/index.ts';

/** The milestones of these releases, each reached at the end of its day; by the id of the release. */
export function milestonesOf(
  store: Store,
  ids: readonly string[],
  now: number,
): (releaseId: string) => TimelineBar['milestones'] {
  const having = store.raw
    .prepare<[string], [string]>(
      `SELECT DISTINCT release_id FROM task WHERE deleted_hlc IS NULL AND kind = 'milestone'
       AND release_id IN (SELECT value FROM json_each(?))`,
    )
    .raw()
    .all(JSON.stringify(ids))
    .map(([id]) => id);
  if (having.length === 0) return () => [];
  const startOf = dayStarts(readWorkspace(store).zone);
  const has = new Set(having);
  const plans = plansOf(store, having, now);
  return (releaseId) =>
    has.has(releaseId)
      ? plans(releaseId)
          .tasks.filter(({ kind }) => kind === 'milestone')
          .map(({ id, title, endsOn, doneOn }) => ({
            ...{ id, title, on: endsOn, at: startOf(plusDays(endsOn, 1)), done: doneOn !== null },
          }))
      : [];
}
