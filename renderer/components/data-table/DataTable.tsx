import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useCopied } from '../use-copied.ts';
import type { RowData } from '@tanstack/react-table';
import styles from './DataTable.module.css';
import { TableBar } from './TableBar.tsx';
import { TableGrid } from './TableGrid.tsx';
import { TableSkeleton } from './TableSkeleton.tsx';
import type { TableColumn, TableSort, TableState } from './table-types.ts';
import { toTsv } from './tsv.ts';
import { useDataTable } from './use-data-table.ts';
import { useMarks } from './use-marks.ts';
import { numberText } from '../number-text.ts';

export type DataTableProps<Row extends RowData> = {
  /** Name of the table for screen readers. */
  label: string;
  /** Key under which widths, chosen columns and sort order are remembered on this device. */
  remember: string;
  /** Stable between renderings (from a query or memoised), as are `columns`. */
  rows: readonly Row[];
  columns: readonly TableColumn<Row>[];
  rowId: (row: Row) => string;
  state?: TableState;
  /** Stands in place of rows when there are none: an `Empty`. */
  empty: ReactNode;
  /** What is counted: `['release', 'releases']`. */
  noun?: readonly [one: string, many: string];
  /** At the left above the table. */
  filters?: ReactNode;
  /** Order until people choose another. */
  sort?: TableSort;
  /** The row an inspector shows; click or Enter selects, j/k move on, Esc gives `null`. */
  selectedId?: string | null;
  onSelect?: (id: string | null) => void;
  /** Enter on the selected row or a double click; a plain click where there is no `onSelect`. */
  onOpen?: (row: Row) => void;
  /** Adds ticks (Space, Ctrl+A) for copying and for `markedActions`. */
  markable?: boolean;
  markedActions?: (ids: readonly string[], clear: () => void) => ReactNode;
};

/** Rows people sort, choose columns of, walk through by keyboard and copy; smooth to 10,000 and more. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { rows, columns, rowId, state = { kind: 'ready' }, markable = false } = props;
  const { selectedId = null, noun = ['row', 'rows'] } = props;
  const table = useDataTable({ ...props, rows, columns, rowId });
  const [copyState, copyOut] = useCopied();
  const { columnVisibility } = table.state;
  const shown = useMemo(
    () => columns.filter((column) => columnVisibility[column.key] !== false),
    [columns, columnVisibility],
  );
  const sorted = table.getRowModel().rows;
  const ids = useMemo(() => sorted.map((row) => row.id), [sorted]);
  const marks = useMarks(ids);

  const copy = (wanted: readonly string[]) => {
    const set = new Set(wanted);
    const copied = sorted.filter((row) => set.has(row.id)).map((row) => row.original);
    copyOut(toTsv(shown, copied));
  };
  const total = `${numberText(rows.length)} ${rows.length === 1 ? noun[0] : noun[1]}`;
  const count = marks.here.length > 0 ? `${marks.here.length} of ${total} marked` : total;
  return (
    <div className={styles['table']}>
      <TableBar
        table={table}
        filters={
          marks.here.length > 0 && props.markedActions !== undefined
            ? props.markedActions(marks.here, marks.clear)
            : props.filters
        }
        count={state.kind === 'ready' ? count : ''}
        copyState={copyState}
        onCopy={() => copy(marks.here.length > 0 ? marks.here : ids)}
      />
      <div className={styles['frame']}>
        {state.kind === 'ready' && rows.length > 0 && (
          <TableGrid
            label={props.label}
            table={table}
            columns={shown}
            markable={markable}
            marks={marks}
            selectedId={selectedId}
            onSelect={props.onSelect}
            onOpen={props.onOpen}
            onCopy={copy}
          />
        )}
        {state.kind === 'ready' && rows.length === 0 && props.empty}
        {state.kind === 'loading' && (
          <TableSkeleton table={table} columns={shown} markable={markable} />
        )}
        {state.kind === 'failed' && <div className={styles['instead']}>{state.panel}</div>}
      </div>
    </div>
  );
}
