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

/** Reads one row after the other; what stands in the sheet already is refused. */
export function rowReader<Item>(
  columns: readonly (SheetField | null)[],
  read: (draft: Draft) => ReadThing<Item> | string,
): RowReader<Item> {
  const lineOf = new Map<string, number>();
  return ({ line, cells }) => {
    const draft = draftOf(cells, columns);
    const found = read(draft);
    if (typeof found === 'string') return refused(line, shownOf(draft, cells), found);
    const { id, name, item, facts, changes, cautions, key } = found;
    const before = lineOf.get(id ?? key);
    if (before !== undefined) {
      const reason = `${quoted(name)} stands in row ${before} already. Take one of them out of the sheet, or tell them apart.`;
      return refused(line, name, reason);
    }
    lineOf.set(id ?? key, line);
    const state = id === null ? 'new' : changes.length > 0 ? 'changed' : 'same';
    return {
      ...{ line, state, name, facts, changes, cautions },
      reason: '',
      item: state === 'same' ? null : item,
    };
  };
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
