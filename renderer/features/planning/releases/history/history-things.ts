import type { HistoryEntry } from '#shared/model/planning/history.ts';
import { valueInWords } from './history-values.ts';
import type { Value, ValueWords } from './history-values.ts';

/** How a new thing is named from its fields; parts that are empty fall away with what joins them. */
const sentences: Record<string, readonly string[]> = {
  component: ['{serviceId}', ' {version}', ' ({commit})'],
  deployment: ['{environmentId}', ', {startAt}'],
  release_role: ['{roleKey}', ': {personId}'],
  release_phase: ['{phase}', ', planned {plannedOn}'],
  scope_item: ['{ticket} ', '{title}'],
  approval_request: ['{gateId}', ': {note}'],
  decision: ['{gateId}', ': {outcome}', ' by {decidedById}', ', “{comment}”'],
  decision_condition: ['{text}', ', {ownerId}', ', due {dueOn}'],
  decision_withdrawal: ['{reason}'],
  acknowledgement: ['{gateId}', ': {reason}'],
  rollback_plan: ['{steps}'],
  risk: ['{title}'],
  checklist_item: ['{text}'],
  incident: ['{title}'],
  change: ['{commit}', ' {title}'],
  metric_check: ['{name}', ': {query}'],
  metric_result: ['{verdict}', ': {reason}'],
  stakeholder: ['{name}', ', {involvement}'],
  task: ['{title}'],
  dependency: ['{title}'],
  rehearsal: ['{kind}', ', {rehearsedOn}', ': {result}'],
  attachment: ['{name}'],
  comment: ['{text}'],
};

/**
 * A thing that came or went, in words: from the fields that name it, as they were in the entry, else
 * by what it is called now.
 */
export function thingInWords(entry: HistoryEntry, words: ValueWords): string {
  const sentence = sentenceOf(entry.entity, words, (field) => {
    const change = entry.changes.find((one) => one.field === field);
    return (entry.op === 'delete' ? change?.from : change?.to) ?? null;
  });
  return sentence === '' ? calledNow(entry, words) : sentence;
}

/** A thing by its fields: `payments-api 4.2.0 (9f2c1ab)`; empty where they say nothing. */
export function sentenceOf(
  entity: string,
  words: ValueWords,
  valueOf: (field: string) => Value,
): string {
  const parts = (sentences[entity] ?? []).flatMap((part) => {
    const field = /\{(\w+)\}/.exec(part)?.[1] ?? '';
    const text = valueInWords(field, valueOf(field), words);
    return text === null ? [] : [part.replace(/\{\w+\}/, () => text)];
  });
  return parts.join('').replace(/^[,: ]+/, '');
}

/** What a changed thing is called now; empty where there is one of its kind and no name is needed. */
export function calledNow(entry: HistoryEntry, words: ValueWords): string {
  if (entry.entity === 'release' || entry.entity === 'rollback_plan') return '';
  if (entry.entity === 'release_role') return words.role(entry.label) ?? entry.label;
  return words.thing(entry.entityId) ?? entry.label;
}
