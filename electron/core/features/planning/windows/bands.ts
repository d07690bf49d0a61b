import type { Store } from '#core/database/store.ts';
import type { Band } from '#shared/model/planning/windows.ts';
import { occurrencesIn } from '#shared/rules/planning/windows/occurrences.ts';
import type { Span } from '#shared/rules/planning/windows/intervals.ts';
import { listWindows, presentWindow } from './rows.ts';

/** Every window as it lies in a span of time, earliest first. */
export function bandsIn(store: Store, span: Span): Band[] {
  return listWindows(store)
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

/** When one window lies in a span of time, if it is a freeze; never, where it was taken off. */
export function freezeSpans(store: Store, windowId: string, span: Span): Span[] {
  const window = presentWindow(store, windowId);
  if (window === null || (window.kind !== 'hard-freeze' && window.kind !== 'soft-freeze'))
    return [];
  return occurrencesIn(window, window.changes, span).map(({ startsAt, endsAt }) => ({
    from: Date.parse(startsAt),
    to: Date.parse(endsAt),
  }));
}
