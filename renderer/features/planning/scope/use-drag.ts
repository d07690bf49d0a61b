import { useState } from 'react';
import type { DragEvent } from 'react';
import type { ScopeItem } from '#shared/model/planning/scope.ts';

export type Drag = {
  /** The row that is being dragged. */
  draggedId: string | null;
  /** Before which place of the list it would fall now; null where it would stay. */
  gap: number | null;
  /** For the handle of a row. */
  handle: (item: ScopeItem) => {
    draggable: true;
    onDragStart: (event: DragEvent<HTMLElement>) => void;
    onDragEnd: () => void;
  };
  /** For the row at a place. */
  row: (place: number) => {
    onDragOver: (event: DragEvent<HTMLElement>) => void;
    onDrop: (event: DragEvent<HTMLElement>) => void;
  };
};

/** Rows dragged by their handle; the browser scrolls the list and ends the drag on Esc. */
export function useDrag(
  items: readonly ScopeItem[],
  put: (item: ScopeItem, place: number) => void,
): Drag {
  const [draggedId, setDraggedId] = useState<string | null>(null);
  const [gap, setGap] = useState<number | null>(null);
  const from = items.findIndex(({ id }) => id === draggedId);
  const end = () => {
    setDraggedId(null);
    setGap(null);
  };
  return {
    draggedId,
    gap,
    handle: (item) => ({
      draggable: true,
      onDragStart: ({ dataTransfer, currentTarget }) => {
        const row = currentTarget.closest('li');
        if (row !== null) dataTransfer.setDragImage(row, 12, 12);
        // Without data Firefox drags nothing; other programs get no more than the words.
        dataTransfer.setData('text/plain', `${item.ticket} ${item.title}`.trim());
        dataTransfer.effectAllowed = 'move';
        setDraggedId(item.id);
      },
      onDragEnd: end,
    }),
    row: (place) => ({
      onDragOver: (event) => {
        if (draggedId === null) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        const { top, height } = event.currentTarget.getBoundingClientRect();
        const near = event.clientY < top + height / 2 ? place : place + 1;
        setGap(near === from || near === from + 1 ? null : near);
      },
      onDrop: (event) => {
        const item = items[from];
        if (item === undefined) return;
        event.preventDefault();
        // Behind its own place the list is one row shorter without it.
        if (gap !== null) put(item, gap > from ? gap - 1 : gap);
        end();
      },
    }),
  };
}
