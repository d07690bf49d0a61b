import type { ReactNode } from 'react';
import styles from './Empty.module.css';

type EmptyProps = {
  /** One sentence on what this place is for. */
  text: string;
  /** The one thing to do here, usually a button. */
  action?: ReactNode;
  /** An icon of 32 pixels or a small drawing. */
  picture?: ReactNode;
  /** Inside a panel or an inspector rather than a whole page. */
  small?: boolean;
};

/** A place that holds nothing yet. */
export function Empty({ text, action, picture, small = false }: EmptyProps) {
  return (
    <div className={`${styles['empty']} ${small ? styles['small'] : ''}`}>
      {picture !== undefined && (
        <span className={styles['picture']} aria-hidden>
          {picture}
        </span>
      )}
      <p className={styles['text']}>{text}</p>
      {action}
    </div>
  );
}
