import type { ReactNode } from 'react';
import styles from './Skeleton.module.css';

/** Shows its children only to those who wait longer than 300 ms, and tells screen readers of the wait. */
export function Delayed({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div className={styles['wait']} role="status">
      <span className="visually-hidden">Loading {what}</span>
      <div aria-hidden>{children}</div>
    </div>
  );
}

/** Lengths that differ as words do, and are the same at every rendering. */
function wordLength(index: number): string {
  return `${40 + ((index * 37) % 45)}%`;
}

/** A text to come. */
export function SkeletonText({ lines = 3, what = 'text' }: { lines?: number; what?: string }) {
  return (
    <Delayed what={what}>
      {Array.from({ length: lines }, (_, index) => (
        <div
          key={index}
          className={`${styles['bone']} ${styles['line']}`}
          style={{ width: wordLength(index) }}
        />
      ))}
    </Delayed>
  );
}

/** A `PanelList` to come: icon, title and pill of each row. */
export function SkeletonRows({ rows = 5, what = 'list' }: { rows?: number; what?: string }) {
  return (
    <Delayed what={what}>
      <div className={styles['rows']}>
        {Array.from({ length: rows }, (_, index) => (
          <div key={index} className={styles['row']}>
            <div className={`${styles['bone']} ${styles['disc']}`} />
            <div
              className={`${styles['bone']} ${styles['grow']}`}
              style={{ width: wordLength(index) }}
            />
            <div className={`${styles['bone']} ${styles['tail']}`} />
          </div>
        ))}
      </div>
    </Delayed>
  );
}

/** A card to come. */
export function SkeletonCard({ lines = 4, what = 'card' }: { lines?: number; what?: string }) {
  return (
    <div className={styles['card']}>
      <SkeletonText lines={lines} what={what} />
    </div>
  );
}
