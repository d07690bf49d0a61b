import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TimelineBar, TimelineTile, TimelineView } from '#shared/model/planning/timeline.ts';
import { barStanding } from '#shared/rules/planning/timeline/bar-standing.ts';
import { lanesBetween } from '#shared/rules/planning/timeline/placed-rows.ts';
import type { PlacedRows } from '#shared/rules/planning/timeline/placed-rows.ts';
import { sceneOf } from '#shared/rules/planning/timeline/scene.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { axisOfTile } from './axis-tiles.ts';
import type { Calendar } from './axis-tiles.ts';
import type { BarsInSight } from './bars-in-sight.ts';
import { nameReach, tileHeight, tileWidth, widestPainted } from './chart-geometry.ts';
import type { Sheet } from './chart-geometry.ts';
import type { Inks } from './inks.ts';
import { measureWith, paintShapes } from './paint.ts';
import styles from './timeline.module.css';

type TileCanvasProps = {
  column: number;
  line: number;
  sheet: Sheet;
  placed: PlacedRows;
  view: TimelineView;
  calendar: Calendar;
  inks: Inks;
  sight: BarsInSight;
};

const nothing: TimelineTile = { bars: [], bands: [], links: [] };
/** Releases whose readiness is judged for one tile. */
const mostJudged = 500;
const restMs = 180;

/**
 * A piece of the timeline, drawn when its facts are there. While the sheet is scrolled it is moved
 * by the browser alone; what its bars stand at is asked once it stays in sight.
 */
export const TileCanvas = memo(function TileCanvas(props: TileCanvasProps) {
  const { column, line, sheet, placed, view, calendar, inks, sight } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [firstLane, lastLane] = lanesBetween(placed, line * tileHeight, (line + 1) * tileHeight);
  const from = Math.floor(column * tileWidth * sheet.scale);
  const to = Math.ceil((column + 1) * tileWidth * sheet.scale);
  const asked = useProcedure(
    'calendar.timelineTile',
    { view, from: from - Math.ceil(nameReach * sheet.scale), to, firstLane, lastLane },
    { keepPrevious: false },
  );
  const tile = asked.data ?? nothing;
  const isThere = asked.data !== undefined;
  const standings = useTileStandings(tile.bars, sight);
  const standingOf = useMemo(
    () => (bar: TimelineBar) => barStanding(bar, standings.get(bar.releaseId)),
    [standings],
  );
  useEffect(() => {
    const name = `${column} ${line}`;
    sight.put(
      name,
      tile.bars.map((bar) => {
        const first = standings.get(bar.releaseId)?.firstInTheWay;
        const inTheWay =
          first === undefined || first === null ? '' : `${first.gate}: ${first.summary}`;
        return { bar, standing: standingOf(bar), inTheWay };
      }),
      tile.bands,
    );
    return () => sight.drop(name);
  }, [sight, column, line, tile, standings, standingOf]);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || !isThere) return undefined;
    const paint = () => {
      const ratio = sizeFor(context.canvas);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, tileWidth, tileHeight);
      const shapes = sceneOf({
        ...{ placed, from, msPerPixel: sheet.scale, tile, standingOf },
        ...{ top: line * tileHeight, width: tileWidth, height: tileHeight },
        axis: axisOfTile(sheet.zoom, column, calendar),
        measure: measureWith(inks),
        ...{ widestNamed: widestPainted, namesWindows: false },
      });
      // Patterns repeat by a raster of the whole sheet, so that tiles fit together.
      paintShapes(context, shapes, inks, { x: column * tileWidth, y: line * tileHeight });
    };
    const key = `${column} ${line}`;
    if (sight.isMoving()) sight.queue.add(key, paint);
    else paint();
    return () => sight.queue.drop(key);
  }, [placed, from, sheet, tile, isThere, standingOf, line, column, calendar, inks, sight]);
  return (
    <canvas
      ref={canvas}
      className={styles['tile']}
      style={{ left: (column - sheet.firstTile) * tileWidth, top: line * tileHeight }}
      aria-hidden
    />
  );
});

/** Each pixel of the screen its own; a canvas that has the size already keeps its memory. */
function sizeFor(canvas: HTMLCanvasElement): number {
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [Math.round(tileWidth * ratio), Math.round(tileHeight * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  return ratio;
}

function useTileStandings(bars: readonly TimelineBar[], sight: BarsInSight) {
  const [rests, setRests] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      if (sight.isMoving()) timer = setTimeout(look, restMs);
      else setRests(true);
    };
    timer = setTimeout(look, restMs);
    return () => clearTimeout(timer);
  }, [sight]);
  const ids = useMemo(() => {
    const open = bars.filter(({ outcome }) => outcome === null);
    return [...new Set(open.map(({ releaseId }) => releaseId))].slice(0, mostJudged);
  }, [bars]);
  const { data } = useProcedure('releases.standing', { ids }, { enabled: rests && ids.length > 0 });
  return useMemo(() => new Map((data ?? []).map(({ id, readiness }) => [id, readiness])), [data]);
}
