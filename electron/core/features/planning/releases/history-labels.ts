import type { Store } from '#core/database/store.ts';
import { isEntityName } from '#core/database/tables.ts';

/** What people call the thing, by the column that names it. */
const labelColumns: Record<string, string> = {
  release: 'name',
  release_phase: 'phase',
  release_role: 'role_key',
  component: 'version',
  deployment: 'region',
  scope_item: 'title',
  risk: 'title',
  incident: 'title',
  change: 'title',
  followed_version: 'name',
  metric_check: 'name',
  metric_result: '(SELECT name FROM metric_check WHERE metric_check.id = check_id)',
  stakeholder: 'name',
  task: 'title',
  dependency: 'title',
  rehearsal: 'kind',
  attachment: 'name',
  // As long as somebody typed: the line says what was said, the thread says it whole.
  comment: "CASE WHEN length(text) > 160 THEN substr(text, 1, 159) || '…' ELSE text END",
  checklist_item: 'text',
  gate: 'name',
  booking: 'purpose',
  commitment: 'role_key',
  baseline: 'note',
  exception: 'subject_name',
  decision: 'outcome',
  decision_condition: 'text',
  decision_withdrawal: 'reason',
  decision_overrule: 'reason',
  assessment: 'band',
  evidence: 'title',
  raci_assignment: 'gate_key',
  cab_item: 'title',
  lesson_answer: '(SELECT title FROM lesson WHERE lesson.id = lesson_id)',
};

type Named = { entity: string; entity_id: string };

export function readLabels(store: Store, rows: readonly Named[]): Map<string, string> {
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
