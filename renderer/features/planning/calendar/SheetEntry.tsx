import type { CalendarEntry } from '#shared/contract/planning/calendar.ts';
import { Status } from '../../../components/Status.tsx';
import { exceptionsOf, placeOf, standingOf } from './entry-words.ts';
import styles from './MonthSheet.module.css';

type SheetEntryProps = { entry: CalendarEntry; time: string; isMoving: boolean };

/** One planned deployment in a day: time and name, then where its release stands. */
export function SheetEntry({ entry, time, isMoving }: SheetEntryProps) {
  const { kind, word } = standingOf(entry);
  const about = `${word} · ${entry.type} · ${placeOf(entry)}`;
  return (
    <span
      className={`${styles['entry']} ${styles[kind]} ${isMoving ? styles['moving'] : ''}`}
      title={`${entry.name}: ${about}`}
      data-deployment={entry.deploymentId}
    >
      <span className={styles['entryLine']}>
        <Status kind={kind} variant="icon" label={word} size={13} />
        <time className={styles['time']}>{time}</time>
        <bdi className={styles['name']}>{entry.name}</bdi>
        {entry.exceptions !== undefined && (
          <Status
            kind="exception"
            variant="icon"
            label={exceptionsOf(entry.exceptions)}
            size={13}
          />
        )}
      </span>
      <span className={styles['about']}>{about}</span>
    </span>
  );
}
