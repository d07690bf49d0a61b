import { useState } from 'react';
import type { ReactNode } from 'react';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { Columns3, Copy } from 'lucide-react';
import type { CopyState } from '../use-copied.ts';
import type { RowData } from '@tanstack/react-table';
import choice from '../form/Choice.module.css';
import styles from './DataTable.module.css';
import type { SlipwayTable } from './use-data-table.ts';

type TableBarProps<Row extends RowData> = {
  table: SlipwayTable<Row>;
  filters: ReactNode;
  count: string;
  copyState: CopyState;
  onCopy: () => void;
};

const copyWords = { idle: 'Copy', copied: 'Copied', refused: 'Clipboard refused' } as const;

/** Over the table: filters at the left, count, column choice and copy at the right. */
export function TableBar<Row extends RowData>({
  table,
  filters,
  count,
  copyState,
  onCopy,
}: TableBarProps<Row>) {
  return (
    <div className={styles['bar']}>
      <div className={styles['filters']}>{filters}</div>
      <div className={styles['tools']}>
        <span className={styles['count']} role="status">
          {count}
        </span>
        <ColumnChooser table={table} />
        <Button
          variant="text"
          startIcon={<Copy />}
          title="Copies the marked rows, or all of them, to paste into a spreadsheet"
          onClick={onCopy}
        >
          {copyWords[copyState]}
        </Button>
      </div>
    </div>
  );
}

function ColumnChooser<Row extends RowData>({ table }: { table: SlipwayTable<Row> }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        variant="text"
        startIcon={<Columns3 />}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Columns
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': 'Columns' } }}
      >
        <div className={styles['chooser']}>
          {table.getAllLeafColumns().map((column) => (
            <label key={column.id}>
              <input
                type="checkbox"
                className={choice['box']}
                checked={column.getIsVisible()}
                disabled={!column.getCanHide()}
                onChange={column.getToggleVisibilityHandler()}
              />
              {String(column.columnDef.header)}
            </label>
          ))}
          <p className={styles['hint']}>
            Drag an edge to resize, double-click it to reset. On a focused heading, Alt with ← or →
            resizes.
          </p>
        </div>
      </Popover>
    </>
  );
}
