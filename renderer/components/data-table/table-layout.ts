import { useEffect, useState } from 'react';
import type { Dispatch, SetStateAction } from 'react';
import type { ColumnSizingState, ColumnVisibilityState, SortingState } from '@tanstack/react-table';
import { z } from 'zod';
import type { TableColumn, TableSort } from './table-types.ts';

const kept = z.object({
  widths: z.record(z.string(), z.number().min(20).max(4000)),
  shown: z.record(z.string(), z.boolean()),
  sort: z.array(z.object({ id: z.string(), desc: z.boolean() })),
});

export type TableLayout = {
  sizing: ColumnSizingState;
  visibility: ColumnVisibilityState;
  sorting: SortingState;
};

export type TableLayoutState = readonly [
  layout: TableLayout,
  setLayout: Dispatch<SetStateAction<TableLayout>>,
];

/** A layout with the columns and the order somebody asked for; what is null stays as it is. */
export function arranged<Row>(
  layout: TableLayout,
  columns: readonly TableColumn<Row>[],
  wanted: { columns: readonly string[] | null; sort: TableSort | null },
): TableLayout {
  const { columns: shown, sort } = wanted;
  return {
    ...layout,
    visibility:
      shown === null
        ? layout.visibility
        : Object.fromEntries(
            columns.map(({ key, always }) => [key, always === true || shown.includes(key)]),
          ),
    sorting: sort === null ? [] : [{ id: sort.key, desc: sort.descending }],
  };
}

/**
 * Widths, choice of columns and sort order of one table, remembered on this device under its key.
 * What is kept but no longer fits (an older version, a column that is gone) is left out.
 */
export function useTableLayout<Row>(
  key: string,
  columns: readonly TableColumn<Row>[],
  sort: TableSort | undefined,
): TableLayoutState {
  const [layout, setLayout] = useState<TableLayout>(() => startLayout(key, columns, sort));
  useEffect(() => {
    const { sizing: widths, visibility: shown, sorting } = layout;
    try {
      localStorage.setItem(storageKey(key), JSON.stringify({ widths, shown, sort: sorting }));
    } catch {
      // A full or forbidden storage costs the memory of the layout, nothing else.
    }
  }, [key, layout]);
  return [layout, setLayout];
}

function startLayout<Row>(
  key: string,
  columns: readonly TableColumn<Row>[],
  sort: TableSort | undefined,
): TableLayout {
  const known = new Set(columns.map((column) => column.key));
  const shown = Object.fromEntries(columns.map((column) => [column.key, column.hidden !== true]));
  const before = readKept(key);
  const first = sort === undefined ? [] : [{ id: sort.key, desc: sort.descending }];
  if (before === null) return { sizing: {}, visibility: shown, sorting: first };
  const sorting = before.sort.filter(({ id }) => known.has(id));
  return {
    sizing: onlyKnown(before.widths, known),
    visibility: { ...shown, ...onlyKnown(before.shown, known) },
    sorting: sorting.length > 0 ? sorting : first,
  };
}

function onlyKnown<Value>(record: Record<string, Value>, known: Set<string>) {
  return Object.fromEntries(Object.entries(record).filter(([name]) => known.has(name)));
}

function readKept(key: string): z.infer<typeof kept> | null {
  try {
    return kept.parse(JSON.parse(localStorage.getItem(storageKey(key)) ?? 'null'));
  } catch {
    return null;
  }
}

function storageKey(key: string): string {
  return `slipway-table.${key}`;
}
