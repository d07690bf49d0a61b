import type { Task } from '#shared/model/planning/plan.ts';
import { isWorkingDay, workingDayFrom } from '../working-days.ts';
import type { WorkingDays } from '../working-days.ts';
import { plusDays } from '../zoned-time.ts';

type Dated = Pick<Task, 'kind' | 'startOn' | 'doneOn'>;

/**
 * Tasks and milestones that move when their release does: those with a date of their own, which have
 * not happened. A task that was to begin before today is under way and stays; a milestone is only
 * reached when it is marked so. The others follow what they wait for. What lay on a working day lies
 * on one again, the next where the step leads to a day off.
 */
export function movedTasks<T extends Dated>(
  tasks: readonly T[],
  days: number,
  { today, workingDays }: { today: string; workingDays: WorkingDays },
): { task: T; from: string; to: string }[] {
  if (days === 0) return [];
  return tasks.flatMap((task) => {
    const { kind, startOn, doneOn } = task;
    if (startOn === null || doneOn !== null) return [];
    if (kind === 'task' && startOn < today) return [];
    const stepped = plusDays(startOn, days);
    const isWork = isWorkingDay(startOn, workingDays);
    const to = isWork ? workingDayFrom(stepped, workingDays) : stepped;
    return to === startOn ? [] : [{ task, from: startOn, to }];
  });
}
