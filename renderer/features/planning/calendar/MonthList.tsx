import type { CalendarEntry } from '#shared/contract/planning/calendar.ts';
import { Empty } from '../../../components/Empty.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { dayText, timeText } from '../../../components/when-text.ts';
import { inTheWayOf, placeOf, releaseHref, standingOf } from './entry-words.ts';
import styles from './MonthList.module.css';

type MonthListProps = {
  title: string;
  entries: readonly CalendarEntry[];
  zone: string;
  now: string;
};

/** The month as a list: what the sheet shows by place, in the order of time and in words. */
export function MonthList({ title, entries, zone, now }: MonthListProps) {
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
            <MonthRow key={entry.deploymentId} entry={entry} zone={zone} now={now} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function MonthRow({ entry, zone, now }: { entry: CalendarEntry; zone: string; now: string }) {
  const { kind, word } = standingOf(entry);
  const inTheWay = inTheWayOf(entry);
  return (
    <li className={styles['row']}>
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
        <Status kind={kind} variant="plain" label={word} />
        {inTheWay !== '' && (
          <span className={styles['inTheWay']} title={inTheWay}>
            <bdi>{inTheWay}</bdi>
          </span>
        )}
      </div>
    </li>
  );
}
