import { CircleAlert, OctagonX } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './paste.module.css';

type PasteLinesProps = {
  /** How many lines were read, and how many of them cannot be taken. */
  count: number;
  notTaken: number;
  /** More on the count, after a comma each. */
  told?: readonly string[];
  /** Columns that say nothing known. */
  leftOut: readonly string[];
  children: ReactNode;
};

/** The lines of a pasted list under each other, under a sentence that counts them. */
export function PasteLines({ count, notTaken, told = [], leftOut, children }: PasteLinesProps) {
  return (
    <div className={styles['preview']}>
      <p className={styles['count']} role="status">
        {count === 1 ? '1 line read' : `${count} lines read`}
        {told.map((words) => `, ${words}`)}
        {notTaken > 0 && `, ${notTaken} cannot be taken`}.
        {leftOut.length > 0 && (
          <>
            {' '}
            Columns left out: <bdi>{leftOut.join(', ')}</bdi>.
          </>
        )}
      </p>
      {/* A scroller that held nothing to focus could not be scrolled by keyboard. */}
      <ul className={styles['lines']} aria-label="Lines of the list" tabIndex={0}>
        {children}
      </ul>
    </div>
  );
}

export function PasteLine({ line, children }: { line: number; children: ReactNode }) {
  return (
    <li className={styles['line']}>
      <span className={styles['number']}>{line}</span>
      {children}
    </li>
  );
}

/** A line that cannot be taken, with why. */
export function RefusedLine({ text, reason }: { text: string; reason: string }) {
  return (
    <>
      <OctagonX className={styles['cannot']} size={16} aria-hidden />
      <bdi className={styles['words']}>{text}</bdi>
      <span className={styles['why']}>
        <span className="visually-hidden">Not taken: </span>
        {reason}
      </span>
    </>
  );
}

/** What is to be known of a line before it is taken, or why the core refused it. */
export function LineRemarks({
  refusal,
  cautions,
}: {
  refusal?: string | undefined;
  cautions: readonly string[];
}) {
  const remarks = refusal === undefined ? cautions : [refusal, ...cautions];
  if (remarks.length === 0) return null;
  return (
    <span className={refusal === undefined ? styles['caution'] : styles['why']}>
      <CircleAlert size={14} aria-hidden />
      <span>{remarks.join(' ')}</span>
    </span>
  );
}
