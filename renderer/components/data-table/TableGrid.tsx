import { useCallback, useId, useRef, useState } from 'react';
import type { ChangeEvent, KeyboardEvent, MouseEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDensity } from '../../app/theme/density.ts';
import { densitySizes } from '../../app/theme/tokens.ts';
import type { RowData } from '@tanstack/react-table';
import styles from './DataTable.module.css';
import { gridVariables } from './grid-template.ts';
import { tableAction } from './table-keys.ts';
import { TableHead } from './TableHead.tsx';
import { TableCells, TableRow } from './TableRow.tsx';
import type { TableColumn } from './table-types.ts';
import type { SlipwayTable } from './use-data-table.ts';
import type { useMarks } from './use-marks.ts';

type TableGridProps<Row extends RowData> = {
  label: string;
  table: SlipwayTable<Row>;
  columns: readonly TableColumn<Row>[];
  markable: boolean;
  marks: ReturnType<typeof useMarks>;
  selectedId: string | null;
  onSelect: ((id: string | null) => void) | undefined;
  onOpen: ((row: Row) => void) | undefined;
  onCopy: (ids: readonly string[]) => void;
};

/**
 * Head and rows in one scroller, which alone holds the focus and points at its cursor: a row with the
 * focus of its own would lose it when it is scrolled out of the list.
 */
export function TableGrid<Row extends RowData>(props: TableGridProps<Row>) {
  const { table, columns, marks, markable, selectedId, onSelect, onOpen, onCopy } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursorId, setCursorId] = useState<string | null>(null);
  const rowHeight = densitySizes[useDensity((store) => store.density)].row;
  const rows = table.getRowModel().rows;
  const isTall = columns.some((column) => column.wrap === true);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    // The head lies in the scroller and covers what is under it.
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
    overscan: 8,
  });
  const pointed = cursorId ?? selectedId;
  const cursor = rows.findIndex((row) => row.id === pointed);

  const moveTo = (index: number) => {
    const id = rows[index]?.id;
    if (id === undefined) return;
    setCursorId(id);
    virtualizer.scrollToIndex(index);
    // An open inspector follows the cursor; a closed one stays closed until Enter.
    if (selectedId !== null) onSelect?.(id);
  };
  const open = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    if (onSelect !== undefined && row.id !== selectedId) onSelect(row.id);
    else onOpen?.(row.original);
  };
  const copy = () => {
    const atCursor = rows[cursor]?.id;
    if (marks.here.length > 0) onCopy(marks.here);
    else if (atCursor !== undefined) onCopy([atCursor]);
  };
  const act = (event: KeyboardEvent<HTMLDivElement>) => {
    // Keys typed in a heading or a cell's own control are theirs.
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / rowHeight) - 2);
    const action = tableAction(event, { cursor, count: rows.length, page });
    if (action === null) return;
    if (action.kind === 'copy' && document.getSelection()?.isCollapsed === false) return;
    if (action.kind === 'leave' && selectedId === null) return;
    event.preventDefault();
    const atCursor = rows[cursor]?.id;
    if (action.kind === 'move') moveTo(action.to);
    if (action.kind === 'open') open(cursor);
    if (action.kind === 'mark' && markable && atCursor !== undefined) marks.toggle(atCursor);
    if (action.kind === 'mark-all' && markable) marks.toggleAll();
    if (action.kind === 'copy') copy();
    if (action.kind === 'leave') onSelect?.(null);
  };
  const press = (event: MouseEvent<HTMLElement>) => {
    const index = rowIndexOf(event);
    const row = index === null ? undefined : rows[index];
    if (row === undefined || isControl(event.target)) return;
    setCursorId(row.id);
    if (onSelect !== undefined) onSelect(row.id);
    else onOpen?.(row.original);
  };
  const doublePress = (event: MouseEvent<HTMLElement>) => {
    const index = rowIndexOf(event);
    const row = index === null ? undefined : rows[index];
    if (row !== undefined && onSelect !== undefined && !isControl(event.target)) {
      onOpen?.(row.original);
    }
  };
  const tick = (event: ChangeEvent<HTMLElement>) => {
    const index = rowIndexOf(event);
    const row = index === null ? undefined : rows[index];
    if (row === undefined || event.target.closest('[data-tick]') === null) return;
    marks.toggle(row.id);
    setCursorId(row.id);
    scroller.current?.focus();
  };

  const draw = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? null : <TableCells columns={columns} row={row.original} />;
    },
    [rows, columns],
  );
  const items = virtualizer.getVirtualItems();
  const cursorShown = items.some((item) => item.index === cursor);
  return (
    <div
      ref={scroller}
      role="grid"
      className={styles['scroll']}
      style={gridVariables(table, columns, markable)}
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + (markable ? 1 : 0)}
      aria-multiselectable={markable}
      aria-activedescendant={cursorShown ? `${gridId}-${cursor}` : undefined}
      onKeyDown={act}
    >
      <TableHead
        table={table}
        columns={columns}
        marks={
          markable ? { all: marks.all, some: marks.here.length > 0, toggle: marks.toggleAll } : null
        }
      />
      <div
        role="rowgroup"
        className={styles['rows']}
        style={{ height: virtualizer.getTotalSize() }}
        onClick={press}
        onDoubleClick={doublePress}
        onChange={tick}
      >
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <TableRow
              key={item.key}
              elementId={`${gridId}-${item.index}`}
              index={item.index}
              top={item.start - rowHeight}
              draw={draw}
              isCursor={item.index === cursor}
              isSelected={row.id === selectedId}
              isMarked={marks.marked.has(row.id)}
              isLast={item.index === rows.length - 1}
              markable={markable}
              opens={onSelect !== undefined || onOpen !== undefined}
              measure={isTall ? virtualizer.measureElement : undefined}
            />
          );
        })}
      </div>
    </div>
  );
}

// One listener for all rows keeps them free of handlers, which would be new with every rendering.
function rowIndexOf(event: { target: EventTarget }): number | null {
  if (!(event.target instanceof Element)) return null;
  const row = event.target.closest('[data-index]');
  return row instanceof HTMLElement ? Number(row.dataset['index']) : null;
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, select, label') !== null;
}
