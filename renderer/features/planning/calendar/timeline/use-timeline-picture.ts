import { useCallback } from 'react';
import type { TimelineBar, TimelineTile, TimelineView } from '#shared/model/planning/timeline.ts';
import { axisOf } from '#shared/rules/planning/timeline/axis.ts';
import { barStanding } from '#shared/rules/planning/timeline/bar-standing.ts';
import type { Picture } from '#shared/rules/planning/timeline/paper.ts';
import { pictureNote } from '#shared/rules/planning/timeline/picture-words.ts';
import type { Envelope } from '#shared/contract/procedure.ts';
import { useAsk } from '../../../../api/useAsk.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { dayText } from '../../../../components/when-text.ts';
import type { Calendar } from './axis-tiles.ts';
import { isoOf } from './bar-words.ts';
import type { TimeSpan } from './SpanButtons.tsx';

const nothing: TimelineTile = { bars: [], bands: [], links: [] };
/** Releases that are judged with one question. */
const atOnce = 500;

/** Everything that is drawn of a span of time, in all rows: for files and paper. */
export function useTimelinePicture(view: TimelineView, calendar: Calendar, now: string) {
  const askOutline = useAsk('calendar.timeline');
  const askTiles = useAsk('calendar.timelineTiles');
  const askStanding = useAsk('releases.standing');
  const workspace = useProcedure('workspace.state', {}).data?.open?.workspace.name ?? '';
  return useCallback(
    async (inSight: TimeSpan): Promise<Picture> => {
      const span = { from: Math.floor(inSight.from), to: Math.ceil(inSight.to) };
      const outline = valueOf(await askOutline({ view }));
      const [tile = nothing] = valueOf(await askTiles({ view, pieces: [span] }));
      const ids = [...new Set(tile.bars.map(({ releaseId }) => releaseId))];
      const judged = [];
      for (let from = 0; from < ids.length; from += atOnce) {
        judged.push(...valueOf(await askStanding({ ids: ids.slice(from, from + atOnce) })));
      }
      const readiness = new Map(judged.map((each) => [each.id, each.readiness]));
      const day = (at: number) => dayText(isoOf(at), calendar.zone, now);
      return {
        ...{ rows: outline.rows, tile, ...span, now: Date.parse(now) },
        axis: axisOf(view.zoom, span, calendar),
        title: `${workspace} timeline`,
        note: pictureNote({
          view,
          ...span,
          now: Date.parse(now),
          zone: calendar.zone,
          outline,
          day,
        }),
        standingOf: (bar: TimelineBar) => barStanding(bar, readiness.get(bar.releaseId)),
      };
    },
    [askOutline, askTiles, askStanding, view, calendar, now, workspace],
  );
}

function valueOf<T>(answer: Envelope<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(answer.error.message);
}
