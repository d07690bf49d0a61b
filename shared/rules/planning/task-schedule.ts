import type { Task } from '#shared/model/planning/plan.ts';
import { formatDate } from './zoned-time.ts';
import { isWorkingDay, plusWorkingDays, workingDayFrom, workingDaysIn } from './working-days.ts';
import type { WorkingDays } from './working-days.ts';

export type PlanTask = Pick<
  Task,
  'id' | 'kind' | 'title' | 'startOn' | 'durationDays' | 'predecessorIds' | 'doneOn'
>;

/** When a task is, and why then. */
export type Scheduled = {
  beginsOn: string;
  endsOn: string;
  /** Not done, and its end lies before today. */
  late: boolean;
  /** The predecessor that says when it begins; null where its own date does. */
  heldById: string | null;
  why: string;
};

export type Schedule = {
  dates: ReadonlyMap<string, Scheduled>;
  /** The last day of what is still to be done; of everything, when all is. Null for an empty plan. */
  endsOn: string | null;
  /** The tasks that say when the plan ends, each waiting for the one before it. */
  chain: string[];
  /** Whether something is to be done after the day the release starts. */
  runsOver: boolean;
  why: string;
};

export type Days = {
  workingDays: WorkingDays;
  today: string;
  /** The day the release starts; null while none is planned. */
  releaseOn: string | null;
};

/**
 * Every task at its earliest: on its own date or the working day after its predecessors end,
 * whichever is later. A milestone takes no time, so it is reached on the day they end, and is the end
 * of its day for what waits for it. Done work ended on the day it was done.
 * Predecessors that are gone, or that close a cycle, hold nothing: both can come of merged copies.
 */
export function scheduleTasks(tasks: readonly PlanTask[], days: Days): Schedule {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const dates = new Map<string, Scheduled>();
  const underway = new Set<string>();

  const visit = (task: PlanTask): Scheduled | null => {
    const known = dates.get(task.id);
    if (known !== undefined) return known;
    if (underway.has(task.id)) return null;
    underway.add(task.id);
    let held: Hold | null = null;
    for (const predecessorId of task.predecessorIds) {
      const predecessor = byId.get(predecessorId);
      const scheduled = predecessor === undefined ? null : visit(predecessor);
      if (predecessor === undefined || scheduled === null) continue;
      const freeOn = freeAfter(scheduled, task, days);
      if (held === null || freeOn > held.freeOn) {
        held = { id: predecessorId, title: predecessor.title, freeOn, endsOn: scheduled.endsOn };
      }
    }
    underway.delete(task.id);
    const scheduled = place(task, held, days);
    dates.set(task.id, scheduled);
    return scheduled;
  };
  tasks.forEach(visit);
  return { dates, ...endOf(tasks, dates, days) };
}

type Hold = { id: string; title: string; freeOn: string; endsOn: string };

/** The first day on which a task may begin that waits for one that ends so. */
export function freeAfter(
  { endsOn }: Pick<Scheduled, 'endsOn'>,
  { kind }: Pick<PlanTask, 'kind'>,
  { workingDays }: Pick<Days, 'workingDays'>,
): string {
  return kind === 'milestone'
    ? workingDayFrom(endsOn, workingDays)
    : plusWorkingDays(endsOn, 1, workingDays);
}

function place(task: PlanTask, held: Hold | null, days: Days): Scheduled {
  const { workingDays, today } = days;
  const { title, startOn, doneOn } = task;
  const own = startOn ?? (held === null ? today : null);
  const ownFree = own === null ? null : workingDayFrom(own, workingDays);
  const waits = held !== null && (ownFree === null || held.freeOn >= ownFree);
  const earliest = waits ? held.freeOn : (ownFree ?? today);
  if (doneOn !== null) {
    // Done ahead of its plan: it had begun by then.
    const beginsOn = earliest < doneOn ? earliest : doneOn;
    const why = `${title} was done ${formatDate(doneOn, today)}.`;
    return { beginsOn, endsOn: doneOn, late: false, heldById: waits ? held.id : null, why };
  }
  const endsOn = plusWorkingDays(earliest, task.durationDays - 1, workingDays);
  const late = endsOn < today;
  const overdue = late ? ` It should have been done by ${formatDate(endsOn, today)}.` : '';
  const reason = waits ? waitsInWords(title, held, today) : ownInWords(task, earliest, days);
  return {
    ...{ beginsOn: earliest, endsOn, late, heldById: waits ? held.id : null },
    why: `${reason}.${overdue}`,
  };
}

function waitsInWords(title: string, { title: other, endsOn }: Hold, today: string): string {
  return `${title} waits for ${other}, which ends ${formatDate(endsOn, today)}`;
}

function ownInWords({ title, startOn }: PlanTask, on: string, { workingDays, today }: Days) {
  const day = formatDate(on, today);
  if (startOn === null) return `${title} has no date and waits for nothing, so it can begin ${day}`;
  if (isWorkingDay(startOn, workingDays)) return `${title} begins on its own date, ${day}`;
  return `${title} begins ${day}, since its own date, ${formatDate(startOn, today)}, is no working day`;
}

function endOf(
  tasks: readonly PlanTask[],
  dates: ReadonlyMap<string, Scheduled>,
  { workingDays, today, releaseOn }: Days,
): Omit<Schedule, 'dates'> {
  const open = tasks.filter(({ doneOn }) => doneOn === null);
  const counting = open.length > 0 ? open : tasks;
  const ends = counting.map(({ id, title }) => ({
    title,
    ...{ at: dates.get(id), chain: chainTo(id, dates) },
  }));
  // Of those that end on the same day, the chain that began first is the longest, then the one of most.
  const begin = ({ chain }: (typeof ends)[number]) => dates.get(chain[0] ?? '')?.beginsOn ?? '';
  const [last] = ends.toSorted(
    (a, b) =>
      compare(b.at?.endsOn ?? '', a.at?.endsOn ?? '') ||
      compare(begin(a), begin(b)) ||
      b.chain.length - a.chain.length,
  );
  if (last?.at === undefined) {
    return { endsOn: null, chain: [], runsOver: false, why: 'Nothing is planned yet.' };
  }
  const { endsOn, why } = last.at;
  const runsOver = open.length > 0 && releaseOn !== null && endsOn > releaseOn;
  const told = { endsOn, chain: last.chain, runsOver };
  const end = `The plan ends ${formatDate(endsOn, today)}`;
  if (open.length === 0) {
    return { ...told, why: `Everything is done, the last of it ${formatDate(endsOn, today)}.` };
  }
  if (releaseOn === null) return { ...told, why: `${end}; the release has no planned start yet.` };
  const start = `the planned start of the release, ${formatDate(releaseOn, today)}`;
  if (runsOver) return { ...told, why: `${end}, after ${start}. ${why}` };
  const spare = workingDaysIn(endsOn, releaseOn, workingDays) - 1;
  const ahead = spare === 1 ? '1 working day before' : `${spare} working days before`;
  return { ...told, why: spare <= 0 ? `${end}, right at ${start}.` : `${end}, ${ahead} ${start}.` };
}

/** From the first task that waits for nothing to this one. */
function chainTo(id: string, dates: ReadonlyMap<string, Scheduled>): string[] {
  const chain: string[] = [];
  for (let at: string | null = id; at !== null; at = dates.get(at)?.heldById ?? null) {
    chain.unshift(at);
  }
  return chain;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
