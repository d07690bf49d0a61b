import type { ReactNode } from 'react';
import styles from './SplitView.module.css';

type SplitViewProps = {
  children: ReactNode;
  /** An `Inspector`, or nothing. It opens beside, never over the list. */
  inspector?: ReactNode;
  /** The child scrolls by itself (a `DataTable`) and takes the whole height. */
  fills?: boolean;
};

/** The body of a page under its header: work at the left, inspector at the right. */
export function SplitView({ children, inspector, fills = false }: SplitViewProps) {
  return (
    <div className={styles['split']}>
      <div className={`${styles['list']} ${fills ? styles['fills'] : ''}`}>{children}</div>
      {inspector}
    </div>
  );
}
