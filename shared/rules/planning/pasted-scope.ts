import { dateText } from '#shared/model/primitives.ts';
import { mostPasted, newScopeItem } from '#shared/model/planning/scope.ts';
import type { NewScopeItem } from '#shared/model/planning/scope.ts';
import { readCells } from '../workspace/pasted-cells.ts';
import { clipped, oneLine } from '../workspace/word-finder.ts';
import { draftByColumns, draftByLook, readHeading } from './pasted-draft.ts';
import type { PastedDraft } from './pasted-draft.ts';
import { isNotShipped, kindOf, priorityOf, statusOf } from './pasted-words.ts';

/** A line of a pasted list as an item, with what was made of it; or why it cannot be taken. */
export type PastedRow =
  | {
      line: number;
      taken: true;
      item: NewScopeItem;
      /** What is not as it was written, a sentence each. */
      cautions: string[];
      /** Its ticket is in the scope already, or further up in the list. */
      repeats: boolean;
    }
  | { line: number; taken: false; text: string; reason: string };

export type PastedScope = {
  rows: PastedRow[];
  /** Columns of the heading that say nothing an item has. */
  leftOut: string[];
};

export type PasteSurroundings = {
  people: readonly { id: string; name: string; email?: string }[];
  /** Tickets of the scope as it is. */
  tickets: readonly string[];
  /** The day in the workspace's zone. */
  today: string;
};

/** Lines that are looked at; a list is longer only by mistake. */
const mostRead = 2_000;

/** Reads a list from a spreadsheet, a tracker or a note, a row for each line that says something. */
export function readPastedScope(text: string, around: PasteSurroundings): PastedScope {
  const records = readCells(text, mostRead + 1).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ''),
  );
  const [first] = records;
  if (first === undefined) return { rows: [], leftOut: [] };
  const columns = readHeading(first.cells);
  const seen = new Map(around.tickets.map((ticket) => [ticket, 0]));
  const items = records.slice(columns === null ? 0 : 1);
  let count = 0;
  const rows = items.slice(0, mostRead).map(({ line, cells }): PastedRow => {
    const draft =
      columns === null
        ? draftByLook(cells, (name) => personOf(name, around) !== null)
        : draftByColumns(cells, columns);
    const read = readDraft(draft, around);
    const shown = cells.map((cell) => cell.trim()).join(' ');
    if (typeof read === 'string') return { line, taken: false, text: shown, reason: read };
    count += 1;
    if (count > mostPasted) {
      const reason = `At most ${mostPasted} items are added at once. Paste this one afterwards.`;
      return { line, taken: false, text: shown, reason };
    }
    return { line, taken: true, ...read, ...repetition(read, line, seen) };
  });
  const next = items[mostRead];
  if (next !== undefined) rows.push(unread(next.line));
  const leftOut = first.cells.filter(
    (cell, index) => columns !== null && columns[index] === null && cell.trim() !== '',
  );
  return { rows, leftOut };
}

function unread(line: number): PastedRow {
  const reason = `Only ${mostRead} lines are read at once. Paste what is from here on afterwards.`;
  return { line, taken: false, text: '…', reason };
}

type Read = { item: NewScopeItem; cautions: string[] };

/** The item, or the sentence that says why there is none. */
function readDraft(draft: PastedDraft, around: PasteSurroundings): Read | string {
  const { kind = '', ticket = '', priority = '', status = '', owner = '', ideaAt = '' } = draft;
  const title = oneLine(draft.title ?? '');
  const refused = [status, priority].find(isNotShipped);
  if (refused !== undefined)
    return `“${refused}” is not to be shipped, so it is no part of a scope.`;
  if (title === '') return 'There is no title. Write one behind the ticket.';
  const cautions: string[] = [];
  const word = <V>(written: string, found: V | null, usual: V, of: string, stands: string): V => {
    if (written !== '' && found === null)
      cautions.push(`“${clipped(written)}” is no ${of}: ${stands}.`);
    return found ?? usual;
  };
  const person = owner === '' ? null : personOf(owner, around);
  const day = dayOf(ideaAt);
  const parsed = newScopeItem.safeParse({
    kind: word(kind, kindOf(kind), 'feature', 'kind', 'taken as a feature'),
    title,
    ticket: oneLine(ticket),
    note: draft.note ?? '',
    priority: word(priority, priorityOf(priority), 'should', 'priority', 'taken as should'),
    status: word(status, statusOf(status), 'open', 'status', 'taken as open'),
    ownerId: word(owner, person, null, 'person of this workspace', 'it gets no owner'),
    ideaAt: word(ideaAt, day, null, 'date such as 2026-11-24', 'it gets no idea date'),
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `The ${String(issue?.path[0] ?? 'line')} ${issue?.message ?? 'does not fit'}.`;
  }
  const item = parsed.data;
  if (item.ideaAt !== null && item.ideaAt > around.today) {
    cautions.push(`“${clipped(ideaAt)}” lies ahead: it gets no idea date.`);
    item.ideaAt = null;
  }
  cautions.push(...(draft.rest ?? []).map((cell) => `“${clipped(cell)}” was left out.`));
  return { item, cautions };
}

function repetition({ item, cautions }: Read, line: number, seen: Map<string, number>) {
  const { ticket } = item;
  const before = seen.get(ticket);
  if (ticket === '') return { repeats: false };
  if (before === undefined) {
    seen.set(ticket, line);
    return { repeats: false };
  }
  const where = before === 0 ? 'is in the scope already' : `stands in line ${before} already`;
  return { repeats: true, cautions: [...cautions, `${ticket} ${where}.`] };
}

function personOf(name: string, { people }: PasteSurroundings): string | null {
  const wanted = name.trim().toLowerCase();
  const fits = people.filter(
    (person) =>
      person.name.toLowerCase() === wanted ||
      (wanted !== '' && person.email?.toLowerCase() === wanted),
  );
  // Two of one name: nobody is guessed.
  return fits.length === 1 ? (fits[0]?.id ?? null) : null;
}

/** The day of a date, or of an instant as trackers export it. */
function dayOf(text: string): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/s.exec(text.trim())?.[1];
  return day !== undefined && dateText.safeParse(day).success ? day : null;
}
