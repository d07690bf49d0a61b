import type { KeyboardEvent } from 'react';
import type { ReleasePage } from '../releases/index.ts';
import type { TaskOrder } from './use-task-order.ts';

/**
 * Keys on a row or a bar: arrows, or j and k, go on, and an open inspector follows; with Alt they
 * move the task; Esc closes the inspector.
 */
export function planKeys(page: ReleasePage, { tasks, shift }: TaskOrder) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target instanceof Element ? event.target.closest('[data-task]') : null;
    const task = tasks.find(({ id }) => id === row?.getAttribute('data-task'));
    if (task === undefined || event.defaultPrevented) return;
    if (event.key === 'Escape' && page.selected !== undefined) {
      event.preventDefault();
      page.select(null);
      return;
    }
    const by = stepOf(event.key);
    if (by === null) return;
    if (event.altKey) {
      event.preventDefault();
      if (page.editable) shift(task, by);
      return;
    }
    const next = tasks[tasks.indexOf(task) + by];
    if (next === undefined) return;
    event.preventDefault();
    focusTask(next.id);
    if (page.selected !== undefined) page.select(next.id);
  };
}

export function focusTask(id: string): void {
  document.querySelector<HTMLElement>(`[data-task="${id}"] [data-opens]`)?.focus();
}

function stepOf(key: string): -1 | 1 | null {
  if (key === 'ArrowDown' || key === 'j') return 1;
  return key === 'ArrowUp' || key === 'k' ? -1 : null;
}
