import { mostPasted } from '#shared/model/workspace/pasted.ts';
import { readCells, separatorOf } from './pasted-cells.ts';
import { headingOf, oneLine } from './word-finder.ts';

/** A field that would be another one, in words. */
export type PastedChange = { what: string; from: string; to: string };

/** What a line says of a thing; `id` is that of the one that is there already. */
export type ReadRow<Item> = {
  id: string | null;
  name: string;
  item: Item;
  /** What it would be, a few words each. */
  facts: string[];
  changes: PastedChange[];
  /** What is not as it was written, a sentence each. */
  cautions: string[];
};

export type TableRow<Item> =
  | ({ line: number; state: 'new' | 'changed' | 'same' } & ReadRow<Item>)
  | { line: number; state: 'refused'; text: string; reason: string };

export type PastedTable<Item> = {
  rows: TableRow<Item>[];
  /** Columns of the heading that say nothing such a thing has. */
  leftOut: string[];
};

export type TableReader<Field extends string, Item> = {
  fieldOf: (heading: string) => Field | null;
  /** The field every row has. */
  needed: Field;
  /** What cells are without a heading. */
  byLook: (cells: readonly string[]) => Partial<Record<Field, string>>;
  /** The row, or the sentence that says why there is none. */
  read: (draft: Partial<Record<Field, string>>) => ReadRow<Item> | string;
};

/** Lines that are looked at; a list is longer only by mistake. */
const mostRead = 2_000;

/** Reads a list from a spreadsheet, a CSV file or a note, a row for each line that says something. */
export function readTable<Field extends string, Item>(
  text: string,
  reader: TableReader<Field, Item>,
): PastedTable<Item> {
  const records = readCells(text, mostRead + 1, separatorOf(text)).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ''),
  );
  const [first] = records;
  if (first === undefined) return { rows: [], leftOut: [] };
  const columns = headingOf(first.cells, reader.fieldOf, reader.needed);
  const items = records.slice(columns === null ? 0 : 1);
  const lineOf = new Map<string, number>();
  let count = 0;
  const rows = items.slice(0, mostRead).map(({ line, cells }): TableRow<Item> => {
    const draft = columns === null ? reader.byLook(cells) : byColumns(cells, columns);
    const shown = cells.map(oneLine).filter(Boolean).join(' · ');
    const refuse = (reason: string) => ({ line, state: 'refused' as const, text: shown, reason });
    const read = reader.read(draft);
    if (typeof read === 'string') return refuse(read);
    const key = read.id ?? read.name.toLowerCase();
    const before = lineOf.get(key);
    if (before !== undefined)
      return refuse(`${quoted(read.name)} stands in line ${before} already.`);
    lineOf.set(key, line);
    const state = read.id === null ? 'new' : read.changes.length > 0 ? 'changed' : 'same';
    if (state !== 'same') count += 1;
    if (count > mostPasted) {
      return refuse(`At most ${mostPasted} rows are taken at once. Paste this one afterwards.`);
    }
    return { line, state, ...read };
  });
  const next = items[mostRead];
  if (next !== undefined) {
    const reason = `Only ${mostRead} lines are read at once. Paste what is from here on afterwards.`;
    rows.push({ line: next.line, state: 'refused', text: '…', reason });
  }
  const leftOut = first.cells.filter(
    (cell, index) => columns !== null && columns[index] === null && cell.trim() !== '',
  );
  return { rows, leftOut };
}

function byColumns<Field extends string>(
  cells: readonly string[],
  columns: readonly (Field | null)[],
): Partial<Record<Field, string>> {
  const draft: Partial<Record<Field, string>> = {};
  cells.forEach((cell, index) => {
    const field = columns[index];
    if (field !== undefined && field !== null) draft[field] = cell.trim();
  });
  return draft;
}

/** What is there already under a name; the sentence where nobody can say which is meant. */
export function knownByName<Thing extends { name: string }>(
  things: readonly Thing[],
  name: string,
  noun: string,
): Thing | null | string {
  const wanted = oneLine(name).toLowerCase();
  const found = things.filter((thing) => thing.name.toLowerCase() === wanted);
  if (found.length < 2) return found[0] ?? null;
  return `There are ${found.length} ${noun} called ${quoted(name)}. Change them where they stand.`;
}

/** The fields in which a thing that is there would be another one. */
export function changesOf(
  pairs: readonly (readonly [what: string, from: string, to: string])[],
): PastedChange[] {
  return pairs
    .filter(([, from, to]) => from !== to)
    .map(([what, from, to]) => ({ what, from, to }));
}

/** Several names in one cell: `Mara Okafor; Jon Bell`. */
export function partsOfCell(cell: string): string[] {
  return cell
    .split(/[;,|\n/]/)
    .map(oneLine)
    .filter((part) => part !== '');
}

export function quoted(text: string): string {
  const line = oneLine(text);
  return `“${line.length > 60 ? `${line.slice(0, 60).toWellFormed()}…` : line}”`;
}
