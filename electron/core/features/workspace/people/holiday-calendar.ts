import { rowOf } from '#core/database/plain-rows.ts';
import { holidayCalendar } from '#core/database/schema/holidays.ts';
import type { Store } from '#core/database/store.ts';
import { Refusal } from '#shared/model/refusal.ts';

/** People and services name a calendar that is there, or none. */
export function refuseUnknownCalendar(store: Store, id: string | null | undefined): void {
  if (id === null || id === undefined || rowOf(store, holidayCalendar, id) !== null) return;
  const message = 'is no holiday calendar here; it may have been removed, choose another one';
  throw new Refusal('invalid_input', `The holiday calendar ${message}.`, {
    holidayCalendarId: message,
  });
}
