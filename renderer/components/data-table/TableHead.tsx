import type { KeyboardEvent } from 'react';
import type { Header, RowData } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import choice from '../form/Choice.module.css';
import styles from './DataTable.module.css';
import type { TableColumn } from './table-types.ts';
import type { features, SlipwayTable } from './use-data-table.ts';

type TableHeadProps<Row extends RowData> = {
  table: SlipwayTable<Row>;
  columns: readonly TableColumn<Row>[];
  /** Ticks all rows or none; null where rows cannot be marked. */
  marks: { all: boolean; some: boolean; toggle: () => void } | null;
};

/** The sticky head: sort by click, resize by the edge or with Alt and the arrow keys. */
export function TableHead<Row extends RowData>({ table, columns, marks }: TableHeadProps<Row>) {
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1} className={styles['row']}>
        {marks !== null && (
          <div role="columnheader" className={`${styles['header']} ${styles['tick']}`}>
            <input
              type="checkbox"
              className={choice['box']}
              aria-label="Mark all rows"
              checked={marks.all}
              ref={(box) => {
                if (box !== null) box.indeterminate = marks.some && !marks.all;
              }}
              onChange={marks.toggle}
            />
          </div>
        )}
        {headers.map((header) => {
          const column = columns.find(({ key }) => key === header.column.id);
          return (
            <HeaderCell
              key={header.id}
              header={header}
              atEnd={column?.align === 'end'}
              isPinned={column?.pinned === true}
              hint={column?.hint}
            />
          );
        })}
      </div>
    </div>
  );
}

type HeaderCellProps<Row extends RowData> = {
  header: Header<typeof features, Row>;
  atEnd: boolean;
  isPinned: boolean;
  hint: string | undefined;
};

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;
const step = 16;

function HeaderCell<Row extends RowData>(props: HeaderCellProps<Row>) {
  const { header, atEnd, isPinned, hint } = props;
  const { column, table } = header;
  const sorted = column.getIsSorted();
  const text = String(column.columnDef.header);
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp;
  const resize = header.getResizeHandler();
  const resizeByKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    const size = column.getSize() + (event.key === 'ArrowRight' ? step : -step);
    table.setColumnSizing((sizes) => ({ ...sizes, [column.id]: size }));
  };
  return (
    <div
      role="columnheader"
      aria-sort={sorted === false ? 'none' : ariaSort[sorted]}
      className={`${styles['header']} ${atEnd ? styles['end'] : ''} ${isPinned ? styles['pinned'] : ''}`}
    >
      <button
        type="button"
        className={styles['sort']}
        disabled={!column.getCanSort()}
        title={hint === undefined ? text : `${text} · ${hint}`}
        onClick={column.getToggleSortingHandler()}
        onKeyDown={resizeByKey}
      >
        <span>{text}</span>
        {sorted !== false && <Arrow size={12} aria-hidden />}
      </button>
      <div
        className={`${styles['grip']} ${column.getIsResizing() ? styles['resizing'] : ''}`}
        aria-hidden
        onMouseDown={resize}
        onTouchStart={resize}
        onDoubleClick={() => column.resetSize()}
      />
    </div>
  );
}
