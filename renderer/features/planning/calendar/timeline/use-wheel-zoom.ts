import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { headWidth } from './chart-geometry.ts';

/** So much of the wheel is a step: a notch of a mouse, a finger's way on a pad. */
const aStep = 80;

/** Ctrl and the wheel, or two fingers drawn together, zoom about the pointer. */
export function useWheelZoom(
  scroller: RefObject<HTMLElement | null>,
  onZoom: (steps: number, x: number) => void,
): void {
  const latest = useRef(onZoom);
  useEffect(() => {
    latest.current = onZoom;
  });
  useEffect(() => {
    const box = scroller.current;
    let turned = 0;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      turned += event.deltaY;
      const steps = Math.trunc(turned / aStep);
      if (steps === 0) return;
      turned -= steps * aStep;
      const left = box?.getBoundingClientRect().left ?? 0;
      latest.current(-Math.sign(steps), Math.max(0, event.clientX - left - headWidth));
    };
    // The browser's own zoom must be kept from happening.
    box?.addEventListener('wheel', onWheel, { passive: false });
    return () => box?.removeEventListener('wheel', onWheel);
  }, [scroller]);
}
