import type { Handlers } from '#core/context.ts';
import type { Outlook } from '../releases/index.ts';
import { importIcs, readIcs } from './import.ts';
import { publishDue, setPublishing, tellPublishing } from './publish.ts';

type Own =
  | 'calendar.readIcs'
  | 'calendar.importIcs'
  | 'calendar.publishing'
  | 'calendar.publish'
  | 'calendar.publishDue';

export function createCalendarFiles(outlook: Outlook): Handlers<Own> {
  /** One after the other: an older file must not take the place of a newer one. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (write: () => Promise<string | null>) => {
    const turn = last.then(write, write);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    'calendar.readIcs': (input, context) => readIcs(input, context),

    'calendar.importIcs': (input, context) => importIcs(input, context),

    'calendar.publishing': (_input, context) => {
      return tellPublishing(context);
    },

    'calendar.publish': async (input, context) => {
      setPublishing(input, context);
      // Written at once: people see that it works, and where it goes. A failure is in the answer.
      await inTurn(() => publishDue(context, outlook)).catch(() => undefined);
      return tellPublishing(context);
    },

    'calendar.publishDue': async (_input, context) => ({
      path: await inTurn(() => publishDue(context, outlook)),
    }),
  };
}
