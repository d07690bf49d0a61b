import {
  memo,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { CSSProperties, PointerEvent } from 'react';
import type { CalendarEntry } from '#shared/contract/planning/calendar.ts';
import type { TimelineView } from '#shared/model/planning/timeline.ts';
import {
  barHeight,
  barTop,
  laneAt,
  rowOfLane,
} from '#shared/rules/planning/timeline/placed-rows.ts';
import type { PlacedRows } from '#shared/rules/planning/timeline/placed-rows.ts';
import { leastSpan } from '#shared/rules/planning/timeline/zoom.ts';
import { releaseHref } from '../../releases/index.ts';
import type { useNames } from '../../releases/index.ts';
import { BarCard } from './BarCard.tsx';
import { barName } from './bar-words.ts';
import { keyOf } from './bars-in-sight.ts';
import type { BarsInSight, SeenBar } from './bars-in-sight.ts';
import { axisHeight, headWidth, timeAt, xOf } from './chart-geometry.ts';
import type { Sheet } from './chart-geometry.ts';
import styles from './timeline.module.css';
import { useBarWalk } from './use-bar-walk.ts';
import { useMoveBar } from './use-move-bar.ts';
import type { SheetScroll } from './use-sheet-scroll.ts';

type BarsLayerProps = {
  sheet: Sheet;
  placed: PlacedRows;
  view: TimelineView;
  sight: BarsInSight;
  scroll: Pick<SheetScroll, 'scroller' | 'viewport'>;
  names: ReturnType<typeof useNames>['names'];
  zone: string;
  now: string;
  onMove: (entry: CalendarEntry) => void;
};

/** Links that stand over the painted bars at once: those of one row. */
const mostLinks = 40;
const leastWidth = 14;

/** What can be pointed at and walked through over the painted bars: real links, one row at a time. */
export const BarsLayer = memo(function BarsLayer(props: BarsLayerProps) {
  const { sheet, placed, sight, scroll, names, zone, now, onMove } = props;
  const { scroller, viewport } = scroll;
  const bars = useSyncExternalStore(sight.subscribeToRest, sight.settled);
  const [hovered, setHovered] = useState<SeenBar | null>(null);
  const [isFocused, setFocused] = useState(false);
  const cardId = useId();
  const show = useCallback(
    (place: { from: number; to: number; lane: number }) =>
      bringIntoSight(scroll, {
        left: xOf(sheet, place.from),
        right: xOf(sheet, place.to),
        top: barTop(placed, place.lane),
      }),
    [scroll, sheet, placed],
  );
  const { current, setCurrent, onKeyDown } = useBarWalk(bars, props, show);
  useMoveBar(current, onMove);

  // A card that stays while its bar moves away would tell of another one.
  useEffect(() => {
    const box = scroller.current;
    const hide = () => {
      setHovered(null);
      setFocused(false);
    };
    box?.addEventListener('scroll', hide, { passive: true });
    return () => box?.removeEventListener('scroll', hide);
  }, [scroller]);

  const row = useMemo(() => {
    const { left, top, width, height } = viewport();
    const inSight = bars.filter(({ bar }) => {
      const y = barTop(placed, bar.lane);
      const begins = xOf(sheet, bar.from);
      const ends = Math.max(xOf(sheet, bar.to), begins + leastWidth);
      return y + barHeight > top && y < top + height && ends > left && begins < left + width;
    });
    return linksOfRow(inSight, current, placed);
  }, [bars, current, placed, sheet, viewport]);

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.pointerType === 'touch') return;
    const box = event.currentTarget.getBoundingClientRect();
    const lane = laneAt(placed, event.clientY - box.top);
    const time = timeAt(sheet, event.clientX - box.left);
    const found = lane === undefined ? undefined : sight.at(lane, time, leastSpan(sheet.zoom));
    setHovered((before) => (before?.bar === found?.bar ? before : (found ?? null)));
  };

  const styleOf = ({ bar }: SeenBar): CSSProperties => {
    const left = xOf(sheet, bar.from);
    const width = Math.max(leastWidth, xOf(sheet, bar.to) - left);
    return { left, width, top: barTop(placed, bar.lane), height: barHeight };
  };
  const told = hovered ?? (isFocused ? current : null);
  const tabbed = row.links.some(({ bar }) => bar === current?.bar) ? current : row.links[0];
  return (
    <div
      className={styles['layer']}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setHovered(null)}
    >
      <ul aria-label={row.label} onKeyDown={(event) => void onKeyDown(event)}>
        {row.links.map((seen) => (
          <li key={keyOf(seen.bar)}>
            <a
              href={releaseHref(seen.bar.releaseId, 'overview')}
              className={styles['link']}
              style={styleOf(seen)}
              data-bar={keyOf(seen.bar)}
              tabIndex={seen === tabbed ? 0 : -1}
              aria-label={barName(seen, zone, now)}
              aria-describedby={told === seen ? cardId : undefined}
              onFocus={() => {
                setCurrent(seen);
                setFocused(true);
              }}
              onBlur={() => setFocused(false)}
            />
          </li>
        ))}
      </ul>
      {hovered !== null && (
        <a
          href={releaseHref(hovered.bar.releaseId, 'overview')}
          className={styles['hover']}
          style={styleOf(hovered)}
          tabIndex={-1}
          aria-hidden
        />
      )}
      {told !== null && (
        <BarCard id={cardId} seen={told} box={boxOf(told, props)} {...{ names, zone, now }} />
      )}
    </div>
  );
});

/** The row of the bar in focus, or the first one in sight that has bars; in the order of time. */
function linksOfRow(inSight: readonly SeenBar[], current: SeenBar | null, placed: PlacedRows) {
  const lowest = inSight.reduce<number | null>(
    (least, { bar }) => (least === null ? bar.lane : Math.min(least, bar.lane)),
    null,
  );
  const lane = current?.bar.lane ?? lowest;
  const row = lane === null ? undefined : rowOfLane(placed, lane);
  const own = inSight
    .filter(({ bar }) => rowOfLane(placed, bar.lane) === row)
    .toSorted((one, other) => one.bar.from - other.bar.from || one.bar.lane - other.bar.lane)
    .slice(0, mostLinks);
  // The focus stays on its bar when that is scrolled out of sight.
  const isIn = current === null || own.some(({ bar }) => keyOf(bar) === keyOf(current.bar));
  const links = isIn ? own : [...own, current];
  return { links, label: row === undefined ? 'Bars' : `Bars of ${row.row.name}` };
}

function boxOf({ bar }: SeenBar, { scroll, sheet, placed }: BarsLayerProps) {
  const box = scroll.scroller.current?.getBoundingClientRect();
  const view = scroll.viewport();
  const x = Math.max(0, xOf(sheet, bar.from) - view.left);
  const top = (box?.top ?? 0) + axisHeight + barTop(placed, bar.lane) - view.top;
  return { left: (box?.left ?? 0) + headWidth + x, top, bottom: top + barHeight };
}

function bringIntoSight(
  { scroller, viewport }: BarsLayerProps['scroll'],
  bar: { left: number; right: number; top: number },
): void {
  const box = scroller.current;
  if (box === null) return;
  const view = viewport();
  const space = 48;
  const isLeft = bar.left < view.left + space / 2;
  const isRight = Math.min(bar.right, bar.left + view.width / 2) > view.left + view.width - space;
  if (isLeft || isRight) box.scrollLeft = bar.left - view.width / 3;
  if (bar.top < view.top) box.scrollTop = bar.top - space;
  else if (bar.top + barHeight > view.top + view.height) {
    box.scrollTop = bar.top + barHeight + space - view.height;
  }
}
