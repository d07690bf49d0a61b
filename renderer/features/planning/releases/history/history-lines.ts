import type { HistoryEntry } from '#shared/model/planning/history.ts';
import { entityInWords, fieldInWords, isSpoken } from '../history-words.ts';
import { calledNow, thingInWords } from './history-things.ts';
import { valueInWords } from './history-values.ts';
import type { ValueWords } from './history-values.ts';
import type { FormerValue } from './restore.ts';

/** From what to what: a field of a thing, or the whole thing when `field` is null. */
export type HistoryChange = {
  field: string | null;
  from: string | null;
  to: string | null;
  /** The value before, to be put back; null for a whole thing. */
  former: FormerValue | null;
};

/** One thing a command touched, `Scope` or `Checklist · Staging is like production`. */
export type HistoryLine = { key: string; subject: string; changes: HistoryChange[] };

/** Everything one command of one person did at one time: they were written together. */
export type HistoryGroup = {
  /** Id of its newest journal entry. */
  key: string;
  commandId: string;
  at: string;
  byId: string | null;
  command: string;
  /** Of undo and redo: what was taken back or done again. */
  of: string | null;
  lines: HistoryLine[];
  /** SHA-256 of the group's newest journal entry. */
  hash: string;
};

/** `day` is a local date, `2026-11-24`. */
export type HistoryDay = { day: string; groups: HistoryGroup[] };

/**
 * Turns journal entries, newest first, into days of groups. `dayOf` gives the local date of an
 * instant; entries of one command stand next to each other.
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
  if (last?.commandId === entry.commandId) {
    // The journal runs backwards; within one command the first thing done reads first.
    last.lines.unshift(line);
  } else {
    const { id, commandId, at, byId, command, of, hash } = entry;
    groups.push({ key: id, commandId, at, byId, command, of, hash, lines: [line] });
  }
}

function lineOf(entry: HistoryEntry, words: ValueWords): HistoryLine {
  const kind = entityInWords(entry.entity);
  if (entry.op !== 'update') {
    const thing = thingInWords(entry, words);
    const [from, to] = entry.op === 'delete' ? [thing, null] : [null, thing];
    const subject = entry.op === 'restore' ? `${kind}, brought back` : kind;
    return { key: entry.id, subject, changes: [{ field: null, from, to, former: null }] };
  }
  const name = calledNow(entry, words);
  const changes = entry.changes
    .filter((change) => isSpoken(change.field))
    .map((change) => ({
      field: fieldInWords(change.field),
      from: valueInWords(change.field, change.from, words),
      to: valueInWords(change.field, change.to, words),
      former: {
        entity: entry.entity,
        entityId: entry.entityId,
        label: entry.label,
        field: change.field,
        value: change.from,
      },
    }));
  return { key: entry.id, subject: name === '' ? kind : `${kind} · ${name}`, changes };
}
