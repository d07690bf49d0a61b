import type { Store } from '#core/database/store.ts';
import type { Band, Window } from '#shared/model/planning/windows.ts';
import { occurrencesIn } from '#shared/rules/planning/windows/occurrences.ts';
import type { Span } from '#shared/rules/planning/windows/intervals.ts';
import { listWindows, presentWindow } from './rows.ts';

/** Every window as it lies in a span of time, earliest first. */
export function bandsIn(store: Store, span: Span): Band[] {
  return laidOut(listWindows(store), span);
}

/** The freezes alone, which most of the calendar need not be laid out for. */
export function freezeBandsIn(store: Store, span: Span): Band[] {
  return laidOut(listWindows(store).filter(isFreeze), span);
}

function laidOut(windows: readonly Window[], span: Span): Band[] {
  return windows
    .flatMap((window) => {
      const { id: windowId, kind, name, zone, authorityId } = window;
      const { serviceIds, environmentIds, regions } = window;
      const shared = { windowId, kind, name, zone, serviceIds, environmentIds, regions };
      return occurrencesIn(window, window.changes, span).map((each) => ({
        ...{ ...shared, authorityId, ...each },
      }));
    })
    .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
}

function isFreeze({ kind }: Pick<Window, 'kind'>): boolean {
  return kind === 'hard-freeze' || kind === 'soft-freeze';
}

/** When one window lies in a span of time, if it is a freeze; never, where it was taken off. */
export function freezeSpans(store: Store, windowId: string, span: Span): Span[] {
  const window = presentWindow(store, windowId);
  if (window === null || !isFreeze(window)) return [];
  return occurrencesIn(window, window.changes, span).map(({ startsAt, endsAt }) => ({
    from: Date.parse(startsAt),
    to: Date.parse(endsAt),
  }));
}
