import type { Handlers } from '#core/context.ts';
import type { Overview } from '../releases/index.ts';
import { layoutOf } from './timeline-layout.ts';
import { stepFrom } from './timeline-step.ts';
import { readTile } from './timeline-tile.ts';

type Names = 'calendar.timeline' | 'calendar.timelineTiles' | 'calendar.timelineStep';

export function createTimeline(overview: Pick<Overview, 'riskFigures'>): Handlers<Names> {
  return {
    'calendar.timeline': ({ view }, { store }) => {
      const { rows, ...rest } = layoutOf(store, overview, view);
      const { releases, undated, from, to, trains } = rest;
      return {
        rows: rows.map(({ id, name, bars, lanes }) => ({ id, name, bars, lanes })),
        ...{ releases, undated, from, to, trains },
      };
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
