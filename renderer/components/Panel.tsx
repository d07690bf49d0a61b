import type { ReactNode } from 'react';
import styles from './Panel.module.css';

/** A bordered card: padded for text, bare for rows. */
export function Panel({ padded = false, children }: { padded?: boolean; children: ReactNode }) {
  return <div className={`${styles['panel']} ${padded ? styles['padded'] : ''}`}>{children}</div>;
}

/** Rows under each other in one card; each child is a `PanelRow`. */
export function PanelList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles['panel']} aria-label={label}>
      {children}
    </ul>
  );
}

type PanelRowProps = {
  /** Icon at the head. */
  lead?: ReactNode;
  title: ReactNode;
  /** Quiet words or a `Why` right after the title. */
  beside?: ReactNode;
  /** Second line. */
  note?: ReactNode;
  /** Facts and buttons at the right. */
  end?: ReactNode;
  selected?: boolean;
  /** Makes the whole row open something; buttons in `end` keep their own click. */
  onOpen?: () => void;
};

/** One row of a `PanelList`. */
export function PanelRow({
  lead,
  title,
  beside,
  note,
  end,
  selected = false,
  onOpen,
}: PanelRowProps) {
  const opens = onOpen !== undefined;
  const look = [styles['row'], opens && styles['opens'], selected && styles['selected']];
  return (
    <li className={look.filter(Boolean).join(' ')}>
      {lead}
      <div className={styles['main']}>
        {opens ? (
          <button
            type="button"
            className={styles['open']}
            aria-current={selected ? 'true' : undefined}
            onClick={onOpen}
          >
            {title}
          </button>
        ) : (
          <span className={styles['title']}>{title}</span>
        )}
        {beside !== undefined && <span className={styles['beside']}>{beside}</span>}
        {note !== undefined && <span className={styles['note']}>{note}</span>}
      </div>
      {end !== undefined && <div className={styles['end']}>{end}</div>}
    </li>
  );
}
