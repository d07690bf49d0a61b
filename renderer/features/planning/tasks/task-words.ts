import type { PlanView, TaskView } from '#shared/model/planning/plan.ts';
import { daysInWords } from '#shared/rules/planning/plan-words.ts';
import { slackInWords } from '#shared/rules/planning/task-slack.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';

export const kindWords: Record<TaskView['kind'], string> = { task: 'Task', milestone: 'Milestone' };

/** `Thu 3 Dec – Fri 4 Dec`; one date when both ends share it. */
export function spanInWords({ beginsOn, endsOn }: TaskView, today: string): string {
  const begins = formatDate(beginsOn, today);
  return beginsOn === endsOn ? begins : `${begins} – ${formatDate(endsOn, today)}`;
}

/** `8 tasks: 3 done, 1 late` */
export function countInWords({ tasks }: PlanView): string {
  const all = tasks.length === 1 ? '1 task' : `${tasks.length} tasks`;
  const done = tasks.filter(({ doneOn }) => doneOn !== null).length;
  const late = tasks.filter((task) => task.late).length;
  const parts = [done > 0 ? `${done} done` : '', late > 0 ? `${late} late` : ''];
  const said = parts.filter((part) => part !== '').join(', ');
  return said === '' ? all : `${all}: ${said}`;
}

/** All a bar shows, for those who hear it. */
export function barInWords(task: TaskView, owner: string | null, today: string): string {
  const state = task.doneOn !== null ? 'done' : task.late ? 'late' : 'to do';
  const parts = [task.title, owner ?? 'nobody', spanInWords(task, today), daysInWords(task), state];
  if (task.critical) parts.push('says when the plan ends');
  const slack = task.slackDays === null ? '' : ` ${slackInWords(task.slackDays)}`;
  return `${parts.join(', ')}. ${task.why}${slack}`;
}
