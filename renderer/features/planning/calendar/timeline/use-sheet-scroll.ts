import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { axisHeight, headWidth, sightOf, timeAt, xOf } from './chart-geometry.ts';
import type { Sheet, Sight, Viewport } from './chart-geometry.ts';

/** A time and how far from the left edge of the bars it stands. */
type Anchor = { at: number; x: number };

const restMs = 250;
/** Where a day people go to comes to stand, as a share of the window. */
const lead = 1 / 3;

/**
 * The scrolled window over the sheet. Only when it comes to other tiles is anything drawn anew; a
 * change of zoom keeps the time under the hand where it is.
 */
export function useSheetScroll(
  sheet: Sheet,
  height: number,
  begin: number,
  onRest: (about: number, span: { from: number; to: number }) => void,
  onMove: (moving: boolean) => void,
) {
  const scroller = useRef<HTMLDivElement>(null);
  const anchor = useRef<Anchor | null>(null);
  const latest = useRef({ sheet, height, onRest });
  useLayoutEffect(() => {
    latest.current = { sheet, height, onRest };
  });
  const [sight, setSight] = useState<Sight>(() =>
    sightOf(sheet, { left: xOf(sheet, begin) - 400, top: 0, width: 1_200, height: 600 }, height),
  );

  const viewport = useCallback((): Viewport => {
    const box = scroller.current;
    if (box === null) return { left: 0, top: 0, width: 0, height: 0 };
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = box;
    const [width, tall] = [clientWidth - headWidth, clientHeight - axisHeight];
    return {
      left: scrollLeft,
      top: scrollTop,
      width: Math.max(0, width),
      height: Math.max(0, tall),
    };
  }, []);

  const look = useCallback(() => {
    const now = latest.current;
    const view = viewport();
    const x = view.width / 2;
    anchor.current = { at: timeAt(now.sheet, view.left + x), x };
    const next = sightOf(now.sheet, view, now.height);
    setSight((before) => (isSame(before, next) ? before : next));
  }, [viewport]);

  const goTo = useCallback(
    (at: number) => {
      const box = scroller.current;
      if (box === null) return;
      box.scrollLeft = xOf(latest.current.sheet, at) - viewport().width * lead;
      look();
    },
    [viewport, look],
  );

  // The first time the day that was asked for, afterwards what was under the hand.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const kept = anchor.current ?? { at: begin, x: viewport().width * lead };
    box.scrollLeft = xOf(sheet, kept.at) - kept.x;
    look();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- where it begins counts once
  }, [sheet, height, look, viewport]);

  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // While another screen is loaded this one is hidden: it has no size then, and is nowhere.
    const isHidden = () => box.clientWidth === 0;
    const rest = () => {
      onMove(false);
      if (isHidden()) return;
      const { left, width } = viewport();
      const at = (x: number) => timeAt(latest.current.sheet, left + x);
      latest.current.onRest(at(width * lead), { from: at(0), to: at(width) });
    };
    const onScroll = () => {
      if (isHidden()) return;
      onMove(true);
      look();
      clearTimeout(timer);
      timer = setTimeout(rest, restMs);
    };
    box.addEventListener('scroll', onScroll, { passive: true });
    const resized = new ResizeObserver(onScroll);
    resized.observe(box);
    return () => {
      clearTimeout(timer);
      box.removeEventListener('scroll', onScroll);
      resized.disconnect();
    };
  }, [look, viewport, onMove]);

  /** What the next sheet keeps in its place: the time at a distance from the left, else the middle. */
  const hold = useCallback(
    (x: number) => {
      anchor.current = { at: timeAt(latest.current.sheet, viewport().left + x), x };
    },
    [viewport],
  );

  return { scroller, sight, viewport, goTo, hold };
}

export type SheetScroll = ReturnType<typeof useSheetScroll>;

function isSame(one: Sight, other: Sight): boolean {
  return (
    one.left === other.left &&
    one.right === other.right &&
    one.top === other.top &&
    one.bottom === other.bottom
  );
}
