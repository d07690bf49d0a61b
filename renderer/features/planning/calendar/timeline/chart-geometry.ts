import type { TimelineOutline, TimelineZoom } from '#shared/model/planning/timeline.ts';
import { msPerPixel } from '#shared/rules/planning/timeline/zoom.ts';

/** Pixels. Pieces of the timeline are drawn once each and then only moved. */
export const tileWidth = 768;
export const tileHeight = 512;
export const headWidth = 208;
export const axisHeight = 76;
/** A name behind a short bar reaches so far into the piece beside its own. */
export const nameReach = 240;
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

/** As many tiles wherever the window stands: one that goes out of sight makes room for another. */
export function sightOf(sheet: Sheet, view: Viewport, height: number): Sight {
  const [across, down] = [slots(view.width, tileWidth), slots(view.height, tileHeight)];
  const left = tilesFrom(view.left, tileWidth, sheet.tiles, across);
  const top = tilesFrom(view.top, tileHeight, Math.max(1, Math.ceil(height / tileHeight)), down);
  return {
    left: sheet.firstTile + left.from,
    right: sheet.firstTile + left.to,
    top: top.from,
    bottom: top.to,
  };
}

/** Tiles that a window and its margins touch at most. */
function slots(length: number, tile: number): number {
  return Math.ceil((length + 2 * margin) / tile) + 1;
}

function tilesFrom(from: number, tile: number, all: number, count: number) {
  const last = Math.max(0, all - count);
  const begin = Math.max(0, Math.min(last, Math.floor((from - margin) / tile)));
  return { from: begin, to: Math.min(all, begin + count) - 1 };
}

/** Which of the tiles in sight a place in the sheet is drawn by, counted on for ever. */
export function slotOf({ left, right, top, bottom }: Sight, column: number, line: number): string {
  const over = (index: number, count: number) => ((index % count) + count) % count;
  return `${over(column, right - left + 1)} ${over(line, bottom - top + 1)}`;
}

export function xOf({ origin, scale }: Sheet, at: number): number {
  return (at - origin) / scale;
}

export function timeAt({ origin, scale }: Sheet, x: number): number {
  return origin + x * scale;
}
