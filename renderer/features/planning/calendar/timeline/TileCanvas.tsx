import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TimelineBar, TimelineTile, TimelineView } from '#shared/model/planning/timeline.ts';
import { barStanding } from '#shared/rules/planning/timeline/bar-standing.ts';
import { lanesBetween } from '#shared/rules/planning/timeline/placed-rows.ts';
import type { PlacedRows } from '#shared/rules/planning/timeline/placed-rows.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { axisOfTile } from './axis-tiles.ts';
import type { Calendar } from './axis-tiles.ts';
import type { BarsInSight } from './bars-in-sight.ts';
import { nameReach, tileHeight, tileWidth } from './chart-geometry.ts';
import type { Sheet } from './chart-geometry.ts';
import type { Inks } from './painting/inks.ts';
import { painter } from './painting/painter.ts';
import { useTile } from './use-tile.ts';
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
  const reach = from - Math.ceil(nameReach * sheet.scale);
  const asked = useTile(view, { from: reach, to, firstLane, lastLane });
  const tile = asked.data ?? nothing;
  const isThere = asked.data !== undefined;
  const standings = useTileStandings(`${column} ${line}`, tile.bars, sight);
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
  // The canvas is taken over from a piece that went out of sight: what it shows is of that one.
  useLayoutEffect(() => {
    canvas.current?.style.setProperty('visibility', 'hidden');
  }, [column, line, sheet]);
  useLayoutEffect(() => {
    const own = canvas.current;
    const shown = own?.getContext('bitmaprenderer');
    if (!own || !shown || !isThere) return undefined;
    const piece = {
      ...{ from, msPerPixel: sheet.scale, tile, standings: tile.bars.map(standingOf) },
      ...{ left: column * tileWidth, top: line * tileHeight },
      ...{ width: tileWidth, height: tileHeight, ratio: window.devicePixelRatio || 1 },
      axis: axisOfTile(sheet.zoom, column, calendar),
    };
    return painter.paint({ piece, placed, inks }, (bitmap) => {
      shown.transferFromImageBitmap(bitmap);
      own.style.removeProperty('visibility');
    });
  }, [placed, from, sheet, tile, isThere, standingOf, line, column, calendar, inks]);
  return (
    <canvas
      ref={canvas}
      className={styles['tile']}
      style={{ left: (column - sheet.firstTile) * tileWidth, top: line * tileHeight }}
      aria-hidden
    />
  );
});

function useTileStandings(name: string, bars: readonly TimelineBar[], sight: BarsInSight) {
  const [rested, setRested] = useState('');
  const rests = rested === name;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      if (sight.isMoving()) timer = setTimeout(look, restMs);
      else setRested(name);
    };
    timer = setTimeout(look, restMs);
    return () => clearTimeout(timer);
  }, [name, sight]);
  const ids = useMemo(() => {
    const open = bars.filter(({ outcome }) => outcome === null);
    return [...new Set(open.map(({ releaseId }) => releaseId))].slice(0, mostJudged);
  }, [bars]);
  const { data } = useProcedure('releases.standing', { ids }, { enabled: rests && ids.length > 0 });
  return useMemo(() => new Map((data ?? []).map(({ id, readiness }) => [id, readiness])), [data]);
}
