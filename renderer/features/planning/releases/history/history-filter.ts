import type { Input } from '#shared/contract/index.ts';
import { plusDays, toInstant } from '#shared/rules/planning/zoned-time.ts';
import { isSpoken } from '../history-words.ts';

/** What the address says of the history: how it is narrowed, and which two moments are compared. */
export type HistorySearch = {
  by?: string;
  kind?: string;
  field?: string;
  /** Local dates, both of them belong to the span. */
  since?: string;
  until?: string;
  /** Entries of the two moments; the second one absent is now. */
  from?: string;
  to?: string;
};

/** Kinds of things as people look for them, with what the journal calls each. */
export const historyKinds: readonly { key: string; label: string; entities: readonly string[] }[] =
  [
    { key: 'release', label: 'Release', entities: ['release', 'release_phase', 'phase_passage'] },
    { key: 'start', label: 'Postponements', entities: ['postponement'] },
    { key: 'components', label: 'Components', entities: ['component'] },
    { key: 'deployments', label: 'Deployments', entities: ['deployment'] },
    { key: 'roles', label: 'Roles', entities: ['release_role'] },
    { key: 'scope', label: 'Scope', entities: ['scope_item', 'followed_version'] },
    { key: 'changes', label: 'Changes', entities: ['change'] },
    { key: 'risks', label: 'Risks', entities: ['risk', 'assessment'] },
    { key: 'rollback', label: 'Rollback plan', entities: ['rollback_plan', 'rehearsal'] },
    { key: 'plan', label: 'Plan', entities: ['task', 'stakeholder', 'dependency', 'baseline'] },
    { key: 'bookings', label: 'Bookings', entities: ['booking', 'commitment'] },
    { key: 'exceptions', label: 'Exceptions', entities: ['exception'] },
    { key: 'checklist', label: 'Checklist', entities: ['checklist_item'] },
    { key: 'gates', label: 'Gates', entities: ['gate', 'raci_assignment'] },
    { key: 'evidence', label: 'Evidence', entities: ['evidence'] },
    {
      key: 'decisions',
      label: 'Decisions',
      entities: [
        'decision',
        'decision_condition',
        'decision_withdrawal',
        'decision_overrule',
        'approval_request',
        'consultation',
        'acknowledgement',
      ],
    },
    { key: 'lessons', label: 'Lessons', entities: ['lesson_answer'] },
    { key: 'cab', label: 'CAB', entities: ['cab_item'] },
    { key: 'words', label: 'Comments and attachments', entities: ['comment', 'attachment'] },
    { key: 'incidents', label: 'Incidents', entities: ['incident'] },
    { key: 'monitoring', label: 'Monitoring', entities: ['metric_check', 'metric_result'] },
  ];

export type HistoryInput = Omit<Input<'releases.history'>, 'id' | 'limit' | 'before'>;

/** The filter of the address as the core takes it; what no longer means anything is left out. */
export function historyInput(search: HistorySearch, zone: string): HistoryInput {
  const entities = entitiesOf(search.kind);
  const since = startOf(search.since, zone);
  const until = isDate(search.until) ? startOf(plusDays(search.until, 1), zone) : undefined;
  return {
    ...(search.by !== undefined && { byId: search.by }),
    ...(entities !== undefined && { entities: [...entities] }),
    ...(search.field !== undefined && { field: search.field }),
    ...(since !== undefined && { from: since }),
    ...(until !== undefined && { to: until }),
  };
}

export function isNarrowed(search: HistorySearch): boolean {
  const { by, kind, field, since, until } = search;
  return [by, kind, field, since, until].some((part) => part !== undefined);
}

function entitiesOf(kind: string | undefined): readonly string[] | undefined {
  return historyKinds.find(({ key }) => key === kind)?.entities;
}

function startOf(date: string | undefined, zone: string): string | undefined {
  return isDate(date) ? toInstant({ date, time: '00:00', zone }).instant : undefined;
}

function isDate(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The fields that can be asked for, of one kind of thing or of all. */
export function fieldsOf(
  found: readonly { entity: string; field: string }[],
  kind: string | undefined,
): string[] {
  const entities = entitiesOf(kind);
  const fields = found
    .filter(({ entity }) => entities === undefined || entities.includes(entity))
    .map(({ field }) => field)
    .filter(isSpoken);
  return [...new Set(fields)];
}
