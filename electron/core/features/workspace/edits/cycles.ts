import type { Store } from '#core/database/store.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { chainInWords, cycleThrough } from '#shared/rules/planning/cycles.ts';
import type { RowChange } from '#shared/rules/workspace/row-changes.ts';
import { labelOf } from './labels.ts';

/** What waits for what or is part of what, as pairs of ids: tasks of tasks, releases of releases. */
const waits: Readonly<Record<string, string>> = {
  task: `SELECT t.id AS waiting, p.value AS awaited FROM task t, json_each(t.predecessor_ids) p
    WHERE t.deleted_hlc IS NULL
    AND t.release_id = (SELECT release_id FROM task WHERE id = @id)`,
  dependency: `SELECT release_id AS waiting, target_release_id AS awaited FROM dependency
    WHERE deleted_hlc IS NULL AND target_release_id IS NOT NULL AND @id <> ''`,
  release: `SELECT id AS waiting, parent_id AS awaited FROM release
    WHERE deleted_hlc IS NULL AND parent_id IS NOT NULL AND @id <> ''`,
};

/**
 * Refuses when what was put back would wait for itself by way of what was planned since. Asked
 * within the transaction, whose work a refusal takes back.
 */
export function refuseCycles(store: Store, changes: readonly RowChange[]): void {
  for (const { entity, entityId, before } of changes) {
    const query = waits[entity];
    if (query === undefined || !before.alive) continue;
    if (entity === 'release' && !('parentId' in before.fields)) continue;
    const pairs = store.raw
      .prepare<{ id: string }, { waiting: string; awaited: string }>(query)
      .all({ id: entityId });
    const awaited = Map.groupBy(pairs, ({ waiting }) => waiting);
    const from = entity === 'dependency' ? releaseOf(store, entityId) : entityId;
    const cycle = cycleThrough(from, (id) => (awaited.get(id) ?? []).map((pair) => pair.awaited));
    if (cycle === null) continue;
    const kind = entity === 'task' ? 'task' : 'release';
    throw new Refusal(
      'conflict',
      `This would close a circle with what was planned since: ${chainInWords(cycle.map((id) => labelOf(store, kind, id)))}. Nothing was changed.`,
    );
  }
}

function releaseOf({ raw }: Store, dependencyId: string): string {
  const row = raw
    .prepare<[string], { id: string }>('SELECT release_id AS id FROM dependency WHERE id = ?')
    .get(dependencyId);
  return row?.id ?? '';
}
