import { CircleHelp, Info } from 'lucide-react';
import type { Preview } from './import-words.ts';
import styles from './imports.module.css';
import { DateOrderField } from './ReadingPanel.tsx';
import type { SheetImport } from './use-import.ts';

/** What is asked, and what was taken for granted, above the rows. */
export function SheetNotices({ sheet, preview }: { sheet: SheetImport; preview: Preview }) {
  const { assumed, unclearDate, inTheWay } = preview;
  return (
    <div className={styles['notices']}>
      {unclearDate !== null && (
        <div className={styles['question']}>
          <DateOrderField sheet={sheet} preview={preview} />
        </div>
      )}
      {unclearDate === null && inTheWay !== null && (
        <p className={styles['notice']} role="status">
          <CircleHelp size={16} aria-hidden />
          {inTheWay}
        </p>
      )}
      {assumed.length > 0 && (
        <ul className={styles['assumed']} aria-label="Taken for granted">
          {assumed.map((sentence) => (
            <li key={sentence}>
              <Info size={14} aria-hidden />
              <bdi>{sentence}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
