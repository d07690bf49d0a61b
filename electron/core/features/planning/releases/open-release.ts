import { and, eq } from 'drizzle-orm';
import { releasePhase } from '#core/database/schema/planning.ts';
import { ofReleases } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { requireRelease } from './rows.ts';
import type { ReleaseRow } from './rows.ts';

/** The release, unless it is closed: what was decided and shipped stays as it was. */
export function requireOpenRelease(store: Store, id: string): ReleaseRow {
  const row = requireRelease(store, id);
  if (row.phase !== 'closed') return row;
  throw new Refusal(
    'precondition_failed',
    `${row.name} is closed, so it stays as it was. Create a new release for further changes.`,
  );
}

/**
 * The time a release's gates are judged at, milliseconds: `now` while it is open, and the time of
 * its closing from then on, or what was true then would seem to have gone out of date.
 */
export function judgedAt(store: Store, id: string, now: number): number {
  if (requireRelease(store, id).phase !== 'closed') return now;
  return closedAt(store, [id]).get(id) ?? now;
}

/** When each of these releases was closed, milliseconds; nothing for those that are open. */
export function closedAt(store: Store, ids: readonly string[]): Map<string, number> {
  const rows = store.orm
    .select({ id: releasePhase.releaseId, at: releasePhase.enteredAt })
    .from(releasePhase)
    .where(and(ofReleases(releasePhase, ids), eq(releasePhase.phase, 'closed')))
    .all();
  return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, at]])));
}
