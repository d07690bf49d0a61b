import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TimelineBar, TimelineTile, TimelineView } from '#shared/model/planning/timeline.ts';
import { barStanding } from '#shared/rules/planning/timeline/bar-standing.ts';
import { lanesBetween } from '#shared/rules/planning/timeline/placed-rows.ts';
import type { PlacedRows } from '#shared/rules/planning/timeline/placed-rows.ts';
import { sceneOf } from '#shared/rules/planning/timeline/scene.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
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
  const standings = useTileStandings(tile.bars);
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
    if (canvas.current === null || context === null || context === undefined) return;
    const ratio = window.devicePixelRatio || 1;
    canvas.current.width = tileWidth * ratio;
    canvas.current.height = tileHeight * ratio;
    context.scale(ratio, ratio);
    const shapes = sceneOf({
      ...{ placed, from, msPerPixel: sheet.scale, tile, standingOf },
      ...{ top: line * tileHeight, width: tileWidth, height: tileHeight },
      axis: axisOfTile(sheet.zoom, column, calendar),
      measure: measureWith(inks),
      widestNamed: widestPainted,
      namesWindows: false,
    });
    // Patterns repeat by a raster of the whole sheet, so that tiles fit together.
    paintShapes(context, shapes, inks, { x: column * tileWidth, y: line * tileHeight });
  }, [placed, from, sheet, tile, standingOf, line, column, calendar, inks]);
  return (
    <canvas
      ref={canvas}
      className={styles['tile']}
      style={{ left: (column - sheet.firstTile) * tileWidth, top: line * tileHeight }}
      aria-hidden
    />
  );
});

function useTileStandings(bars: readonly TimelineBar[]) {
  const [rests, setRests] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRests(true), restMs);
    return () => clearTimeout(timer);
  }, []);
  const ids = useMemo(() => {
    const open = bars.filter(({ outcome }) => outcome === null);
    return [...new Set(open.map(({ releaseId }) => releaseId))].slice(0, mostJudged);
  }, [bars]);
  const { data } = useProcedure('releases.standing', { ids }, { enabled: rests && ids.length > 0 });
  return useMemo(() => new Map((data ?? []).map(({ id, readiness }) => [id, readiness])), [data]);
}
