import { window, windowChange } from '#core/database/schema/calendar.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Band } from '#shared/model/planning/windows.ts';
import { occurrencesIn } from '#shared/rules/planning/occurrences.ts';
import type { Span } from '#shared/rules/planning/occurrences.ts';

/** Every window as it lies in a span of time, earliest first. */
export function bandsIn(store: Store, span: Span): Band[] {
  const changes = Map.groupBy(
    store.orm.select().from(windowChange).where(alive(windowChange)).all(),
    ({ windowId }) => windowId,
  );
  const windows = store.orm.select().from(window).where(alive(window)).all();
  return windows
    .flatMap((row) => {
      const { id: windowId, kind, name, zone, authorityId } = row;
      const { serviceIds, environmentIds, regions } = row;
      const shared = { windowId, kind, name, zone, serviceIds, environmentIds, regions };
      return occurrencesIn(row, changes.get(windowId) ?? [], span).map((each) => ({
        ...{ ...shared, authorityId, ...each },
      }));
    })
    .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
}
