import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useCopied } from '../use-copied.ts';
import type { RowData } from '@tanstack/react-table';
import styles from './DataTable.module.css';
import { TableBar } from './TableBar.tsx';
import { TableGrid } from './TableGrid.tsx';
import { TableSkeleton } from './TableSkeleton.tsx';
import { useTableLayout } from './table-layout.ts';
import type { TableLayoutState } from './table-layout.ts';
import { linesOf } from './table-lines.ts';
import type { TableColumn, TableGrouping, TableSort, TableState } from './table-types.ts';
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
  /** Between the bar and the table: what is in force of the filters. */
  under?: ReactNode;
  /** Order until people choose another. */
  sort?: TableSort;
  /** From `useTableLayout`, where the screen arranges the table as well; else the table keeps it. */
  layout?: TableLayoutState;
  /** Puts rows under group lines; the same object until it changes. */
  grouping?: TableGrouping<Row> | null;
  /** Every row is two lines tall: nothing is measured, which long lists scroll better for. */
  lines?: 2;
  /** Told when scrolling rests: the rows in sight. */
  onSight?: (ids: readonly string[]) => void;
  /** The columns to copy rows by, where some of their values have to be asked for first. */
  columnsToCopy?: (rows: readonly Row[]) => Promise<readonly TableColumn<Row>[]>;
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
export function DataTable<Row extends RowData>({ layout, ...props }: DataTableProps<Row>) {
  return layout === undefined ? (
    <RememberedTable {...props} />
  ) : (
    <LaidOutTable {...props} layout={layout} />
  );
}

function RememberedTable<Row extends RowData>(props: Omit<DataTableProps<Row>, 'layout'>) {
  const layout = useTableLayout(props.remember, props.columns, props.sort);
  return <LaidOutTable {...props} layout={layout} />;
}

type LaidOut<Row extends RowData> = DataTableProps<Row> & { layout: TableLayoutState };

function LaidOutTable<Row extends RowData>(props: LaidOut<Row>) {
  const { rows, columns, rowId, layout, state = { kind: 'ready' }, markable = false } = props;
  const { selectedId = null, noun = ['row', 'rows'], grouping = null } = props;
  const table = useDataTable({ layout, rows, columns, rowId });
  const [copyState, copyOut] = useCopied();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const { columnVisibility } = table.state;
  const shown = useMemo(
    () => columns.filter((column) => columnVisibility[column.key] !== false),
    [columns, columnVisibility],
  );
  const sorted = table.getRowModel().rows;
  const ids = useMemo(() => sorted.map((row) => row.id), [sorted]);
  const lines = useMemo(() => linesOf(sorted, grouping, closed), [sorted, grouping, closed]);
  const marks = useMarks(ids);

  const copy = (wanted: readonly string[]) => {
    const set = new Set(wanted);
    const copied = sorted.filter((row) => set.has(row.id)).map((row) => row.original);
    const { columnsToCopy } = props;
    if (columnsToCopy === undefined) copyOut(toTsv(shown, copied));
    else copyOut(columnsToCopy(copied).then((all) => toTsv(onlyShown(all, shown), copied)));
  };
  const fold = (id: string, isOpen: boolean) =>
    setClosed((before) => {
      const after = new Set(before);
      if (isOpen) after.delete(id);
      else after.add(id);
      return after;
    });
  const total = `${numberText(rows.length)} ${rows.length === 1 ? noun[0] : noun[1]}`;
  const marked = numberText(marks.here.length);
  const count = marks.here.length > 0 ? `${marked} of ${total} marked` : total;
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
      {props.under}
      <div className={styles['frame']}>
        {state.kind === 'ready' && rows.length > 0 && (
          <TableGrid
            label={props.label}
            table={table}
            lines={lines}
            columns={shown}
            isGrouped={grouping !== null}
            isEven={props.lines === 2}
            markable={markable}
            marks={marks}
            selectedId={selectedId}
            onSelect={props.onSelect}
            onOpen={props.onOpen}
            onCopy={copy}
            onFold={fold}
            onSight={props.onSight}
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

function onlyShown<Row>(
  columns: readonly TableColumn<Row>[],
  shown: readonly TableColumn<Row>[],
): TableColumn<Row>[] {
  return columns.filter(({ key }) => shown.some((column) => column.key === key));
}
