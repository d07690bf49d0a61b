import { checklistItem } from '#core/database/schema/governance.ts';
import type { Plain } from '#core/database/select.ts';
import type { Write } from '#core/database/write.ts';

/**
 * The items as they are asked for, open: what was done, proved or set to a date of its own stays
 * behind. An item of the copy waits for the copies of what the original waits for.
 */
export function copyChecklist(
  write: Write,
  items: readonly Plain<typeof checklistItem>[],
  releaseId: string,
): void {
  const ids = new Map(items.map(({ id }) => [id, write.newId()]));
  for (const row of items) {
    const { phase, text, order, ownerId, ownerRole, dueDaysBefore, evidenceWish } = row;
    const { templateVersionId, templateName, templateKey, why } = row;
    write.insert(checklistItem, {
      ...{ id: ids.get(row.id), releaseId, phase, text, order },
      ...{ state: 'open', evidence: '', reason: '', setById: null, setAt: null },
      ...{ ownerId, ownerRole, dueDaysBefore, evidenceWish },
      ...{ templateVersionId, templateName, templateKey, why },
      afterIds: row.afterIds.flatMap((id) => ids.get(id) ?? []),
    });
  }
}
