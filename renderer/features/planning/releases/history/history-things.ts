import type { HistoryEntry } from '#shared/contract/planning/releases.ts';
import { valueInWords } from './history-values.ts';
import type { ValueWords } from './history-values.ts';

/** Fields that name a new thing, in the order they are read: `Payments API 4.2.0`. */
const namingFields: Record<string, readonly string[]> = {
  component: ['serviceId', 'version', 'commit'],
  deployment: ['environmentId', 'region', 'startAt'],
  release_role: ['roleKey', 'personId'],
  release_phase: ['phase', 'plannedOn'],
  scope_item: ['ticket', 'title'],
  approval_request: ['gateId', 'note'],
  decision: ['gateId', 'outcome', 'decidedById', 'comment'],
  decision_condition: ['text', 'ownerId', 'dueOn'],
  decision_withdrawal: ['reason'],
  acknowledgement: ['gateId', 'reason'],
  rollback_plan: ['steps'],
};

/**
 * A thing that came or went, in words: from the fields that name it, as they were in the entry, else
 * by what it is called now.
 */
export function thingInWords(entry: HistoryEntry, words: ValueWords): string {
  const fields = namingFields[entry.entity] ?? [];
  const named = fields.flatMap((field) => {
    const change = entry.changes.find((one) => one.field === field);
    const value = entry.op === 'delete' ? change?.from : change?.to;
    return valueInWords(field, value ?? null, words) ?? [];
  });
  if (named.length > 0) return named.join(', ');
  return calledNow(entry, words);
}

/** What a changed thing is called now; empty where there is one of its kind and no name is needed. */
export function calledNow(entry: HistoryEntry, words: ValueWords): string {
  if (entry.entity === 'release' || entry.entity === 'rollback_plan') return '';
  if (entry.entity === 'release_role') return words.role(entry.label) ?? entry.label;
  return words.thing(entry.entityId) ?? entry.label.replace(/^(post|no|conditional)-/, '$1 ');
}
