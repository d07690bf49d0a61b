import { useMemo, useState } from 'react';
import type { ImportRow } from '#shared/model/planning/imports.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNarrow } from '../../../components/use-narrow.ts';
import type { Preview } from './import-words.ts';
import styles from './imports.module.css';
import { ReadingPanel } from './ReadingPanel.tsx';
import { rowColumns } from './row-columns.tsx';
import { RowFilter, rowsShown } from './RowFilter.tsx';
import type { Shown } from './RowFilter.tsx';
import { RowPanel } from './RowPanel.tsx';
import { SheetNotices } from './SheetNotices.tsx';
import type { SheetImport } from './use-import.ts';

type ImportRowsProps = {
  sheet: SheetImport;
  preview: Preview;
  /** Null until somebody opened or closed it: beside the rows where there is room. */
  readingShown: boolean | null;
  onReading: (shown: boolean) => void;
};

/** Each row with what would become of it; beside it how the sheet is read, or one row in full. */
export function ImportRows({ sheet, preview, readingShown, onReading }: ImportRowsProps) {
  const narrow = useNarrow();
  const [shown, setShown] = useState<Shown>('all');
  const [selected, setSelected] = useState<string | null>(null);
  const rows = useMemo(() => rowsShown(preview.rows, shown), [preview.rows, shown]);
  const row = rows.find((each) => idOf(each) === selected) ?? null;
  const { error } = sheet;
  return (
    <SplitView
      fills
      inspector={
        row !== null ? (
          <RowPanel row={row} onClose={() => setSelected(null)} />
        ) : (
          (readingShown ?? !narrow) && (
            <ReadingPanel sheet={sheet} preview={preview} onClose={() => onReading(false)} />
          )
        )
      }
    >
      {error !== null && (
        <div className={styles['failed']}>
          <ErrorPanel
            {...errorParts('The sheet could not be read like this', error)}
            onRetry={sheet.again}
          />
        </div>
      )}
      <SheetNotices sheet={sheet} preview={preview} />
      <DataTable
        label="Rows of the sheet"
        remember="import-rows"
        rows={rows}
        columns={rowColumns}
        rowId={idOf}
        lines={2}
        noun={['row', 'rows']}
        filters={<RowFilter preview={preview} shown={shown} onShow={setShown} />}
        selectedId={selected}
        onSelect={setSelected}
        empty={
          <Empty
            text={
              preview.rows.length === 0
                ? 'No row below the headings says anything.'
                : 'No row is in this state.'
            }
          />
        }
      />
    </SplitView>
  );
}

const idOf = ({ line }: ImportRow) => String(line);
