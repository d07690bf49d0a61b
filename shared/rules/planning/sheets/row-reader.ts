import type { ImportRow, SheetField } from '#shared/model/planning/imports.ts';
import type { PastedRecord } from '../../workspace/pasted-cells.ts';
import { quoted } from '../../workspace/pasted-table.ts';
import type { ReadRow } from '../../workspace/pasted-table.ts';
import { clipped, oneLine } from '../../workspace/word-finder.ts';

/** What a row says, by field. */
export type Draft = Partial<Record<SheetField, string>>;

/** A row with what would be written of it; null where nothing is. */
export type SheetRow<Item> = ImportRow & { item: Item | null };

export type RowReader<Item> = (record: PastedRecord) => SheetRow<Item>;

/** `key` tells apart what is new; `rowKey` what stands in the sheet twice. */
export type ReadThing<Item> = ReadRow<Item> & { key: string };

/** Reads a thing from a row, or from several rows of it; a sentence where it cannot. */
type ThingReader<Item> = (drafts: readonly Draft[]) => ReadThing<Item> | string;

type Standing<Item> = { row: SheetRow<Item>; drafts: readonly Draft[] };

/**
 * Reads one row after the other. What stands in the sheet already is refused; with `joins` it becomes
 * part of the row it stands in, which is read anew with it.
 */
export function rowReader<Item>(
  columns: readonly (SheetField | null)[],
  read: ThingReader<Item>,
  joins: boolean,
): RowReader<Item> {
  const standing = new Map<string, Standing<Item>>();
  return ({ line, cells }) => {
    const draft = draftOf(cells, columns);
    const found = read([draft]);
    if (typeof found === 'string') return refused(line, shownOf(draft, cells), found);
    const before = standing.get(found.id ?? found.key);
    if (before === undefined) {
      const row = rowOf(line, found);
      standing.set(found.id ?? found.key, { row, drafts: [draft] });
      return row;
    }
    const stands = `${quoted(found.name)} stands in row ${before.row.line} already.`;
    if (!joins) {
      const reason = `${stands} Take one of them out of the sheet, or tell them apart.`;
      return refused(line, found.name, reason);
    }
    const drafts = [...before.drafts, draft];
    const joined = read(drafts);
    if (typeof joined === 'string') return refused(line, found.name, `${stands} ${joined}`);
    // The row above is in the list already and stays there: it says what it has become.
    Object.assign(before.row, rowOf(before.row.line, joined));
    standing.set(found.id ?? found.key, { row: before.row, drafts });
    return { ...rowOf(line, found), ...part(before.row.line) };
  };
}

function rowOf<Item>(
  line: number,
  { id, name, item, facts, changes, cautions }: ReadThing<Item>,
): SheetRow<Item> {
  const state = id === null ? 'new' : changes.length > 0 ? 'changed' : 'same';
  return {
    ...{ line, state, name, facts, changes, cautions },
    reason: '',
    item: state === 'same' ? null : item,
  };
}

/** Of a row that is part of another one: nothing is written of it alone. */
function part(line: number) {
  const facts = [`Part of row ${line}, as one more component of it.`];
  return { state: 'joined' as const, facts, changes: [], item: null };
}

function refused(line: number, name: string, reason: string): SheetRow<never> {
  return {
    ...{ line, state: 'refused', name, reason },
    facts: [],
    changes: [],
    cautions: [],
    item: null,
  };
}

function draftOf(cells: readonly string[], columns: readonly (SheetField | null)[]): Draft {
  const draft: Draft = {};
  columns.forEach((field, column) => {
    if (field !== null) draft[field] ??= (cells[column] ?? '').trim();
  });
  return draft;
}

/** What people find the row by. */
function shownOf({ name, changeNumber }: Draft, cells: readonly string[]): string {
  const text = name || changeNumber || cells.find((cell) => cell.trim() !== '') || '';
  return clipped(oneLine(text.slice(0, 400)));
}
