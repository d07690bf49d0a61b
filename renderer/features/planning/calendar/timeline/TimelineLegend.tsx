import { bandKinds } from '../../../../app/theme/bands.ts';
import type { TimelineOutline } from '#shared/model/planning/timeline.ts';
import { countWords } from '#shared/rules/planning/timeline/picture-words.ts';
import { BandLegend } from '../../../../components/Band.tsx';
import styles from './screen.module.css';

type TimelineLegendProps = { zone: string; outline: TimelineOutline | undefined };

/** What the patterns and marks mean, and how much is shown. */
export function TimelineLegend({ zone, outline }: TimelineLegendProps) {
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
      <span className={styles['zone']} role="status">
        {outline === undefined ? '' : `${countWords(outline)} · `}
        {zone} time, UTC on hover
      </span>
    </footer>
  );
}
