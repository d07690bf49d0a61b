import { and, eq, lt } from 'drizzle-orm';
import { connectionState, etag, feedState } from '#core/database/schema/delivery.ts';
import { alertLook } from '#core/database/schema/monitoring.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';

type State = Omit<Row<typeof connectionState>, 'connectionId'>;

/** How far a connection has come here; local to this copy, so it is not journaled. */
export function saveState(store: Store, connectionId: string, state: Partial<State>): void {
  store.orm
    .insert(connectionState)
    .values({ connectionId, ...state })
    .onConflictDoUpdate({ target: connectionState.connectionId, set: state })
    .run();
}

export function readState(store: Store, connectionId: string): State | null {
  const row = store.orm
    .select()
    .from(connectionState)
    .where(eq(connectionState.connectionId, connectionId))
    .get();
  return row ?? null;
}

function forgetWatermarks(store: Store, connectionId: string): void {
  store.orm.delete(feedState).where(eq(feedState.connectionId, connectionId)).run();
}

/** Looks are evidence of a roll-out, which is over long before this. */
const looksKeptMs = 180 * 86_400_000;

/** Remembers that all alerts of a connection were read at `at`, milliseconds since 1970. */
export function saveLook(store: Store, connectionId: string, at: number): void {
  const { orm } = store;
  orm.insert(alertLook).values({ connectionId, lookedAt: at }).onConflictDoNothing().run();
  orm
    .delete(alertLook)
    .where(and(eq(alertLook.connectionId, connectionId), lt(alertLook.lookedAt, at - looksKeptMs)))
    .run();
}

function forgetLooks(store: Store, connectionId: string): void {
  store.orm.delete(alertLook).where(eq(alertLook.connectionId, connectionId)).run();
}

/** Facts only ever get newer: an older file imported after a sync does not make them older. */
export function newestOf(store: Store, connectionId: string, asOf: number): number {
  return Math.max(asOf, readState(store, connectionId)?.lastSuccessAt ?? 0);
}

/** Another token may see other runs: what was answered to the one before says nothing about it. */
export function forgetEtags(store: Store, connectionId: string): void {
  store.orm.delete(etag).where(eq(etag.connectionId, connectionId)).run();
}

/** Another address or repository begins from its first run, with no age until it was read. */
export function startOver(store: Store, connectionId: string): void {
  forgetEtags(store, connectionId);
  forgetWatermarks(store, connectionId);
  forgetLooks(store, connectionId);
  store.orm.delete(connectionState).where(eq(connectionState.connectionId, connectionId)).run();
}

/**
 * After an import was taken back: the next sync reads everything again, and what is there is as old
 * as the newest import that stands.
 */
export function importTakenBack(store: Store, connectionId: string): void {
  forgetEtags(store, connectionId);
  forgetWatermarks(store, connectionId);
  // What was seen then is gone with it.
  forgetLooks(store, connectionId);
  const standing = store.raw
    .prepare<[string], { asOf: number | null }>(
      `SELECT MAX(as_of) AS asOf FROM import_batch
       WHERE connection_id = ? AND taken_back_at IS NULL AND deleted_hlc IS NULL`,
    )
    .get(connectionId);
  saveState(store, connectionId, {
    lastSuccessAt: standing?.asOf ?? null,
    ...{ added: null, updated: null, unchanged: null, rejected: null, warnings: null },
  });
}
