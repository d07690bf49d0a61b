import type { HistoryEntry } from '#shared/contract/planning/releases.ts';
import { valueInWords } from './history-values.ts';
import type { ValueWords } from './history-values.ts';

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
};

/**
 * A thing that came or went, in words: from the fields that name it, as they were in the entry, else
 * by what it is called now.
 */
export function thingInWords(entry: HistoryEntry, words: ValueWords): string {
  const parts = (sentences[entry.entity] ?? []).flatMap((part) => {
    const field = /\{(\w+)\}/.exec(part)?.[1] ?? '';
    const change = entry.changes.find((one) => one.field === field);
    const value = entry.op === 'delete' ? change?.from : change?.to;
    const text = valueInWords(field, value ?? null, words);
    return text === null ? [] : [part.replace(/\{\w+\}/, () => text)];
  });
  const sentence = parts.join('').replace(/^[,: ]+/, '');
  return sentence === '' ? calledNow(entry, words) : sentence;
}

/** What a changed thing is called now; empty where there is one of its kind and no name is needed. */
export function calledNow(entry: HistoryEntry, words: ValueWords): string {
  if (entry.entity === 'release' || entry.entity === 'rollback_plan') return '';
  if (entry.entity === 'release_role') return words.role(entry.label) ?? entry.label;
  return words.thing(entry.entityId) ?? entry.label;
}
