import type { RowData } from '@tanstack/react-table';
import styles from './DataTable.module.css';
import { gridVariables } from './grid-template.ts';
import type { TableColumn } from './table-types.ts';
import type { SlipwayTable } from './use-data-table.ts';

type TableSkeletonProps<Row extends RowData> = {
  table: SlipwayTable<Row>;
  columns: readonly TableColumn<Row>[];
  markable: boolean;
};

const rowCount = 8;

/** The table as it will stand, without its words; seen only by those who wait longer than 300 ms. */
export function TableSkeleton<Row extends RowData>({
  table,
  columns,
  markable,
}: TableSkeletonProps<Row>) {
  return (
    <div className={styles['scroll']} style={gridVariables(table, columns, markable)} role="status">
      <span className="visually-hidden">Loading</span>
      <div className={`${styles['head']} ${styles['row']}`} aria-hidden>
        {markable && <div />}
        {columns.map((column) => (
          <div
            key={column.key}
            className={`${styles['header']} ${styles['cell']} ${column.align === 'end' ? styles['end'] : ''}`}
          >
            {column.header}
          </div>
        ))}
      </div>
      <div className={styles['waiting']} aria-hidden>
        {Array.from({ length: rowCount }, (_, row) => (
          <div key={row} className={styles['row']} style={{ height: 'var(--sl-row)' }}>
            {markable && <div />}
            {columns.map((column, index) => (
              <div
                key={column.key}
                className={`${styles['cell']} ${column.align === 'end' ? styles['end'] : ''}`}
              >
                {/* Lengths differ as those of words do, and are the same each time. */}
                <div
                  className={styles['skeleton']}
                  style={{ width: `${45 + ((row * 7 + index * 13) % 5) * 10}%` }}
                />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
