import { useState } from 'react';
import type { PointerEvent } from 'react';
import { instantAt } from './booking-axis.ts';
import type { BookingAxis } from './booking-axis.ts';

/** Pixels a pointer has to travel before it draws rather than clicks. */
const least = 5;

type Drawing = { x: number; from: number; to: number; moved: boolean };

/** Draws a span over the free time of a row; `onDrawn` gets it on full hours. Esc lets go of it. */
export function useDrawnSpan(axis: BookingAxis, onDrawn: (from: string, to: string) => void) {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const placeAt = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = width === 0 ? 0 : (event.clientX - left) / width;
    return Math.min(Math.max(share, 0), 1) * axis.days;
  };
  const hand = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || event.pointerType === 'touch') return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = placeAt(event);
      setDrawing({ x: event.clientX, from: at, to: at, moved: false });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (drawing === null) return;
      const moved = drawing.moved || Math.abs(event.clientX - drawing.x) > least;
      setDrawing({ ...drawing, to: placeAt(event), moved });
    },
    onPointerUp: () => {
      if (drawing === null) return;
      setDrawing(null);
      const [from, to] = [drawing.from, drawing.to].toSorted((a, b) => a - b);
      if (!drawing.moved || from === undefined || to === undefined) return;
      const [startAt, endAt] = [instantAt(from, axis), instantAt(to, axis)];
      if (startAt < endAt) onDrawn(startAt, endAt);
    },
    onPointerCancel: () => setDrawing(null),
  };
  const [left = 0, right = 0] =
    drawing === null ? [] : [drawing.from, drawing.to].toSorted((a, b) => a - b);
  return { hand, span: drawing?.moved === true ? ([left, right] as const) : null };
}
