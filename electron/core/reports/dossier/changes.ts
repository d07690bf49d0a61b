import type { HistoryEntry } from '#shared/model/planning/history.ts';
import { formatInFull } from '#shared/rules/planning/zoned-time.ts';
import type { DossierFacts } from './facts.ts';

type Value = HistoryEntry['changes'][number]['from'];

/** What people call a stored thing, in the singular. */
const entityWords: Record<string, string> = {
  release: 'release',
  release_phase: 'phase',
  release_role: 'role',
  component: 'component',
  deployment: 'deployment',
  scope_item: 'scope item',
  rollback_plan: 'rollback plan',
  risk: 'risk',
  checklist_item: 'checklist item',
  gate: 'gate',
  approval_request: 'decision request',
  decision: 'decision',
  decision_condition: 'condition',
  decision_withdrawal: 'withdrawal',
  acknowledgement: 'acknowledgement',
};

export function entityWord(entity: string): string {
  return entityWords[entity] ?? entity.replaceAll('_', ' ');
}

/** `durationMinutes` as `duration minutes`, `ownerId` as `owner`. */
export function fieldWord(field: string): string {
  return field
    .replace(/(Id|At|Key)$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

const longest = 400;

/** Fields that say again who changed something and when. */
const repeated = new Set(['setById', 'setAt']);

export function isRepeated(field: string): boolean {
  return repeated.has(field);
}

/** Keys of an order tell a reader nothing. */
export function isPlace(field: string): boolean {
  return field === 'order';
}

/** True for a value that is not there or says nothing. */
export function isNothing(value: Value): boolean {
  return value === null || value === '';
}

/** A journaled value as people read it: names for ids, local times for instants, words for yes and no. */
export function valueText(field: string, value: Value, facts: DossierFacts): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numberText(field, value, facts);
  if (typeof value === 'string') return cut(nameOf(field, value, facts) ?? value);
  return cut(JSON.stringify(value));
}

function numberText(field: string, value: number, { workspace }: DossierFacts): string {
  if (!field.endsWith('At')) return String(value);
  return formatInFull(new Date(value).toISOString(), workspace.zone);
}

function nameOf(field: string, id: string, facts: DossierFacts): string | undefined {
  if (field === 'roleKey') return facts.roles.get(id);
  if (!field.endsWith('Id')) return undefined;
  const known = [facts.services.get(id), facts.environments.get(id)].find((each) => each);
  return facts.people.get(id) ?? known?.name;
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;
}
