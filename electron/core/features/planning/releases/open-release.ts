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
  const closed = store.orm
    .select({ at: releasePhase.enteredAt })
    .from(releasePhase)
    .where(and(ofReleases(releasePhase, [id]), eq(releasePhase.phase, 'closed')))
    .get();
  return closed?.at ?? now;
}
