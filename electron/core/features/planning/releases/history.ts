import { readChanges } from '#core/database/journal/changes.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { isEntityName } from '#core/database/tables.ts';
import type { HistoryEntry } from '#shared/contract/planning/releases.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';

type StoredEntry = {
  change_id: string;
  at: number;
  actor_id: string | null;
  command: string;
  entity: string;
  entity_id: string;
  op: 'insert' | 'update' | 'delete';
  fields_json: string;
  hash: string;
};

/** One page of a release's journal, newest first; entries behind `before` when it is given. */
export function readHistory(
  store: Store,
  { id, limit, before }: Parsed<'releases.history'>,
): Output<'releases.history'> {
  const edge =
    before === undefined
      ? undefined
      : store.raw
          .prepare<[string], { hlc: string }>('SELECT hlc FROM change_journal WHERE change_id = ?')
          .get(before)?.hlc;
  const rows = store.raw
    .prepare<[string, string, number], StoredEntry>(
      `SELECT change_id, at, actor_id, command, entity, entity_id, op, fields_json, hash
       FROM change_journal WHERE release_id = ? AND hlc < ? ORDER BY hlc DESC LIMIT ?`,
    )
    .all(id, edge ?? 'z', limit + 1);
  const page = rows.slice(0, limit);
  const labels = readLabels(store, page);
  return {
    entries: page.map((row) => toEntry(row, labels)),
    more: rows.length > limit,
  };
}

function toEntry(row: StoredEntry, labels: Map<string, string>): HistoryEntry {
  const fields = readChanges(row.fields_json) ?? {};
  return {
    id: row.change_id,
    at: iso(row.at),
    byId: row.actor_id,
    command: row.command,
    entity: row.entity,
    entityId: row.entity_id,
    op: row.op,
    label: labels.get(row.entity_id) ?? '',
    changes: Object.entries(fields)
      .filter(([field]) => field !== 'releaseId')
      .map(([field, [from, to]]) => ({ field, from, to })),
    hash: row.hash,
  };
}

/** What people call the thing, by the column that names it. */
const labelColumns: Record<string, string> = {
  release: 'name',
  release_phase: 'phase',
  release_role: 'role_key',
  component: 'version',
  deployment: 'region',
  scope_item: 'title',
  risk: 'title',
  checklist_item: 'text',
  gate: 'name',
  decision: 'outcome',
  decision_condition: 'text',
  decision_withdrawal: 'reason',
};

function readLabels(store: Store, rows: StoredEntry[]): Map<string, string> {
  const labels = new Map<string, string>();
  for (const [entity, entries] of Map.groupBy(rows, (row) => row.entity)) {
    const column = labelColumns[entity];
    if (column === undefined || !isEntityName(entity)) continue;
    const ids = [...new Set(entries.map((entry) => entry.entity_id))];
    const marks = ids.map(() => '?').join(', ');
    store.raw
      .prepare<string[], { id: string; label: string }>(
        `SELECT id, ${column} AS label FROM ${entity} WHERE id IN (${marks})`,
      )
      .all(...ids)
      .forEach(({ id, label }) => labels.set(id, label));
  }
  return labels;
}
