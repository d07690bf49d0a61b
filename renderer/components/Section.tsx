import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './Section.module.css';

type SectionProps = {
  title: string;
  /** A count or a few words beside the title. */
  note?: ReactNode;
  /** Small buttons at the right. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A titled part of a page; sections stand 24 pixels apart. */
export function Section({ title, note, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id}>{title}</h2>
        {note !== undefined && <span className={styles['note']}>{note}</span>}
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
