import type { Store } from '#core/database/store.ts';
import { entityInWords } from '#shared/rules/workspace/change-words.ts';

const longest = 60;

/** What people call a thing: a name as it stands, a sentence in quotation marks. */
const queries: Readonly<Record<string, string>> = {
  release: 'SELECT name AS label FROM release WHERE id = ?',
  release_phase: 'SELECT phase AS label FROM release_phase WHERE id = ?',
  release_role: `SELECT COALESCE(r.name, x.role_key) AS label
    FROM release_role x LEFT JOIN role r ON r.key = x.role_key WHERE x.id = ?`,
  component: `SELECT s.name AS label FROM component c JOIN service s ON s.id = c.service_id
    WHERE c.id = ?`,
  deployment: `SELECT e.name AS label FROM deployment d
    JOIN environment e ON e.id = d.environment_id WHERE d.id = ?`,
  scope_item: 'SELECT ticket AS label, title AS sentence FROM scope_item WHERE id = ?',
  rollback_plan: `SELECT r.name AS label FROM rollback_plan p JOIN release r ON r.id = p.release_id
    WHERE p.id = ?`,
  risk: 'SELECT title AS sentence FROM risk WHERE id = ?',
  incident: 'SELECT title AS sentence FROM incident WHERE id = ?',
  change: 'SELECT substr(commit_id, 1, 12) AS label FROM change WHERE id = ?',
  followed_version: 'SELECT name AS label FROM followed_version WHERE id = ?',
  metric_check: 'SELECT name AS sentence FROM metric_check WHERE id = ?',
  stakeholder: 'SELECT name AS label FROM stakeholder WHERE id = ?',
  task: 'SELECT title AS sentence FROM task WHERE id = ?',
  dependency: 'SELECT title AS sentence FROM dependency WHERE id = ?',
  rehearsal: 'SELECT rehearsed_on AS label FROM rehearsal WHERE id = ?',
  attachment: 'SELECT name AS label FROM attachment WHERE id = ?',
  comment: 'SELECT text AS sentence FROM comment WHERE id = ?',
  template: 'SELECT name AS label FROM template WHERE id = ?',
  template_version: `SELECT json_extract(content, '$.name') || ', version ' || number AS label
    FROM template_version WHERE id = ?`,
  window: 'SELECT name AS label FROM window WHERE id = ?',
  window_change: `SELECT w.name || ', ' || replace(c.original_wall, 'T', ' ') AS label
    FROM window_change c JOIN window w ON w.id = c.window_id WHERE c.id = ?`,
  holiday_calendar: 'SELECT name AS label FROM holiday_calendar WHERE id = ?',
  holiday: "SELECT name || ', ' || holiday_on AS label FROM holiday WHERE id = ?",
  booking: 'SELECT purpose AS sentence FROM booking WHERE id = ?',
  absence: `SELECT p.name || ', ' || a.first_on AS label
    FROM absence a JOIN person p ON p.id = a.person_id WHERE a.id = ?`,
  commitment: `SELECT COALESCE(r.name, c.role_key) || ', week of ' || c.week_on AS label
    FROM commitment c LEFT JOIN role r ON r.key = c.role_key WHERE c.id = ?`,
  release_train: 'SELECT name AS label FROM release_train WHERE id = ?',
  baseline: `SELECT r.name AS label FROM baseline b JOIN release r ON r.id = b.release_id
    WHERE b.id = ?`,
  exception: 'SELECT subject_name AS label FROM exception WHERE id = ?',
  team: 'SELECT name AS label FROM team WHERE id = ?',
  saved_view: 'SELECT name AS label FROM saved_view WHERE id = ?',
  checklist_item: 'SELECT text AS sentence FROM checklist_item WHERE id = ?',
  decision_condition: 'SELECT text AS sentence FROM decision_condition WHERE id = ?',
  gate: 'SELECT name AS label FROM gate WHERE id = ?',
  person: 'SELECT name AS label FROM person WHERE id = ?',
  service: 'SELECT name AS label FROM service WHERE id = ?',
  environment: 'SELECT name AS label FROM environment WHERE id = ?',
  role: 'SELECT name AS label FROM role WHERE id = ?',
  connection: 'SELECT name AS label FROM connection WHERE id = ?',
  questionnaire: `SELECT name || ', version ' || number AS label FROM questionnaire WHERE id = ?`,
  assessment: `SELECT r.name AS label FROM assessment a JOIN release r ON r.id = a.release_id
    WHERE a.id = ?`,
  policy: `SELECT name || ', version ' || number AS label FROM policy WHERE id = ?`,
  control: 'SELECT key AS label, name AS sentence FROM control WHERE id = ?',
  raci_assignment: `SELECT COALESCE(p.name, r.name, x.role_key) || ', ' || x.gate_key AS label
    FROM raci_assignment x LEFT JOIN person p ON p.id = x.person_id
    LEFT JOIN role r ON r.key = x.role_key WHERE x.id = ?`,
  deputy: `SELECT p.name AS label FROM deputy d JOIN person p ON p.id = d.deputy_id
    WHERE d.id = ?`,
  evidence: 'SELECT title AS sentence FROM evidence WHERE id = ?',
  consultation: `SELECT p.name AS label FROM consultation c JOIN person p ON p.id = c.person_id
    WHERE c.id = ?`,
  lesson: 'SELECT title AS sentence FROM lesson WHERE id = ?',
  lesson_update: 'SELECT what AS sentence FROM lesson_update WHERE id = ?',
  lesson_answer: `SELECT l.title AS sentence FROM lesson_answer a JOIN lesson l ON l.id = a.lesson_id
    WHERE a.id = ?`,
  checklist_template: 'SELECT name AS label FROM checklist_template WHERE id = ?',
  checklist_template_version: `SELECT t.name || ', version ' || v.number AS label
    FROM checklist_template_version v JOIN checklist_template t ON t.id = v.template_id
    WHERE v.id = ?`,
  cab_meeting: 'SELECT title AS label FROM cab_meeting WHERE id = ?',
  cab_item: 'SELECT title AS sentence FROM cab_item WHERE id = ?',
  cab_pack: 'SELECT title AS label FROM cab_pack WHERE id = ?',
  pack_reviewer: `SELECT p.name AS label FROM pack_reviewer x JOIN person p ON p.id = x.person_id
    WHERE x.id = ?`,
  pack_response: `SELECT p.name AS label FROM pack_response x
    JOIN pack_reviewer w ON w.id = x.reviewer_id JOIN person p ON p.id = w.person_id
    WHERE x.id = ?`,
};

type Found = { label?: unknown; sentence?: unknown };

/** The fields the name and the sentence come from, where they are the row's own. */
const own: Readonly<Record<string, { label?: string; sentence?: string }>> = {
  release: { label: 'name' },
  scope_item: { label: 'ticket', sentence: 'title' },
  risk: { sentence: 'title' },
  incident: { sentence: 'title' },
  metric_check: { sentence: 'name' },
  checklist_item: { sentence: 'text' },
  stakeholder: { label: 'name' },
  task: { sentence: 'title' },
  dependency: { sentence: 'title' },
  rehearsal: { label: 'rehearsedOn' },
  attachment: { label: 'name' },
  comment: { sentence: 'text' },
  template: { label: 'name' },
  window: { label: 'name' },
  holiday_calendar: { label: 'name' },
  booking: { sentence: 'purpose' },
  release_train: { label: 'name' },
  exception: { label: 'subjectName' },
  team: { label: 'name' },
  saved_view: { label: 'name' },
  person: { label: 'name' },
  service: { label: 'name' },
  environment: { label: 'name' },
  role: { label: 'name' },
  connection: { label: 'name' },
  control: { label: 'key', sentence: 'name' },
  evidence: { sentence: 'title' },
  lesson: { sentence: 'title' },
  lesson_update: { sentence: 'what' },
  checklist_template: { label: 'name' },
  cab_meeting: { label: 'title' },
  cab_item: { sentence: 'title' },
  cab_pack: { label: 'title' },
};

/**
 * What the row is called, whether it is marked as deleted or not: now, or with some of its fields
 * as they were when somebody knew it by another name.
 */
export function labelOf(
  { raw }: Store,
  entity: string,
  id: string,
  known: Readonly<Record<string, unknown>> = {},
): string {
  const query = queries[entity];
  if (query === undefined) return `the ${entityInWords(entity)}`;
  const now = raw.prepare<[string], Found>(query).get(id) ?? {};
  const { label: labelField = '', sentence: sentenceField = '' } = own[entity] ?? {};
  const label = known[labelField] ?? now.label;
  if (typeof label === 'string' && label !== '') return cut(label);
  const sentence = known[sentenceField] ?? now.sentence;
  return `“${typeof sentence === 'string' ? cut(sentence) : ''}”`;
}

/** A value of a field in words, as a refusal tells it. */
export function valueInWords(store: Store, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    return field.endsWith('At') ? new Date(value).toISOString() : String(value);
  }
  if (typeof value !== 'string') return cut(JSON.stringify(value));
  return `“${cut(named(store, field, value) ?? value)}”`;
}

/** Ids of people and of what releases are made of read as their names. */
function named({ raw }: Store, field: string, id: string): string | null {
  if (!field.endsWith('Id')) return null;
  const found = raw
    .prepare<[string, string, string, string], { name: string }>(
      `SELECT name FROM person WHERE id = ? UNION ALL SELECT name FROM service WHERE id = ?
       UNION ALL SELECT name FROM environment WHERE id = ?
       UNION ALL SELECT name FROM release WHERE id = ?`,
    )
    .get(id, id, id, id);
  return found?.name ?? null;
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text;
}
