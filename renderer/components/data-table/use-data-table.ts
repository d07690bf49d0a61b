import { useMemo } from 'react';
import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createSortedRowModel,
  functionalUpdate,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { ColumnDef, ReactTable, RowData } from '@tanstack/react-table';
import type { TableLayoutState } from './table-layout.ts';
import { defaultMinWidth, defaultWidth } from './table-types.ts';
import type { TableColumn } from './table-types.ts';

export const features = tableFeatures({
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

export type SlipwayTable<Row extends RowData> = ReactTable<typeof features, Row>;

type Options<Row extends RowData> = {
  layout: TableLayoutState;
  rows: readonly Row[];
  columns: readonly TableColumn<Row>[];
  rowId: (row: Row) => string;
};

/** The headless table behind `DataTable`: sizes, choice and order of columns, sorted rows. */
export function useDataTable<Row extends RowData>({
  layout: [layout, setLayout],
  rows,
  columns,
  rowId,
}: Options<Row>): SlipwayTable<Row> {
  const defs = useMemo(() => columnDefs(columns), [columns]);
  return useTable<typeof features, Row>({
    features,
    columns: defs,
    data: rows,
    getRowId: rowId,
    columnResizeMode: 'onChange',
    enableMultiSort: false,
    state: {
      columnSizing: layout.sizing,
      columnVisibility: layout.visibility,
      sorting: layout.sorting,
    },
    onColumnSizingChange: (change) =>
      setLayout((old) => ({ ...old, sizing: functionalUpdate(change, old.sizing) })),
    onColumnVisibilityChange: (change) =>
      setLayout((old) => ({ ...old, visibility: functionalUpdate(change, old.visibility) })),
    onSortingChange: (change) =>
      setLayout((old) => ({ ...old, sorting: functionalUpdate(change, old.sorting) })),
  });
}

function columnDefs<Row extends RowData>(
  columns: readonly TableColumn<Row>[],
): ColumnDef<typeof features, Row>[] {
  return columns.map((column) => ({
    id: column.key,
    header: column.header,
    // The table keeps undefined, not null, at the end in both directions.
    accessorFn: (row: Row) => (column.sortBy ?? column.value)(row) ?? undefined,
    size: column.width ?? defaultWidth,
    minSize: column.minWidth ?? defaultMinWidth,
    maxSize: 1200,
    enableSorting: column.sortable !== false,
    enableHiding: column.always !== true,
    sortUndefined: 'last',
    sortDescFirst: false,
    sortFn: (a, b, id) => compareValues(a.getValue(id), b.getValue(id)),
  }));
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Numbers by size, texts as people sort them: `4.10` after `4.2`, capitals beside small letters. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}
