import { memo } from 'react';
import IconButton from '@mui/material/IconButton';
import { CalendarClock } from 'lucide-react';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { Empty } from '../../../components/Empty.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { dayText, timeText } from '../../../components/when-text.ts';
import { inTheWayOf, placeOf, releaseHref, shownStanding } from './entry-words.ts';
import type { ShownEntry } from './entry-words.ts';
import styles from './MonthList.module.css';

type MonthListProps = {
  title: string;
  entries: readonly ShownEntry[];
  zone: string;
  now: string;
  onMove: (entry: ShownEntry) => void;
};

/** The month as a list: what the sheet shows by place, in the order of time and in words. */
export function MonthList({ title, entries, zone, now, onMove }: MonthListProps) {
  const note = entries.length === 1 ? '1 deployment' : `${entries.length} deployments`;
  return (
    <Section title={`In ${title}`} note={note}>
      {entries.length === 0 ? (
        <div className={styles['list']}>
          <Empty small text={`Nothing is planned to be deployed in ${title}.`} />
        </div>
      ) : (
        <ol className={styles['list']}>
          {entries.map((entry) => (
            <MonthRow
              key={entry.deploymentId}
              entry={entry}
              zone={zone}
              now={now}
              onMove={onMove}
            />
          ))}
        </ol>
      )}
    </Section>
  );
}

type MonthRowProps = Pick<MonthListProps, 'zone' | 'now' | 'onMove'> & { entry: ShownEntry };

const MonthRow = memo(function MonthRow({ entry, zone, now, onMove }: MonthRowProps) {
  const standing = shownStanding(entry);
  const inTheWay = inTheWayOf(entry);
  return (
    <li
      className={styles['row']}
      draggable={entry.movable}
      data-deployment={entry.deploymentId}
      data-day={dateIn(entry.startAt, zone)}
    >
      <time dateTime={entry.startAt} className={styles['when']}>
        {dayText(entry.startAt, zone, now)}
        <span className={styles['time']}>{timeText(entry.startAt, zone)}</span>
      </time>
      <div className={styles['what']}>
        <a href={releaseHref(entry.releaseId)} className={styles['name']}>
          <bdi>{entry.name}</bdi>
        </a>
        <span className={styles['about']}>
          {entry.type} · {placeOf(entry)}
        </span>
        {standing !== null && <Status kind={standing.kind} variant="plain" label={standing.word} />}
        {inTheWay !== '' && (
          <span className={styles['inTheWay']} title={inTheWay}>
            <bdi>{inTheWay}</bdi>
          </span>
        )}
      </div>
      {entry.movable && (
        <IconButton
          className={styles['move']}
          aria-label={`Move ${entry.name}, ${placeOf(entry)}, to a date`}
          title="Move to a date… (M)"
          onClick={() => onMove(entry)}
        >
          <CalendarClock />
        </IconButton>
      )}
    </li>
  );
});
