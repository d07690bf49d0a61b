import type { PlanView, TaskView } from '#shared/model/planning/plan.ts';
import {
  isWorkingDay,
  plusWorkingDays,
  workingDaysIn,
} from '#shared/rules/planning/working-days.ts';
import { daysBetween, formatDate, plusDays } from '#shared/rules/planning/zoned-time.ts';

export type Bar = {
  task: TaskView;
  /** In working days from the left edge; a milestone stands at the end of its day. */
  left: number;
  right: number;
  /** How far it can slip, from its right; none where it cannot. */
  slackTo: number | null;
  /** Where it lay in the baseline, as far as the sheet shows it; null where it lies there still. */
  base: { left: number; right: number } | null;
};

export type Baselined = readonly Pick<TaskView, 'id' | 'beginsOn' | 'endsOn'>[];

export type Week = { at: number; label: string };
export type Mark = { at: number; day: string };

/** The time axis of a plan: working days only, so that a bar is as long as its work. */
export type Axis = {
  /** Working days from edge to edge. */
  count: number;
  bars: Bar[];
  weeks: Week[];
  today: Mark | null;
  releaseOn: Mark | null;
};

/** Weeks that are named at most; the lines between them all stay. */
const mostNamed = 12;
/** Today and the start of the release widen the axis only so far: the plan must stay readable. */
const nearDays = 25;

export function axisOf(
  { tasks, workingDays, today, releaseOn }: PlanView,
  baseline: Baselined = [],
): Axis {
  const begins = tasks.map(({ beginsOn }) => beginsOn).toSorted()[0] ?? today;
  const ends =
    tasks
      .map(({ endsOn }) => endsOn)
      .toSorted()
      .at(-1) ?? today;
  const marks = [today, ...(releaseOn === null ? [] : [releaseOn])].filter(
    (day) => daysBetween(day, begins) <= nearDays && daysBetween(ends, day) <= nearDays,
  );
  const first = mondayOf([begins, ...marks].toSorted()[0] ?? begins);
  const last = [ends, ...marks].toSorted().at(-1) ?? ends;
  const shown = workingDaysIn(first, last, workingDays);
  // A day more than is needed, so that nothing ends at the very edge.
  const count = Math.max(5, shown + 1);
  // Days before this one: where a day that is none of work would begin.
  const before = (day: string) => workingDaysIn(first, plusDays(day, -1), workingDays);
  const middle = (day: string) => before(day) + (isWorkingDay(day, workingDays) ? 0.5 : 0);
  const markAt = (day: string | null): Mark | null =>
    day === null || !marks.includes(day) ? null : { at: middle(day), day: formatDate(day, today) };
  return {
    count,
    bars: tasks.map((task) => {
      const onSheet = (day: string) => Math.min(count, before(day));
      const lay = baseline.find(({ id }) => id === task.id);
      const moved =
        lay !== undefined && (lay.beginsOn !== task.beginsOn || lay.endsOn !== task.endsOn);
      const base = moved
        ? { left: onSheet(lay.beginsOn), right: onSheet(plusDays(lay.endsOn, 1)) }
        : null;
      const slackFrom = (right: number) =>
        (task.slackDays ?? 0) === 0 ? null : Math.min(count, right + (task.slackDays ?? 0));
      if (task.kind === 'milestone') {
        const end = before(plusDays(task.endsOn, 1));
        return { task, left: end, right: end, slackTo: slackFrom(end), base };
      }
      const left = before(task.beginsOn);
      // Done on a day without work: it still has a length.
      const right = Math.max(left + 0.5, before(plusDays(task.endsOn, 1)));
      return { task, left, right, slackTo: slackFrom(right), base };
    }),
    weeks: weeksOf(first, count, { workingDays, today }),
    today: markAt(today),
    releaseOn: markAt(releaseOn),
  };
}

function weeksOf(
  first: string,
  count: number,
  { workingDays, today }: Pick<PlanView, 'workingDays' | 'today'>,
): Week[] {
  const end = plusWorkingDays(first, count, workingDays);
  const total = Math.max(1, Math.ceil(daysBetween(first, end) / 7));
  const every = Math.ceil(total / mostNamed);
  return Array.from({ length: total }, (_, index) => {
    const monday = plusDays(first, index * 7);
    const at = workingDaysIn(first, plusDays(monday, -1), workingDays);
    return { at, label: index % every === 0 ? shortDay(monday, today) : '' };
  }).filter(({ at }) => at < count);
}

/** `30 Nov`: every one of them is a Monday. */
function shortDay(day: string, today: string): string {
  return formatDate(day, today).replace(/^\S+ /, '');
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return plusDays(day, -((weekday + 6) % 7));
}

/**
 * From the end of a bar into the beginning of one that waits for it, in working days and rows: down
 * or up to the other's row, then along. So it keeps clear of the words, which stand behind the bars.
 */
export function linePath(from: { bar: Bar; row: number }, to: { bar: Bar; row: number }): string {
  const out = from.bar.right - Math.min(0.15, (from.bar.right - from.bar.left) / 2);
  const edge = to.row > from.row ? from.row + 0.7 : from.row + 0.3;
  return `M${out} ${edge}V${to.row + 0.5}H${to.bar.left}`;
}
