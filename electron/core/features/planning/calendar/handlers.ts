import type { Handlers } from '#core/context.ts';
import { iso, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import type { Outlook } from '../releases/index.ts';
import { plannedEntries } from './entries.ts';
import { fileName } from '#core/file-name.ts';
import { renderIcs } from './ics.ts';
import { checkPlacement, findNearestFree } from './placement.ts';
import type { PlacementFacts } from './placement-subject.ts';

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

    'calendar.exportIcs': (input, { store, now }) => exportIcs(input, store, outlook, now),
  };
}

/** Without `at` the file speaks of the newest change, so that exporting twice gives the same bytes. */
function exportIcs(
  { from, to, at }: Parsed<'calendar.exportIcs'>,
  store: Store,
  outlook: Outlook,
  now: number,
) {
  const head = store.head();
  const asOf = at === undefined ? (head?.at ?? now) : toMs(at);
  const span = {
    from: from === undefined ? undefined : toMs(from),
    to: to === undefined ? undefined : toMs(to),
  };
  const entries = plannedEntries(store, span, outlook, asOf);
  const { name } = readWorkspace(store);
  const hash = head?.hash ?? null;
  return {
    fileName: fileName(name, 'deployments', 'ics'),
    mediaType: 'text/calendar' as const,
    text: renderIcs({ workspaceName: name, entries, stamp: iso(asOf), head: hash }),
  };
}
