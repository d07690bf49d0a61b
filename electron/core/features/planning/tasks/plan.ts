import { partsOf } from '#core/database/plain-rows.ts';
import { task } from '#core/database/schema/plan.ts';
import { iso } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { PlanView, Task } from '#shared/model/planning/plan.ts';
import { slackOf } from '#shared/rules/planning/task-slack.ts';
import { scheduleTasks } from '#shared/rules/planning/task-schedule.ts';
import type { Days } from '#shared/rules/planning/task-schedule.ts';
import { weekDaysOf } from '#shared/rules/planning/working-days.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { judgedAt, plannedStarts } from '../releases/index.ts';

/** The plan of a release, judged at `now` while it is open and when it was closed from then on. */
export function readPlan(store: Store, releaseId: string, now: number): PlanView {
  return plansOf(store, [releaseId], judgedAt(store, releaseId, now))(releaseId);
}

/** The plans of these releases at a time, each by its id. */
export function plansOf(
  store: Store,
  ids: readonly string[],
  at: number,
): (releaseId: string) => PlanView {
  const rows = partsOf(store, task, ids, 'order');
  const daysOf = readDays(store, ids, at);
  return (id) => viewOf(rows(id).map(toTask), daysOf(id));
}

/** The days a plan is reckoned with. */
export function readDays(
  store: Store,
  ids: readonly string[],
  at: number,
): (releaseId: string) => Days {
  const { zone, workingDays } = readWorkspace(store);
  const today = dateIn(iso(at), zone);
  const starts = plannedStarts(store, ids);
  return (id) => {
    const start = starts(id);
    return { workingDays, today, releaseOn: start === null ? null : dateIn(start.startAt, zone) };
  };
}

function viewOf(tasks: readonly Task[], days: Days): PlanView {
  const schedule = scheduleTasks(tasks, days);
  const { dates, chain, endsOn, runsOver, why } = schedule;
  const slack = slackOf(tasks, schedule, days);
  const known = new Set(tasks.map(({ id }) => id));
  const critical = new Set(chain);
  return {
    tasks: tasks.flatMap((each) => {
      const scheduled = dates.get(each.id);
      if (scheduled === undefined) return [];
      const { beginsOn, endsOn: end, late, why: reason } = scheduled;
      // One that was taken out elsewhere, before a merge or an undo, holds nothing.
      const predecessorIds = each.predecessorIds.filter((id) => known.has(id));
      return [
        {
          ...{ ...each, predecessorIds, beginsOn, endsOn: end, late, why: reason },
          critical: critical.has(each.id),
          slackDays: slack.get(each.id) ?? null,
        },
      ];
    }),
    ...{ endsOn, releaseOn: days.releaseOn, runsOver, why, chain },
    ...{ workingDays: [...weekDaysOf(days.workingDays)], today: days.today },
  };
}

export function toTask(row: Plain<typeof task>): Task {
  const { id, rev, releaseId, kind, title, startOn, durationDays } = row;
  const { ownerId, predecessorIds, doneOn, note, order } = row;
  return {
    ...{ id, rev, releaseId, kind, title, startOn, durationDays },
    ...{ ownerId, predecessorIds, doneOn, note, order },
  };
}
