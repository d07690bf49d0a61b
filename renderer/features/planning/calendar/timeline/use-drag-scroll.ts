import { useEffect } from 'react';
import type { RefObject } from 'react';
import { headWidth } from './chart-geometry.ts';

/** Pixels from the edge of the window at which the sheet begins to move along, and the most a frame. */
const edge = 48;
const fastest = 12;

/** Moves the sheet along while something is dragged at its edge. */
export function useDragScroll(
  isDragging: boolean,
  scroller: RefObject<HTMLElement | null>,
  pointer: RefObject<{ x: number; y: number }>,
  onMoved: () => void,
): void {
  useEffect(() => {
    if (!isDragging) return undefined;
    let frame = 0;
    const step = () => {
      frame = requestAnimationFrame(step);
      const box = scroller.current;
      if (box === null) return;
      const { left, right } = box.getBoundingClientRect();
      const push = pushAt(pointer.current.x, left + headWidth, right);
      if (push === 0) return;
      box.scrollLeft += push;
      onMoved();
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [isDragging, scroller, pointer, onMoved]);
}

/** The nearer the edge, the faster; nothing in the middle. */
function pushAt(x: number, left: number, right: number): number {
  const over = Math.max(0, x - (right - edge)) - Math.max(0, left + edge - x);
  return Math.max(-1, Math.min(1, over / edge)) * fastest;
}
