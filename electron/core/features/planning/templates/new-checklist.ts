import { checklistItem } from '#core/database/schema/governance.ts';
import type { Row } from '#core/database/tables.ts';
import type { Write } from '#core/database/write.ts';
import type { NewChecklistItem } from '#shared/rules/planning/templates/checklist-fill.ts';

/**
 * Adds items to the checklist of a release. What comes before an item is told by key: among the new
 * ones, or among those that are there, by `known`; a key nobody has holds nothing.
 */
export function insertItems(
  write: Write,
  releaseId: string,
  items: readonly NewChecklistItem[],
  known: ReadonlyMap<string, string> = new Map(),
): Row<typeof checklistItem>[] {
  const named = items.map((item) => ({ ...item, id: write.newId() }));
  const ids = new Map(known);
  for (const { templateKey, id } of named) if (templateKey !== undefined) ids.set(templateKey, id);
  return named.map(({ after, ...item }) =>
    write.insert(checklistItem, {
      ...item,
      ...{ releaseId, state: 'open', evidence: '', reason: '', setById: null, setAt: null },
      afterIds: after.flatMap((key) => ids.get(key) ?? []),
    }),
  );
}
