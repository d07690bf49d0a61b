import type { ReactNode } from 'react';
import type { WindowOccurrence } from '#shared/model/planning/window-views.ts';
import { rangeText, zoneText } from '../../../components/when-text.ts';
import styles from './windows.module.css';

type OccurrenceRowsProps = {
  occurrences: readonly WindowOccurrence[];
  now: string;
  actions?: (occurrence: WindowOccurrence) => ReactNode;
};

/** Occurrences under each other: local time, UTC, and what a change of clocks does to each. */
export function OccurrenceRows({ occurrences, now, actions }: OccurrenceRowsProps) {
  if (occurrences.length === 0) {
    return <p className={styles['quiet']}>None is left: it lies in the past.</p>;
  }
  return (
    <ol className={styles['occurrences']} aria-label="Next occurrences">
      {occurrences.map((each) => {
        const { startsAt, endsAt, local, state, note, reason } = each;
        return (
          <li key={each.originalWall} className={styles[state]}>
            <div className={styles['times']}>
              <span className={styles['local']}>
                <time dateTime={startsAt}>{rangeText(startsAt, endsAt, local.zone, now)}</time>{' '}
                {zoneText(local.zone)}
                {state !== 'regular' && <span className={styles['mark']}>{state}</span>}
              </span>
              <span className={styles['utc']}>{rangeText(startsAt, endsAt, 'UTC', now)} UTC</span>
              {note !== null && <span className={styles['clock']}>{note}</span>}
              {reason !== '' && <bdi className={styles['utc']}>{reason}</bdi>}
            </div>
            {actions !== undefined && <span className={styles['acts']}>{actions(each)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
