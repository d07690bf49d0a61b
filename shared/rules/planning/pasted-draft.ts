import { fieldOf, isNotShipped, kindOf, priorityOf, statusOf } from './pasted-words.ts';
import type { PastedField } from './pasted-words.ts';
import { headingOf } from '../workspace/word-finder.ts';

/** What a line says of an item, in its own words; `rest` are cells that say nothing known. */
export type PastedDraft = Partial<Record<PastedField, string>> & { rest?: string[] };

/** `PAY-914`, `#123`. Trackers write projects in capitals, and so is no title taken for a ticket. */
const wholeTicket = /^(?:[A-Z][A-Z0-9_]{0,14}-\d{1,8}|#\d{1,8})$/;
const leadingTicket =
  /^\[?(?<ticket>[A-Z][A-Z0-9_]{0,14}-\d{1,8}|#\d{1,8})\]?(?:\([^)\s]*\))?(?=[\s:–—-]|$)[\s:–—-]*/;
const bullet = /^(?:[-*+•–]\s+|\d{1,4}[.)]\s+)/;
const checkbox = /^\[(?<mark>[ xX])\]\s+/;

/** Columns by what the first record calls them; null where it is no heading but an item already. */
export function readHeading(cells: readonly string[]): (PastedField | null)[] | null {
  return headingOf(cells, fieldOf, 'title');
}

export function draftByColumns(
  cells: readonly string[],
  columns: readonly (PastedField | null)[],
): PastedDraft {
  const draft: PastedDraft = {};
  cells.forEach((cell, index) => {
    const field = columns[index];
    if (field !== undefined && field !== null) draft[field] = cell.trim();
  });
  return draft.ticket === undefined ? { ...draft, ...splitTicket(draft.title ?? '') } : draft;
}

/**
 * Without a heading each cell is taken for what it looks like. The first with a word in it that is
 * left is the title: a number alone is more likely an estimate.
 */
export function draftByLook(
  cells: readonly string[],
  isPerson: (name: string) => boolean,
): PastedDraft {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && !isMark(cell));
  const [only] = filled;
  if (filled.length === 1 && only !== undefined) return draftOfLine(only);
  const draft: PastedDraft = {};
  for (const cell of filled) {
    const field = looksLike(cell, isPerson);
    if (field !== null && draft[field] === undefined) draft[field] = cell;
    else if (draft.title === undefined && /\p{L}/u.test(cell)) draft.title = cell;
    else draft.rest = [...(draft.rest ?? []), cell];
  }
  return draft;
}

/** A list's own mark, which word processors put into a cell of its own. */
function isMark(cell: string): boolean {
  return /^(?:[-*+•–]|\d{1,4}[.)])$/.test(cell);
}

function looksLike(cell: string, isPerson: (name: string) => boolean): PastedField | null {
  if (wholeTicket.test(cell)) return 'ticket';
  if (kindOf(cell) !== null) return 'kind';
  if (priorityOf(cell) !== null) return 'priority';
  if (statusOf(cell) !== null || isNotShipped(cell)) return 'status';
  if (/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(cell)) return 'ideaAt';
  return isPerson(cell) ? 'owner' : null;
}

/** `- [x] PAY-914 Store card aliases` */
export function draftOfLine(line: string): PastedDraft {
  const item = line.trim().replace(bullet, '');
  const mark = checkbox.exec(item)?.groups?.['mark'];
  const draft = splitTicket(item.replace(checkbox, ''));
  if (mark === undefined) return draft;
  return { ...draft, status: mark === ' ' ? 'open' : 'done' };
}

function splitTicket(text: string): PastedDraft {
  const found = leadingTicket.exec(text);
  const ticket = found?.groups?.['ticket'];
  if (found === null || ticket === undefined) return { title: text };
  return { ticket, title: text.slice(found[0].length) };
}
