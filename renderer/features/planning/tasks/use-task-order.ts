import { useLayoutEffect, useRef, useState } from 'react';
import type { TaskView } from '#shared/model/planning/plan.ts';
import { useKeepAnswer } from '../../../api/keep-answer.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { focusTask } from './plan-keys.ts';

export type TaskOrder = {
  /** The tasks as they are to stand, ahead of the answer of the core. */
  tasks: readonly TaskView[];
  /** Moves a task up or down by one. */
  shift: (task: TaskView, by: -1 | 1) => void;
  /** Told to screen readers after each move. */
  said: string;
};

/**
 * The order of the plan as people change it. Each step shows at once; while one is being saved the
 * next wait, and steps of the same task become one, for a held key sends many.
 */
export function useTaskOrder(releaseId: string, saved: readonly TaskView[]): TaskOrder {
  const reorder = useCommand('tasks.reorder').run;
  const keep = useKeepAnswer();
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const [said, setSaid] = useState('');
  const queue = useRef<{ id: string; order: readonly string[] }[]>([]);
  const sending = useRef(false);
  const moved = useRef<string | null>(null);
  const places = new Map(wanted?.map((id, place) => [id, place]));
  const placeOf = ({ id }: TaskView) => places.get(id) ?? places.size;
  const tasks = wanted === null ? saved : saved.toSorted((a, b) => placeOf(a) - placeOf(b));

  // A row that changes its place loses the focus: the browser takes it out and puts it in anew.
  useLayoutEffect(() => {
    if (moved.current === null) return;
    focusTask(moved.current);
    moved.current = null;
  });

  const send = async () => {
    sending.current = true;
    for (let step = queue.current.shift(); step !== undefined; step = queue.current.shift()) {
      const { id, order } = step;
      const answer = await reorder({ id, afterId: order[order.indexOf(id) - 1] ?? null });
      if (answer.ok) {
        keep('tasks.list', { releaseId }, () => answer.value);
        continue;
      }
      queue.current = [];
      setSaid(answer.error.message);
      showToast({ text: answer.error.message, tone: 'failed' });
    }
    sending.current = false;
    setWanted(null);
  };
  const shift = (task: TaskView, by: -1 | 1) => {
    const ids = tasks.map(({ id }) => id);
    const target = ids.indexOf(task.id) + by;
    if (target < 0 || target >= ids.length) return;
    const order = ids.filter((id) => id !== task.id).toSpliced(target, 0, task.id);
    setWanted(order);
    setSaid(`${task.title} is now ${target + 1} of ${order.length}`);
    moved.current = task.id;
    if (queue.current.at(-1)?.id === task.id) queue.current.pop();
    queue.current.push({ id: task.id, order });
    if (!sending.current) void send();
  };
  return { tasks, shift, said };
}
