import type { ReactNode } from 'react';
import styles from './Welcome.module.css';

type OfferProps = {
  icon: ReactNode;
  title: string;
  text: string;
  /** The button. */
  children: ReactNode;
};

/** One card of the first run. */
export function Offer({ icon, title, text, children }: OfferProps) {
  return (
    <li className={styles['offer']}>
      <span className={styles['offerIcon']} aria-hidden>
        {icon}
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </li>
  );
}
