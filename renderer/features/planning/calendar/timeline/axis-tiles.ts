import type { TimelineZoom } from '#shared/model/planning/timeline.ts';
import { axisOf } from '#shared/rules/planning/timeline/axis.ts';
import type { Axis, AxisManner } from '#shared/rules/planning/timeline/axis.ts';
import { msPerPixel } from '#shared/rules/planning/timeline/zoom.ts';
import { tileWidth } from './chart-geometry.ts';

export type Calendar = AxisManner;

const kept = new Map<string, Axis>();
const mostKept = 300;

/** The axis over a column of tiles: head and canvases of the column take the same one. */
export function axisOfTile(zoom: TimelineZoom, column: number, calendar: Calendar): Axis {
  const { zone, workingDays, locale } = calendar;
  const key = `${zoom} ${column} ${zone} ${workingDays.join('')} ${locale}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const wide = tileWidth * msPerPixel(zoom);
  const made = axisOf(zoom, { from: column * wide, to: (column + 1) * wide }, calendar);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, made);
  return made;
}
