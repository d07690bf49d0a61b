import { fileName } from '#core/file-name.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { ReleaseSummary } from '#shared/model/planning/release-views.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import type { Outlook } from '../releases/index.ts';
import { plannedEntries } from './entries.ts';
import type { Span } from './entries.ts';
import { filedWindows } from './filed-windows.ts';
import { goneEntries } from './gone.ts';
import { renderIcs } from './ics.ts';

type Wanted = {
  span: Span;
  /** The time the file is stamped with; absent takes the time of the newest journal entry. */
  at?: number | undefined;
  windows: boolean;
  /** Which releases; absent takes all. */
  isWanted?: ((release: ReleaseSummary) => boolean) | undefined;
};

export type CalendarFile = { fileName: string; text: string; events: number };

/** The calendar as a file, the same bytes for the same facts. */
export function calendarFile(
  store: Store,
  outlook: Outlook,
  now: number,
  { span, at, windows, isWanted = () => true }: Wanted,
): CalendarFile {
  const head = store.head();
  const asOf = at ?? head?.at ?? now;
  const planned = plannedEntries(store, span, outlook, asOf);
  const entries = planned.filter(({ summary }) => isWanted(summary));
  // Of what is gone whole nobody can say any more whether it was wanted.
  const unwanted = new Set(
    planned.filter(({ summary }) => !isWanted(summary)).map(({ entry }) => entry.releaseId),
  );
  const gone = goneEntries(store, span).filter(({ releaseId }) => !unwanted.has(releaseId));
  const filed = windows ? filedWindows(store, span) : [];
  const { name } = readWorkspace(store);
  return {
    fileName: fileName(name, windows ? 'calendar' : 'deployments', 'ics'),
    text: renderIcs({
      ...{ workspaceName: name, entries, gone, windows: filed, stamp: iso(asOf) },
      head: head?.hash ?? null,
    }),
    events: entries.length + gone.length + filed.length,
  };
}
