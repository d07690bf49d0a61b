import type { Store } from '#core/database/store.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { RowChange } from '#shared/rules/workspace/row-changes.ts';
import { labelOf } from './labels.ts';

/**
 * Refuses when an absence that was put back has days in common with one that was recorded since:
 * nobody is away twice. Asked within the transaction, whose work a refusal takes back.
 */
export function refuseOverlaps(store: Store, changes: readonly RowChange[]): void {
  for (const { entity, entityId, before } of changes) {
    if (entity !== 'absence' || !before.alive) continue;
    const twin = store.raw
      .prepare<[string], { id: string }>(
        `SELECT other.id FROM absence own JOIN absence other
         ON other.person_id = own.person_id AND other.id <> own.id AND other.deleted_hlc IS NULL
         AND other.first_on <= own.last_on AND own.first_on <= other.last_on
         WHERE own.id = ?`,
      )
      .get(entityId);
    if (twin === undefined) continue;
    throw new Refusal(
      'conflict',
      `${labelOf(store, entity, entityId)} would overlap the absence ${labelOf(store, entity, twin.id)}, which was recorded since. Nothing was changed.`,
    );
  }
}
