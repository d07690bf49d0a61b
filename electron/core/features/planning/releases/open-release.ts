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
