import { asc, eq } from 'drizzle-orm';
import { rowOf } from '#core/database/plain-rows.ts';
import { window, windowChange } from '#core/database/schema/calendar.ts';
import { alive, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { WindowView } from '#shared/model/planning/window-views.ts';
import type { Window } from '#shared/model/planning/windows.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { nextOccurrence } from '#shared/rules/planning/windows/next-occurrences.ts';
import { scopeInWords } from '#shared/rules/planning/windows/window-scope.ts';
import { windowInWords } from '#shared/rules/planning/windows/window-words.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listServices } from '../../workspace/services/index.ts';

type ChangeRow = Plain<typeof windowChange>;

/** The windows by name, each with its changed occurrences. */
export function listWindows(store: Store): Window[] {
  const changes = Map.groupBy(changeRows(store), ({ windowId }) => windowId);
  return store.orm
    .select(plain(window))
    .from(window)
    .where(alive(window))
    .orderBy(asc(window.name), asc(window.id))
    .all()
    .map((row) => toWindow(row, changes.get(row.id) ?? []));
}

export function presentWindow(store: Store, id: string): Window | null {
  const row = rowOf(store, window, id);
  return row === null ? null : toWindow(row, changesOf(store, id));
}

export function requireWindow(store: Store, id: string): Window {
  const found = presentWindow(store, id);
  if (found !== null) return found;
  throw new Refusal(
    'not_found',
    `There is no window with the id ${id}. It may have been taken off the calendar; reload the list.`,
  );
}

export function changesOf(store: Store, windowId: string): ChangeRow[] {
  return store.orm
    .select(plain(windowChange))
    .from(windowChange)
    .where(alive(windowChange, eq(windowChange.windowId, windowId)))
    .orderBy(asc(windowChange.originalWall))
    .all();
}

function changeRows(store: Store): ChangeRow[] {
  return store.orm
    .select(plain(windowChange))
    .from(windowChange)
    .where(alive(windowChange))
    .orderBy(asc(windowChange.originalWall))
    .all();
}

function toWindow(row: Plain<typeof window>, changes: readonly ChangeRow[]): Window {
  const { id, rev, kind, name, note, zone, startWall, endWall, recurrence } = row;
  const { serviceIds, environmentIds, regions, authorityId, uid } = row;
  return {
    ...{ id, rev, kind, name, note, zone, startWall, endWall, recurrence },
    ...{ serviceIds, environmentIds, regions, authorityId, uid },
    changes: changes.map(
      ({ originalWall, skipped, startWall: start, endWall: end, note: why }) => ({
        ...{ originalWall, skipped, startWall: start, endWall: end, note: why },
      }),
    ),
  };
}

/** Windows with what people read of them; the names are looked up once for all. */
export function windowViewer(store: Store, now: number): (window: Window) => WindowView {
  const names = scopeNames(store);
  return (each) => ({
    ...each,
    when: windowInWords(each),
    about: scopeInWords(each, names),
    next: nextOccurrence(each, each.changes, now),
  });
}

export function scopeNames(store: Store) {
  const services = new Map(listServices(store).map(({ id, name }) => [id, name]));
  const environments = new Map(listEnvironments(store).map(({ id, name }) => [id, name]));
  return {
    service: (id: string) => services.get(id) ?? 'a service that is gone',
    environment: (id: string) => environments.get(id) ?? 'an environment that is gone',
    services,
    environments,
  };
}
