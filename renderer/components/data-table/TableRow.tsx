import { memo } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import choice from '../form/Choice.module.css';
import styles from './DataTable.module.css';
import type { CellValue, TableColumn } from './table-types.ts';

type TableRowProps = {
  /** Unique in the document: the grid points at its cursor by it. */
  elementId: string;
  index: number;
  /** Pixels from the top of the list. */
  top: number;
  /** The cells of the row at an index; the same function until rows or columns change. */
  draw: (index: number) => ReactNode;
  isCursor: boolean;
  isSelected: boolean;
  isMarked: boolean;
  isLast: boolean;
  /** Set under the line of a group. */
  level: number | undefined;
  /** Pixels, where all rows have one height that is not that of a single line. */
  height: number | undefined;
  markable: boolean;
  opens: boolean;
  /** Set where rows differ in height and must be measured. */
  measure: ((element: HTMLElement | null) => void) | undefined;
};

/** One row. Scrolling renders the list anew on every frame; rows that stay must not be. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { index, isSelected, isMarked, measure } = props;
  const look = [
    styles['row'],
    styles['body'],
    props.isCursor && styles['cursor'],
    isSelected && styles['selected'],
    isMarked && styles['marked'],
    props.isLast && styles['last'],
    props.opens && styles['opens'],
  ];
  const place: CSSProperties = { top: props.top };
  if (measure === undefined) place.height = props.height ?? 'var(--sl-row)';
  return (
    <div
      role="row"
      id={props.elementId}
      data-index={index}
      ref={measure}
      aria-rowindex={index + 2}
      aria-level={props.level}
      aria-selected={isSelected || isMarked}
      className={look.filter(Boolean).join(' ')}
      style={place}
    >
      {props.markable && (
        <div role="gridcell" className={`${styles['cell']} ${styles['tick']}`}>
          <input
            type="checkbox"
            className={choice['box']}
            tabIndex={-1}
            aria-label="Mark this row"
            checked={isMarked}
            readOnly
            data-tick
          />
        </div>
      )}
      {props.draw(index)}
    </div>
  );
});

type TableCellsProps<Row> = { columns: readonly TableColumn<Row>[]; row: Row };

export function TableCells<Row>({ columns, row }: TableCellsProps<Row>) {
  return columns.map((column) => <Cell key={column.key} column={column} row={row} />);
}

function Cell<Row>({ column, row }: { column: TableColumn<Row>; row: Row }) {
  const value = column.value(row);
  const look = [
    styles['cell'],
    column.align === 'end' && styles['end'],
    column.wrap === true && styles['wrap'],
    column.pinned === true && styles['pinned'],
    column.fills === true && styles['filled'],
  ];
  const content: ReactNode = column.cell === undefined ? valueText(value) : column.cell(row);
  return (
    <div role="gridcell" className={look.filter(Boolean).join(' ')}>
      <div
        {...(column.cell === undefined
          ? {
              className: `${styles['inner']} ${styles['text']}`,
              dir: 'auto',
              title: valueText(value),
            }
          : { className: styles['inner'] })}
      >
        {content}
      </div>
    </div>
  );
}

const numbers = new Intl.NumberFormat('en-GB');

function valueText(value: CellValue): string {
  return typeof value === 'number' ? numbers.format(value) : (value ?? '');
}
