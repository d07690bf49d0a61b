import type { TimelineOutline, TimelineZoom } from '#shared/model/planning/timeline.ts';
import { msPerPixel } from '#shared/rules/planning/timeline/zoom.ts';

/** Pixels. Pieces of the timeline are drawn once each and then only moved. */
export const tileWidth = 768;
export const tileHeight = 512;
export const headWidth = 208;
export const axisHeight = 76;
/** A name behind a short bar reaches so far into the piece beside its own. */
export const nameReach = 240;
/** Names of wider bars are no paint: they stay in sight as long as their bar does. */
export const widestPainted = 240;
/** Drawn beyond what is in sight, on either side. */
const margin = 320;
/** Browsers place nothing farther out than some 17 million pixels. */
const mostTiles = 12_000;

/** The sheet in time: from the left edge of its first tile. Tiles are counted from 1970. */
export type Sheet = {
  zoom: TimelineZoom;
  scale: number;
  firstTile: number;
  tiles: number;
  origin: number;
  width: number;
};

/**
 * As long as the releases and the present are, with a window to spare at either end; where the zoom makes
 * that longer than browsers can, the part around `about`.
 */
export function sheetOf(
  outline: Pick<TimelineOutline, 'from' | 'to'> | undefined,
  zoom: TimelineZoom,
  now: number,
  about: number,
): Sheet {
  const scale = msPerPixel(zoom);
  const tileOf = (at: number) => Math.floor(at / scale / tileWidth);
  const spare = 3;
  const centre = tileOf(about);
  const first = Math.max(
    Math.min(tileOf(outline?.from ?? now), tileOf(now), centre) - spare,
    centre - mostTiles / 2,
  );
  const last = Math.min(
    Math.max(tileOf(outline?.to ?? now), tileOf(now), centre) + spare,
    centre + mostTiles / 2,
  );
  const tiles = last - first + 1;
  return {
    ...{ zoom, scale, tiles, firstTile: first },
    origin: first * tileWidth * scale,
    width: tiles * tileWidth,
  };
}

/** The tiles in and around sight, first and last counted in. */
export type Sight = { left: number; right: number; top: number; bottom: number };

export type Viewport = { left: number; top: number; width: number; height: number };

export function sightOf(sheet: Sheet, view: Viewport, height: number): Sight {
  const across = (x: number) =>
    sheet.firstTile + Math.max(0, Math.min(sheet.tiles - 1, Math.floor(x / tileWidth)));
  const lowest = Math.max(0, Math.ceil(height / tileHeight) - 1);
  const down = (y: number) => Math.max(0, Math.min(lowest, Math.floor(y / tileHeight)));
  return {
    left: across(view.left - margin),
    right: across(view.left + view.width + margin),
    top: down(view.top - margin),
    bottom: down(view.top + view.height + margin),
  };
}

export function xOf({ origin, scale }: Sheet, at: number): number {
  return (at - origin) / scale;
}

export function timeAt({ origin, scale }: Sheet, x: number): number {
  return origin + x * scale;
}
