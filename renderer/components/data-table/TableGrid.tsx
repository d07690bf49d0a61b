import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDensity } from '../../app/theme/density.ts';
import { densitySizes } from '../../app/theme/tokens.ts';
import type { RowData } from '@tanstack/react-table';
import styles from './DataTable.module.css';
import { GroupLine } from './GroupLine.tsx';
import { gridVariables } from './grid-template.ts';
import { TableHead } from './TableHead.tsx';
import type { TableLine } from './table-lines.ts';
import { TableCells, TableRow } from './TableRow.tsx';
import type { TableColumn } from './table-types.ts';
import type { SlipwayTable } from './use-data-table.ts';
import { useGridHand } from './use-grid-hand.ts';
import type { useMarks } from './use-marks.ts';

export type TableGridProps<Row extends RowData> = {
  label: string;
  table: SlipwayTable<Row>;
  lines: readonly TableLine<Row>[];
  columns: readonly TableColumn<Row>[];
  isGrouped: boolean;
  /** All rows are two lines tall. */
  isEven: boolean;
  markable: boolean;
  marks: ReturnType<typeof useMarks>;
  selectedId: string | null;
  onSelect: ((id: string | null) => void) | undefined;
  onOpen: ((row: Row) => void) | undefined;
  onCopy: (ids: readonly string[]) => void;
  onFold: (groupId: string, isOpen: boolean) => void;
  onSight: ((ids: readonly string[]) => void) | undefined;
};

/** What a second line adds to a row. */
const secondLine = 16;

/**
 * Head and rows in one scroller, which alone holds the focus and points at its cursor: a row with the
 * focus of its own would lose it when it is scrolled out of the list.
 */
export function TableGrid<Row extends RowData>(props: TableGridProps<Row>) {
  const { table, lines, columns, marks, markable, selectedId, isEven } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursorId, setCursorId] = useState<string | null>(null);
  const headHeight = densitySizes[useDensity((store) => store.density)].row;
  const rowHeight = isEven ? headHeight + secondLine : headHeight;
  const isMeasured = !isEven && columns.some((column) => column.wrap === true);
  // The same functions until the lines change: with others, every place would be reckoned anew.
  const estimateSize = useCallback(
    (index: number) => (lines[index]?.kind === 'group' ? headHeight : rowHeight),
    [lines, headHeight, rowHeight],
  );
  const getItemKey = useCallback((index: number) => lines[index]?.id ?? index, [lines]);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    // The head lies in the scroller and covers what is under it.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 3,
  });
  // Groups are of another height: where they open and close, or rows are sorted anew, places move.
  const reckoned = useRef(estimateSize);
  useEffect(() => {
    // The first places are reckoned as the list appears.
    if (!isMeasured && reckoned.current !== estimateSize) virtualizer.measure();
    reckoned.current = estimateSize;
  }, [virtualizer, isMeasured, estimateSize]);
  const pointed = cursorId ?? selectedId;
  const cursor = useMemo(
    () => (pointed === null ? -1 : lines.findIndex(({ id }) => id === pointed)),
    [lines, pointed],
  );
  const hand = useGridHand({
    ...props,
    ...{ cursor, setCursorId, rowHeight },
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    focus: () => scroller.current?.focus(),
  });

  const draw = useCallback(
    (index: number) => {
      const line = lines[index];
      return line?.kind === 'row' ? <TableCells columns={columns} row={line.row} /> : null;
    },
    [lines, columns],
  );
  const items = virtualizer.getVirtualItems();
  useSight(lines, items[0]?.index, items.at(-1)?.index, virtualizer.isScrolling, props.onSight);
  const cursorShown = items.some((item) => item.index === cursor);
  const marked = (ids: readonly string[]) => ids.every((id) => marks.marked.has(id));
  return (
    <div
      ref={scroller}
      role={props.isGrouped ? 'treegrid' : 'grid'}
      className={styles['scroll']}
      style={gridVariables(table, columns, markable)}
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + (markable ? 1 : 0)}
      aria-multiselectable={markable}
      aria-activedescendant={cursorShown ? `${gridId}-${cursor}` : undefined}
      onKeyDown={hand.act}
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
        onClick={hand.press}
        onDoubleClick={hand.doublePress}
        onChange={hand.tick}
      >
        {items.map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const place = {
            elementId: `${gridId}-${item.index}`,
            index: item.index,
            top: item.start - headHeight,
            isCursor: item.index === cursor,
            markable,
          };
          if (line.kind === 'group') {
            return (
              <GroupLine
                key={item.key}
                {...place}
                label={line.label}
                count={line.rowIds.length}
                isOpen={line.isOpen}
                isMarked={marks.marked.size > 0 && marked(line.rowIds)}
              />
            );
          }
          return (
            <TableRow
              key={item.key}
              {...place}
              draw={draw}
              level={props.isGrouped ? 2 : undefined}
              height={isEven ? rowHeight : undefined}
              isSelected={line.id === selectedId}
              isMarked={marks.marked.has(line.id)}
              isLast={item.index === lines.length - 1}
              opens={props.onSelect !== undefined || props.onOpen !== undefined}
              measure={isMeasured ? virtualizer.measureElement : undefined}
            />
          );
        })}
      </div>
    </div>
  );
}

/**
 * Rows that only fly by are not worth asking about. What is known of those in sight comes after they
 * are painted: within a click it would hold them up.
 */
function useSight<Row>(
  lines: readonly TableLine<Row>[],
  first: number | undefined,
  last: number | undefined,
  isScrolling: boolean,
  onSight: ((ids: readonly string[]) => void) | undefined,
): void {
  useEffect(() => {
    if (onSight === undefined || isScrolling || first === undefined || last === undefined) return;
    const seen = lines.slice(first, last + 1);
    const ids = seen.flatMap((line) => (line.kind === 'row' ? [line.id] : []));
    let afterPaint: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      afterPaint = setTimeout(() => onSight(ids));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(afterPaint);
    };
  }, [lines, first, last, isScrolling, onSight]);
}
