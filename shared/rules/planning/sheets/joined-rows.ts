import type { SheetField } from '#shared/model/planning/imports.ts';
import { quoted } from '../../workspace/pasted-table.ts';
import { oneLine } from '../../workspace/word-finder.ts';
import type { Draft } from './row-reader.ts';

/** More rows than this are no list of components. */
export const mostJoined = 100;

/** What rows of one release must say alike, where they say it. */
const alike: Partial<Record<SheetField, string>> = {
  name: 'name',
  changeNumber: 'change number',
  type: 'type',
  owner: 'owner',
  environment: 'environment',
  region: 'region',
  start: 'start date',
  startTime: 'start time',
  end: 'end date',
  endTime: 'end time',
  zone: 'time zone',
  duration: 'duration',
};

/**
 * Several rows of one release as one: each names a component, and what else they say is the same or
 * left empty. The sentence says what differs. Notes are put under each other; phases are never taken
 * from a sheet, so the first one stands.
 */
export function joinedDraft(first: Draft, next: Draft): Draft | string {
  const joined: Draft = { ...first };
  for (const [field, value] of Object.entries(next)) {
    const known = fieldOf(field);
    if (known === undefined || value === '') continue;
    const before = joined[known] ?? '';
    const word = alike[known];
    if (before === '') joined[known] = value;
    else if (known === 'notes') joined.notes = withLine(before, value);
    else if (word !== undefined && !isSame(before, value)) {
      return `Its ${word} is another one there: ${quoted(before)}, here ${quoted(value)}. Rows of one release are joined where they differ in services and versions alone; write the same, or plan it in the release.`;
    }
  }
  return joined;
}

const joinable: readonly SheetField[] = [
  ...(['name', 'changeNumber', 'type', 'owner', 'environment', 'region'] as const),
  ...(['start', 'startTime', 'end', 'endTime', 'zone', 'duration', 'notes', 'phase'] as const),
];

function fieldOf(field: string): SheetField | undefined {
  return joinable.find((each) => each === field);
}

function isSame(one: string, other: string): boolean {
  return oneLine(one).toLowerCase() === oneLine(other).toLowerCase();
}

function withLine(notes: string, line: string): string {
  return notes.split('\n').includes(line) ? notes : `${notes}\n${line}`;
}
