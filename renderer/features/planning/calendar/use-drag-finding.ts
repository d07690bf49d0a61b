import { useMemo } from 'react';
import { useAsk } from '../../../api/useAsk.ts';
import { createDragFinding } from './drag-finding.ts';

type Point = { x: number; y: number };

/** What is told beside the pointer while something is dragged; the same object as long as it is shown. */
export function useDragFinding() {
  const ask = useAsk('calendar.checkPlacement');
  return useMemo(() => ({ ...createDragFinding((start) => ask(start)), ...createFlag() }), [ask]);
}

export type DragFinding = ReturnType<typeof useDragFinding>;

const beside = 18;

/** Keeps the flag beside the pointer and within the window; moving it draws nothing anew. */
function createFlag() {
  let flag: HTMLElement | null = null;
  let pointer: Point = { x: 0, y: 0 };
  const put = () => {
    if (flag !== null) flag.style.transform = besidePointer(flag, pointer);
  };
  return {
    at(x: number, y: number): void {
      pointer = { x, y };
      put();
    },
    /** Called with each drawing of the flag: what it says may have made it higher. */
    setFlag(element: HTMLElement | null): void {
      flag = element;
      put();
    },
  };
}

function besidePointer({ offsetWidth, offsetHeight }: HTMLElement, { x, y }: Point): string {
  const isRight = x + beside + offsetWidth + 8 > window.innerWidth;
  const isLow = y + beside + offsetHeight + 8 > window.innerHeight;
  const left = Math.max(8, isRight ? x - beside - offsetWidth : x + beside);
  const top = Math.max(8, isLow ? y - beside - offsetHeight : y + beside);
  return `translate(${left}px, ${top}px)`;
}
