import { useMemo } from 'react';
import type { Input, Output } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import type { PlanView, TaskView } from '#shared/model/planning/plan.ts';
import { useKeepAnswer } from '../../../api/keep-answer.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

export type TaskPatch = Omit<Input<'tasks.save'>, 'id' | 'rev' | 'releaseId'>;

/** The edits of a release's plan; each answers null, or why it was refused. */
export type PlanEdits = {
  add: (task: TaskPatch) => Promise<CallError | null>;
  change: (task: TaskView, patch: TaskPatch) => Promise<CallError | null>;
  /** Marks a task as done on that day, or as not done. */
  mark: (task: TaskView, today: string) => void;
  remove: (task: TaskView) => Promise<CallError | null>;
};

export function usePlan(releaseId: string): PlanEdits {
  const save = useCommand('tasks.save').run;
  const remove = useCommand('tasks.remove').run;
  const keepAnswer = useKeepAnswer();
  // The same as long as the release is: screen commands hang on it.
  return useMemo(() => {
    const keep = (plan: Output<'tasks.list'>) =>
      keepAnswer('tasks.list', { releaseId }, () => plan);
    const change = async (task: TaskView, patch: TaskPatch, said: string) => {
      const answer = await save({ id: task.id, rev: task.rev, ...patch });
      if (!answer.ok) return answer.error;
      keep(answer.value.plan);
      showToast({ text: said, undo: undoOf(answer) });
      return null;
    };
    return {
      add: async (task) => {
        const answer = await save({ releaseId, ...task });
        if (!answer.ok) return answer.error;
        keep(answer.value.plan);
        showToast({ text: `${titleOf(answer.value)} added to the plan`, undo: undoOf(answer) });
        return null;
      },
      change: (task, patch) => change(task, patch, 'Saved'),
      mark: (task, today) => {
        const doneOn = task.doneOn === null ? today : null;
        const said = doneOn === null ? `${task.title} is not done` : `${task.title} is done`;
        void change(task, { doneOn }, said).then((error) => {
          if (error !== null) showToast({ text: error.message, tone: 'failed' });
        });
      },
      remove: async (task) => {
        const answer = await remove({ id: task.id });
        if (!answer.ok) return answer.error;
        keep(answer.value);
        showToast({ text: `${task.title} taken out of the plan`, undo: undoOf(answer) });
        return null;
      },
    };
  }, [save, remove, keepAnswer, releaseId]);
}

function titleOf({ id, plan }: { id: string; plan: PlanView }): string {
  return plan.tasks.find((task) => task.id === id)?.title ?? 'The task';
}
