import type { HistoryEntry } from '#shared/contract/planning/releases.ts';
import { entityInWords, fieldInWords, isSpoken } from '../history-words.ts';
import { calledNow, thingInWords } from './history-things.ts';
import { valueInWords } from './history-values.ts';
import type { ValueWords } from './history-values.ts';

/** From what to what: a field of a thing, or the whole thing when `field` is null. */
export type HistoryChange = { field: string | null; from: string | null; to: string | null };

/** One thing a command touched, `Scope` or `Checklist · Staging is like production`. */
export type HistoryLine = { key: string; subject: string; changes: HistoryChange[] };

/** Everything one command of one person did at one time: they were written together. */
export type HistoryGroup = {
  key: string;
  at: string;
  byId: string | null;
  command: string;
  lines: HistoryLine[];
  /** SHA-256 of the group's newest journal entry. */
  hash: string;
};

/** `day` is a local date, `2026-11-24`. */
export type HistoryDay = { day: string; groups: HistoryGroup[] };

/**
 * Turns journal entries, newest first, into days of groups. `dayOf` gives the local date of an
 * instant; entries of one command stand next to each other and share time, person and command.
 */
export function historyDays(
  entries: readonly HistoryEntry[],
  dayOf: (instant: string) => string,
  words: ValueWords,
): HistoryDay[] {
  const days: HistoryDay[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    if (days.at(-1)?.day !== day) days.push({ day, groups: [] });
    addToGroups(days.at(-1)?.groups ?? [], entry, words);
  }
  return days;
}

function addToGroups(groups: HistoryGroup[], entry: HistoryEntry, words: ValueWords): void {
  const last = groups.at(-1);
  const line = lineOf(entry, words);
  const together =
    last !== undefined &&
    last.at === entry.at &&
    last.byId === entry.byId &&
    last.command === entry.command;
  if (together) {
    // The journal runs backwards; within one command the first thing done reads first.
    last.lines.unshift(line);
  } else {
    const { id, at, byId, command, hash } = entry;
    groups.push({ key: id, at, byId, command, hash, lines: [line] });
  }
}

function lineOf(entry: HistoryEntry, words: ValueWords): HistoryLine {
  const kind = entityInWords(entry.entity);
  if (entry.op !== 'update') {
    const thing = thingInWords(entry, words);
    const [from, to] = entry.op === 'insert' ? [null, thing] : [thing, null];
    return { key: entry.id, subject: kind, changes: [{ field: null, from, to }] };
  }
  const name = calledNow(entry, words);
  const changes = entry.changes
    .filter((change) => isSpoken(change.field))
    .map((change) => ({
      field: fieldInWords(change.field),
      from: valueInWords(change.field, change.from, words),
      to: valueInWords(change.field, change.to, words),
    }));
  return { key: entry.id, subject: name === '' ? kind : `${kind} · ${name}`, changes };
}
