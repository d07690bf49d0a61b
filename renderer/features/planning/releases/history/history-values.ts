import { z } from 'zod';
import type { fieldChange } from '#shared/model/planning/history.ts';
import { alternative } from '#shared/model/planning/rollback.ts';
import { alternativeWords } from '#shared/rules/planning/rehearsals.ts';

/** A field's old or new value as the journal keeps it. */
export type Value = z.infer<typeof fieldChange>['from'];

/** How ids and instants read in this workspace; each answers null for what it does not know. */
export type ValueWords = {
  person(id: string): string | null;
  service(id: string): string | null;
  environment(id: string): string | null;
  role(key: string): string | null;
  gate(id: string): string | null;
  /** A component, deployment or gate as it is called now. */
  thing(id: string): string | null;
  /** A date without a time, `2026-11-26`, as `Thu 26 Nov`. */
  day(date: string): string;
  /** Local date and time of an ISO instant, `Thu 26 Nov 22:00`. */
  when(instant: string): string;
  /** Long texts stand whole, as where two of them are held against each other. */
  whole?: boolean;
};

/** Longer texts are cut: the line says that a text changed, the screen it belongs to shows it whole. */
const longest = 240;

const enumerations = new Set([
  'type',
  'phase',
  'outcome',
  'state',
  'kind',
  'channel',
  'result',
  'check',
  'priority',
  'status',
  'involvement',
  'rule',
]);

/** A value as people say it, or null when the field was or became empty. */
export function valueInWords(field: string, value: Value, words: ValueWords): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numberInWords(field, value, words);
  if (typeof value === 'string') return textInWords(field, value, words);
  if (field === 'predecessorIds') return tasksInWords(value, words);
  if (field === 'alternatives') {
    const told = alternativesInWords(value);
    return told === null ? null : clip(told, words);
  }
  return clip(JSON.stringify(value), words);
}

/** The journal has their ids; those that are still there are told by name. */
function tasksInWords(value: object, words: ValueWords): string | null {
  const ids = Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  if (ids.length === 0) return null;
  return clip(ids.map((id) => words.thing(id) ?? 'a task no longer there').join(', '), words);
}

/** `Roll forward: fix in an hour; Switch off: the flag new-ledger` */
function alternativesInWords(value: Value): string | null {
  const read = z.array(alternative).safeParse(value);
  if (!read.success) return JSON.stringify(value);
  const told = read.data.map(({ kind, how }) => `${alternativeWords[kind]}: ${how}`);
  return told.length === 0 ? null : told.join('; ');
}

function numberInWords(field: string, value: number, words: ValueWords): string {
  if (field.endsWith('At')) return words.when(new Date(value).toISOString());
  return field === 'durationMinutes' ? `${value} min` : String(value);
}

function textInWords(field: string, value: string, words: ValueWords): string {
  if (field === 'serviceId') return words.service(value) ?? 'a service no longer listed';
  if (field === 'environmentId')
    return words.environment(value) ?? 'an environment no longer listed';
  if (
    field === 'personId' ||
    field.endsWith('ById') ||
    field === 'ownerId' ||
    field === 'requesterId'
  ) {
    return words.person(value) ?? 'somebody no longer listed';
  }
  if (field === 'targetReleaseId') return words.thing(value) ?? 'a release no longer listed';
  if (field === 'parentId') return words.thing(value) ?? 'another release';
  if (field === 'gateId') return words.gate(value) ?? 'a gate no longer here';
  if (field === 'roleKey') return words.role(value) ?? value;
  if (field.endsWith('On') || field === 'ideaAt') return words.day(value);
  if (field.endsWith('At')) return words.when(value);
  if (value === 'no-go') return value;
  return enumerations.has(field) ? value.replaceAll('-', ' ') : clip(value, words);
}

function clip(text: string, { whole = false }: ValueWords): string {
  return text.length > longest && !whole ? `${text.slice(0, longest - 1)}…` : text;
}
