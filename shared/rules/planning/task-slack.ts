import { freeAfter } from './task-schedule.ts';
import type { Days, PlanTask, Schedule } from './task-schedule.ts';
import { workingDaysIn } from './working-days.ts';

/**
 * By how many working days each task can slip without moving the end of the plan or the start of the
 * release, whichever comes first. What is done slips no more; what ends too late already has none.
 */
export function slackOf(
  tasks: readonly PlanTask[],
  { dates, endsOn }: Pick<Schedule, 'dates' | 'endsOn'>,
  days: Days,
): ReadonlyMap<string, number> {
  const { releaseOn } = days;
  const limit = endsOn !== null && releaseOn !== null && releaseOn < endsOn ? releaseOn : endsOn;
  const slack = new Map<string, number>();
  if (limit === null) return slack;
  const open = tasks.filter(({ doneOn }) => doneOn === null);
  const waiting = waitingFor(open);
  const underway = new Set<string>();

  const visit = (task: PlanTask): number => {
    const known = slack.get(task.id);
    if (known !== undefined) return known;
    const at = dates.get(task.id);
    // What closes a cycle holds nothing: it can come of merged copies.
    if (at === undefined || underway.has(task.id)) return Infinity;
    underway.add(task.id);
    let least = stepsBetween(at.endsOn, limit, days);
    for (const next of waiting.get(task.id) ?? []) {
      const begins = dates.get(next.id)?.beginsOn;
      if (begins === undefined) continue;
      const gap = stepsBetween(freeAfter(at, next, days), begins, days);
      least = Math.min(least, gap + visit(next));
    }
    underway.delete(task.id);
    slack.set(task.id, least);
    return least;
  };
  for (const task of open) visit(task);
  return slack;
}

/** How many working days something on the first day can move until it is on the second. */
function stepsBetween(from: string, to: string, { workingDays }: Days): number {
  return Math.max(0, workingDaysIn(from, to, workingDays) - 1);
}

function waitingFor(tasks: readonly PlanTask[]): ReadonlyMap<string, PlanTask[]> {
  const waiting = new Map<string, PlanTask[]>();
  for (const task of tasks) {
    for (const id of task.predecessorIds) waiting.set(id, [...(waiting.get(id) ?? []), task]);
  }
  return waiting;
}

/** How far a task can slip, as a sentence. */
export function slackInWords(slackDays: number): string {
  if (slackDays === 0) return 'It cannot slip without moving the end of the plan or the start.';
  const days = slackDays === 1 ? '1 working day' : `${slackDays} working days`;
  return `It can slip by ${days} without moving the end of the plan or the start.`;
}
