import { memo } from 'react';
import { Status } from '../../../components/Status.tsx';
import { timeText } from '../../../components/when-text.ts';
import { exceptionsOf, placeOf, releaseHref, shownStanding } from './entry-words.ts';
import type { ShownEntry } from './entry-words.ts';
import styles from './EntryCard.module.css';

type EntryCardProps = {
  entry: ShownEntry;
  zone: string;
  isMoving: boolean;
  /** Time and name alone, where many share a day. */
  short?: boolean;
};

/** One planned deployment: time and name, then where its release stands. A link to the release. */
export const EntryCard = memo(function EntryCard(props: EntryCardProps) {
  const { entry, zone, isMoving, short = false } = props;
  const standing = shownStanding(entry);
  const about = [standing?.word, entry.type, placeOf(entry)].filter(Boolean).join(' · ');
  const look = [
    styles['entry'],
    standing !== null && styles[standing.kind],
    isMoving && styles['moving'],
    short && styles['short'],
  ];
  return (
    <a
      href={releaseHref(entry.releaseId)}
      className={look.filter(Boolean).join(' ')}
      title={`${entry.name}: ${about}`}
      draggable={entry.movable}
      data-deployment={entry.deploymentId}
    >
      <span className={styles['line']}>
        {standing === null ? (
          <span className={styles['unjudged']} />
        ) : (
          <Status kind={standing.kind} variant="icon" label={standing.word} size={13} />
        )}
        <time className={styles['time']} dateTime={entry.startAt}>
          {timeText(entry.startAt, zone)}
        </time>
        <bdi className={styles['name']}>{entry.name}</bdi>
        {entry.exceptions > 0 && (
          <Status
            kind="exception"
            variant="icon"
            label={exceptionsOf(entry.exceptions)}
            size={13}
          />
        )}
      </span>
      {!short && <span className={styles['about']}>{about}</span>}
    </a>
  );
});
