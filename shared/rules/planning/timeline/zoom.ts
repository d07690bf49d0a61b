import { timelineZooms } from '#shared/model/planning/timeline.ts';
import type { TimelineZoom } from '#shared/model/planning/timeline.ts';

const dayMs = 86_400_000;

/** Pixels a day is wide: what the zoom is named after fits a window of some 1,200 pixels. */
const dayWidths: Record<TimelineZoom, number> = {
  day: 480,
  week: 160,
  month: 40,
  quarter: 14,
  year: 3.5,
};

/** The least a bar takes, however short: it must be seen and hit. */
const leastWidth = 14;

export function msPerPixel(zoom: TimelineZoom): number {
  return dayMs / dayWidths[zoom];
}

/** As long as this every bar counts when lanes are given out. */
export function leastSpan(zoom: TimelineZoom): number {
  return leastWidth * msPerPixel(zoom);
}

/** One step nearer, or farther when negative; the ends stay. */
export function zoomedBy(zoom: TimelineZoom, steps: number): TimelineZoom {
  const at = timelineZooms.indexOf(zoom) - steps;
  return timelineZooms[Math.max(0, Math.min(timelineZooms.length - 1, at))] ?? zoom;
}
