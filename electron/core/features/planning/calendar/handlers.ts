import type { Handlers } from '#core/context.ts';
import { toMs } from '#core/database/select.ts';
import type { Outlook } from '../releases/index.ts';
import { plannedEntries } from './entries.ts';
import { checkPlacement, findNearestFree } from './placement.ts';
import type { PlacementFacts } from './placement-subject.ts';
import { calendarFile } from './file.ts';

type Names =
  'calendar.list' | 'calendar.checkPlacement' | 'calendar.nearestFree' | 'calendar.exportIcs';

export function createCalendar(outlook: Outlook, facts: PlacementFacts): Handlers<Names> {
  return {
    'calendar.checkPlacement': (input, context) => checkPlacement(input, context, facts),
    'calendar.nearestFree': (input, context) => findNearestFree(input, context, facts),

    'calendar.list': ({ from, to }, { store, now }) => {
      const span = { from: toMs(from), to: toMs(to) };
      return plannedEntries(store, span, outlook, now).map(({ entry }) => entry);
    },

    'calendar.exportIcs': ({ from, to, at, windows }, { store, now }) => {
      const span = { from: msOrOpen(from), to: msOrOpen(to) };
      const wanted = { span, at: msOrOpen(at), windows };
      const { fileName, text } = calendarFile(store, outlook, now, wanted);
      return { fileName, mediaType: 'text/calendar', text };
    },
  };
}

import { iso, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import type { Outlook, Overview } from '../releases/index.ts';
import { plannedEntries } from './entries.ts';
import { fileName } from '#core/file-name.ts';
import { renderIcs } from './ics.ts';
import { nextOccurrences, readRange } from './range.ts';

type Name = 'calendar.range' | 'calendar.nextOccurrences' | 'calendar.list' | 'calendar.exportIcs';

export function createCalendar(
  outlook: Outlook,
  riskFigures: Overview['riskFigures'],
): Handlers<Name> {
  return {
    'calendar.range': (input, { store }) => readRange(store, input, riskFigures),

    'calendar.nextOccurrences': ({ windowId, after }, { store }) =>
      nextOccurrences(store, windowId, toMs(after)),

    'calendar.list': ({ from, to }, { store, now }) => {
      const span = { from: toMs(from), to: toMs(to) };
      return plannedEntries(store, span, outlook, now).map(({ entry }) => entry);
    },

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
