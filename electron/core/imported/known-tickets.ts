import { isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';

/** When a ticket that is stored was last changed at its tracker; null where none is, or it is not known. */
export function changedTickets(
  store: Store,
  connectionId: string,
): (externalId: string) => string | null {
  const find = store.raw.prepare<[string, string], { at: number | null }>(
    'SELECT updated_at AS at FROM ticket WHERE connection_id = ? AND external_id = ?',
  );
  return (externalId) => isoOrNull(find.get(connectionId, externalId)?.at ?? null);
}
