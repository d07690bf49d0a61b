import type { ReactNode } from 'react';
import styles from './PageHeader.module.css';

type PageHeaderProps = {
  title: string;
  /** Chips and marks right after the title. */
  beside?: ReactNode;
  /** One quiet sentence under the title. */
  note?: ReactNode;
  /** Facts at the right, before the actions. */
  facts?: ReactNode;
  /** At most one `variant="contained"` button, last. */
  actions?: ReactNode;
  /** Phases and tabs under the line. */
  children?: ReactNode;
};

/** The head of a page: what it is about on one line, the primary action at the right. */
export function PageHeader({ title, beside, note, facts, actions, children }: PageHeaderProps) {
  return (
    <header className={styles['header']}>
      <div className={styles['line']}>
        <div className={styles['title']}>
          <h1 title={title}>
            <bdi>{title}</bdi>
          </h1>
        </div>
        {beside !== undefined && <div className={styles['beside']}>{beside}</div>}
        {(facts !== undefined || actions !== undefined) && (
          <div className={styles['facts']}>
            {facts}
            {actions}
          </div>
        )}
      </div>
      {note !== undefined && <p className={styles['note']}>{note}</p>}
      {children !== undefined && <div className={styles['under']}>{children}</div>}
    </header>
  );
}
