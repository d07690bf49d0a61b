import type { Task } from '#shared/model/planning/plan.ts';
import { isPlannable } from '#shared/model/primitives.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';
import { chainInWords, cycleThrough } from './cycles.ts';
import { scheduleTasks } from './task-schedule.ts';
import type { Days, PlanTask } from './task-schedule.ts';
import { workingDaysIn } from './working-days.ts';
import { formatDate } from './zoned-time.ts';

/** What somebody says of a task; what is left out stays, or has its beginning. */
export type TaskDraft = {
  kind?: Task['kind'] | undefined;
  title?: string | undefined;
  startOn?: string | null | undefined;
  durationDays?: number | undefined;
  endOn?: string | undefined;
  predecessorIds?: string[] | undefined;
  doneOn?: string | null | undefined;
};

type Settled = Partial<Pick<Task, 'kind' | 'durationDays' | 'predecessorIds'>>;

const mostDays = 1000;

/**
 * What a draft makes of kind, duration and predecessors; `before` is null for a task that is added,
 * `others` are those of its release. Refuses with everything that is wrong, by field.
 */
export function settleTask(
  draft: TaskDraft,
  before: PlanTask | null,
  others: readonly PlanTask[],
  days: Days,
): Settled {
  const kind = draft.kind ?? before?.kind ?? 'task';
  const predecessorIds =
    draft.predecessorIds === undefined ? undefined : [...new Set(draft.predecessorIds)];
  const task: PlanTask = {
    id: before?.id ?? 'new',
    kind,
    title: draft.title ?? before?.title ?? 'The task',
    startOn: draft.startOn === undefined ? (before?.startOn ?? null) : draft.startOn,
    durationDays: kind === 'milestone' ? 0 : 1,
    predecessorIds: predecessorIds ?? before?.predecessorIds ?? [],
    doneOn: null,
  };
  refuse({
    ...wrongDates(draft, days),
    ...wrongLength(draft, kind),
    ...(predecessorIds === undefined ? {} : wrongPredecessors(task, others)),
  });
  const settled: Settled = {};
  if (draft.kind !== undefined || before === null) settled.kind = kind;
  if (predecessorIds !== undefined) settled.predecessorIds = predecessorIds;
  const durationDays = lengthOf(draft, task, before, others, days);
  if (durationDays !== before?.durationDays) settled.durationDays = durationDays;
  return settled;
}

function lengthOf(
  { durationDays, endOn }: TaskDraft,
  task: PlanTask,
  before: PlanTask | null,
  others: readonly PlanTask[],
  days: Days,
): number {
  if (task.kind === 'milestone') return 0;
  if (endOn !== undefined) return daysUntil(endOn, task, others, days);
  return durationDays ?? Math.max(1, before?.durationDays ?? 1);
}

/** The working days from where the schedule begins the task to its last day. */
function daysUntil(endOn: string, task: PlanTask, others: readonly PlanTask[], days: Days): number {
  const scheduled = scheduleTasks([...others, task], days).dates.get(task.id);
  const beginsOn = scheduled?.beginsOn ?? endOn;
  const [begin, end] = [beginsOn, endOn].map((date) => formatDate(date, days.today));
  if (endOn < beginsOn) {
    throw new Refusal(
      'invalid_input',
      `${task.title} cannot end ${end}, before it begins ${begin}. ${scheduled?.why ?? ''} Give a last day from ${begin} on, or let it begin earlier.`,
      { endOn: `lies before it begins, ${begin}; give a later day` },
    );
  }
  const count = workingDaysIn(beginsOn, endOn, days.workingDays);
  if (count > mostDays) {
    refuse({ endOn: `is ${count} working days after it begins, ${begin}; split the task` });
  }
  return count;
}

function wrongDates(draft: TaskDraft, { today }: Days): FieldMessages {
  const fields: FieldMessages = {};
  for (const field of ['startOn', 'endOn', 'doneOn'] as const) {
    const date = draft[field];
    if (typeof date !== 'string') continue;
    if (!isPlannable(date)) {
      fields[field] = `is ${date}; give a year from 2000 to 2199`;
    }
  }
  if (typeof draft.doneOn === 'string' && draft.doneOn > today) {
    fields['doneOn'] ??=
      `is ${formatDate(draft.doneOn, today)}, which lies ahead; give the day it was done`;
  }
  return fields;
}

function wrongLength({ durationDays, endOn }: TaskDraft, kind: Task['kind']): FieldMessages {
  if (durationDays !== undefined && endOn !== undefined) {
    return { endOn: 'is given beside a duration; give one of the two' };
  }
  if (kind === 'milestone' && endOn !== undefined) {
    return { endOn: 'is given for a milestone, which takes no time; give its day as the start' };
  }
  if (kind === 'milestone' && durationDays !== undefined && durationDays > 0) {
    return { durationDays: `is ${durationDays}, but a milestone takes no time; make it a task` };
  }
  if (kind === 'task' && durationDays === 0) {
    return { durationDays: 'is 0, but a task takes a working day or more; make it a milestone' };
  }
  return {};
}

function wrongPredecessors(task: PlanTask, others: readonly PlanTask[]): FieldMessages {
  const byId = new Map([...others, task].map((each) => [each.id, each]));
  if (task.predecessorIds.some((id) => !byId.has(id))) {
    return {
      predecessorIds: 'names a task that is not in the plan of this release; choose another',
    };
  }
  const cycle = cycleThrough(task.id, (id) => byId.get(id)?.predecessorIds ?? []);
  if (cycle === null) return {};
  const chain = chainInWords(cycle.map((id) => byId.get(id)?.title ?? ''));
  throw new Refusal(
    'invalid_input',
    `The predecessors close a circle: ${chain}. None of these could ever begin; take one of them out.`,
    { predecessorIds: `close a circle: ${chain}` },
  );
}

const fieldWords: Readonly<Record<string, string>> = {
  startOn: 'The start',
  endOn: 'The last day',
  doneOn: 'The day it was done',
  durationDays: 'The duration',
  predecessorIds: 'The list of predecessors',
};

function refuse(fields: FieldMessages): void {
  const messages = Object.entries(fields).map(
    ([field, message]) => `${fieldWords[field] ?? field} ${message}.`,
  );
  if (messages.length > 0) throw new Refusal('invalid_input', messages.join(' '), fields);
}
