import type { Handlers } from '#core/context.ts';
import { toMs } from '#core/database/select.ts';
import type { Outlook, Overview } from '../releases/index.ts';
import { plannedEntries } from './entries.ts';
import { calendarFile } from './file.ts';
import { checkPlacement, findNearestFree } from './placement.ts';
import type { PlacementFacts } from './placement-subject.ts';
import { nextOccurrences, readRange } from './range.ts';

type Names =
  | 'calendar.range'
  | 'calendar.nextOccurrences'
  | 'calendar.list'
  | 'calendar.checkPlacement'
  | 'calendar.nearestFree'
  | 'calendar.exportIcs';

/** What higher areas know of releases: how they stand, what they risk, who must decide. */
type Around = {
  outlook: Outlook;
  riskFigures: Overview['riskFigures'];
  facts: PlacementFacts;
};

export function createCalendar({ outlook, riskFigures, facts }: Around): Handlers<Names> {
  return {
    'calendar.range': (input, { store, now }) => readRange(store, input, riskFigures, now),

    'calendar.nextOccurrences': ({ windowId, after }, { store }) =>
      nextOccurrences(store, windowId, toMs(after)),

    'calendar.list': ({ from, to }, { store, now }) => {
      const span = { from: toMs(from), to: toMs(to) };
      return plannedEntries(store, span, outlook, now).map(({ entry }) => entry);
    },

    'calendar.checkPlacement': (input, context) => checkPlacement(input, context, facts),

    'calendar.nearestFree': (input, context) => findNearestFree(input, context, facts),

    'calendar.exportIcs': ({ from, to, at, windows }, { store, now }) => {
      const span = { from: msOrOpen(from), to: msOrOpen(to) };
      const wanted = { span, at: msOrOpen(at), windows };
      const { fileName, text } = calendarFile(store, outlook, now, wanted);
      return { fileName, mediaType: 'text/calendar', text };
    },
  };
}

function msOrOpen(instant: string | undefined): number | undefined {
  return instant === undefined ? undefined : toMs(instant);
}
