import type { KeyboardEvent } from 'react';
import type { ReleasePage } from '../releases/index.ts';
import type { TaskOrder } from './use-task-order.ts';

/** Keys on a row or a bar: arrows go on, with Alt they move the task, Esc closes the inspector. */
export function planKeys(page: ReleasePage, order: TaskOrder) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && page.selected !== undefined && !event.defaultPrevented) {
      event.preventDefault();
      page.select(null);
      return;
    }
    if (event.altKey && !page.editable) return;
    order.onKeyDown(event);
  };
}
