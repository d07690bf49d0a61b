import type { Handlers } from '#core/context.ts';
import type { Overview } from '../releases/index.ts';
import { layoutOf } from './timeline-layout.ts';
import { stepFrom } from './timeline-step.ts';
import { readTile } from './timeline-tile.ts';

type Names = 'calendar.timeline' | 'calendar.timelineTile' | 'calendar.timelineStep';

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

    'calendar.timelineTile': ({ view, from, to, firstLane, lastLane }, { store, now }) => {
      const layout = layoutOf(store, overview, view);
      const last = lastLane ?? layout.lanes.length;
      const extract = { from, to, firstLane, lastLane: last, zoom: view.zoom };
      return readTile(store, layout, extract, now);
    },

    'calendar.timelineStep': (wanted, { store }) =>
      stepFrom(layoutOf(store, overview, wanted.view), wanted),
  };
}
