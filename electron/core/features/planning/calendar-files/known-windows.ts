import { window, windowChange } from '#core/database/schema/calendar.ts';
import { holiday } from '#core/database/schema/holidays.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { eq } from 'drizzle-orm';
import type { WindowChange } from '#shared/model/planning/windows.ts';
import type { KnownHoliday } from '#shared/rules/planning/ics/holiday-plan.ts';
import type { KnownWindow } from '#shared/rules/planning/ics/window-plan.ts';

/** Under which our own exports name what has no UID of a calendar file. */
export const ownDomain = '@slipway';

type HeldChange = WindowChange & { id: string };
export type HeldWindow = Omit<KnownWindow, 'changes'> & { uid: string; changes: HeldChange[] };

/** Every window by the UID a calendar file knows it by. */
export function windowsByUid(store: Store): Map<string, HeldWindow> {
  const changes = Map.groupBy(
    store.orm.select().from(windowChange).where(alive(windowChange)).all(),
    ({ windowId }) => windowId,
  );
  const held = new Map<string, HeldWindow>();
  for (const row of store.orm.select().from(window).where(alive(window)).all()) {
    const uid = row.uid === '' ? `${row.id}${ownDomain}` : row.uid;
    held.set(uid, { ...row, uid, changes: changes.get(row.id) ?? [] });
  }
  return held;
}

/** A deployment of this workspace, planned or taken out of the plan, came back by our own export. */
export function isOwnDeployment(store: Store): (uid: string) => boolean {
  const find = store.raw.prepare('SELECT 1 FROM deployment WHERE id = ?');
  return (uid) =>
    uid.endsWith(ownDomain) && find.get(uid.slice(0, -ownDomain.length)) !== undefined;
}

/** The days of a holiday calendar, by UID and by date. */
export function holidaysOf(store: Store, calendarId: string | null) {
  const days: KnownHoliday[] =
    calendarId === null
      ? []
      : store.orm
          .select()
          .from(holiday)
          .where(alive(holiday, eq(holiday.calendarId, calendarId)))
          .all();
  const withUid = days.filter(({ uid }) => uid !== '');
  return {
    byUid: Map.groupBy(withUid, ({ uid }) => uid),
    byDate: Map.groupBy(days, ({ on }) => on),
  };
}

/**
 * Windows or days that came by the same imports as some that are still in the file, and are no longer
 * in it: the journal knows which came together.
 */
export function goneFrom(
  { raw }: Store,
  entity: 'window' | 'holiday',
  present: readonly string[],
): string[] {
  return raw
    .prepare<[string, string], { id: string }>(
      `WITH present(id) AS (SELECT value FROM json_each(?)),
       together(command_id) AS (
         SELECT DISTINCT j.command_id FROM present JOIN change_journal j ON j.entity_id = present.id
         WHERE j.command = 'calendar.importIcs')
       SELECT own.id FROM ${entity} own JOIN change_journal j ON j.entity_id = own.id
       WHERE own.deleted_hlc IS NULL AND own.uid <> '' AND j.op = 'insert' AND j.entity = ?
         AND j.command_id IN together AND own.id NOT IN present ORDER BY own.id`,
    )
    .all(JSON.stringify(present), entity)
    .map(({ id }) => id);
}
