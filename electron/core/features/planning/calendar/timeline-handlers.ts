import type { Context, Handlers } from '#core/context.ts';
import type { TimelineRow, TimelineView } from '#shared/model/planning/timeline.ts';
import type { Overview } from '../releases/index.ts';
import { layoutOf } from './timeline-layout.ts';
import type { Layout } from './timeline-layout.ts';
import { stepFrom } from './timeline-step.ts';
import { readTile } from './timeline-tile.ts';

type Names = 'calendar.timeline' | 'calendar.timelineTiles' | 'calendar.timelineStep';

export function createTimeline(overview: Pick<Overview, 'riskFigures'>): Handlers<Names> {
  return {
    'calendar.timeline': ({ view }, { store }) => {
      const layout = layoutOf(store, overview, view);
      const { releases, undated, from, to, trains } = layout;
      return { rows: rowsOf(layout), ...{ releases, undated, from, to, trains } };
    },

    'calendar.timelineTiles': ({ view, pieces }, { store, now }) => {
      const layout = layoutOf(store, overview, view);
      return pieces.map(({ lastLane = layout.lanes.length, ...piece }) =>
        readTile(store, layout, { ...piece, lastLane, zoom: view.zoom }, now),
      );
    },

    'calendar.timelineStep': (wanted, { store }) =>
      stepFrom(layoutOf(store, overview, wanted.view), wanted),
  };
}

/** All rows of a view, and everything that is drawn of a span of time in them. */
export function timelineExtract(
  { store, now }: Pick<Context, 'store' | 'now'>,
  overview: Pick<Overview, 'riskFigures'>,
  { view, from, to }: { view: TimelineView; from: number; to: number },
) {
  const layout = layoutOf(store, overview, view);
  const lanes = { firstLane: 0, lastLane: layout.lanes.length };
  const { releases, undated } = layout;
  return {
    outline: { rows: rowsOf(layout), releases, undated },
    tile: readTile(store, layout, { from, to, zoom: view.zoom, ...lanes }, now),
  };
}

function rowsOf({ rows }: Layout): TimelineRow[] {
  return rows.map(({ id, name, bars, lanes }) => ({ id, name, bars, lanes }));
}
