import { bandKinds } from '../../../app/theme/bands.ts';
import { BandLegend } from '../../../components/Band.tsx';
import styles from './screen.module.css';

/** What the patterns and marks mean. */
export function TimelineLegend({ zone }: { zone: string }) {
  return (
    <footer className={styles['foot']}>
      <ul className={styles['legend']} aria-label="Patterns and marks">
        {bandKinds.map((kind) => (
          <li key={kind}>
            <BandLegend kind={kind} />
          </li>
        ))}
        <li className={styles['mark']}>
          <span className={styles['diamond']} aria-hidden /> milestone
        </li>
        <li className={styles['mark']}>
          <span className={styles['post']} aria-hidden /> deployment
        </li>
      </ul>
      <span className={styles['zone']}>{zone} time; point at a bar for UTC</span>
    </footer>
  );
}
