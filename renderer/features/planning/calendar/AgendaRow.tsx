import { memo } from 'react';
import { bandStyle, bandWords } from '../../../app/theme/bands.ts';
import { longDay, plainDayOf } from '../../../components/date-names.ts';
import { Status } from '../../../components/Status.tsx';
import { rangeText, timeText } from '../../../components/when-text.ts';
import type { AgendaLine } from './agenda-lines.ts';
import { bandTitle } from './band-words.ts';
import { exceptionsOf, inTheWayOf, placeOf, releaseHref, shownStanding } from './entry-words.ts';
import type { ShownEntry } from './entry-words.ts';
import type { SheetProps } from './MonthSheet.tsx';
import styles from './Agenda.module.css';

type AgendaRowProps = Pick<SheetProps, 'zone' | 'now' | 'today' | 'onBand' | 'movingId'> & {
  line: AgendaLine;
};

/** A day, a window that begins on it, or a deployment. */
export const AgendaRow = memo(function AgendaRow(props: AgendaRowProps) {
  const { line, zone, now, today, onBand, movingId } = props;
  if (line.kind === 'day') {
    const { day, count, holidays } = line;
    return (
      <div className={styles['day']} data-day={day.date}>
        <h3 className={styles['dayName']}>
          {longDay(plainDayOf(day.date))} {day.date.slice(0, 4)}
        </h3>
        {day.date === today && <span className={styles['today']}>today</span>}
        {holidays.map(({ name, calendar }) => (
          <span key={`${name} ${calendar}`} className={styles['quiet']}>
            <bdi>{name}</bdi> (<bdi>{calendar}</bdi>)
          </span>
        ))}
        <span className={styles['count']}>{counted(count)}</span>
      </div>
    );
  }
  if (line.kind === 'band') {
    const { band } = line;
    return (
      <button
        type="button"
        className={styles['band']}
        title={bandTitle(band, zone, now)}
        onClick={(event) => onBand(band, event.currentTarget)}
      >
        <span className={styles['swatch']} style={bandStyle(band.kind)} aria-hidden />
        <span className={styles['words']}>
          <bdi className={styles['bandName']}>{band.name}</bdi> {bandWords[band.kind]},{' '}
          {rangeText(band.startsAt, band.endsAt, zone, now)}
        </span>
      </button>
    );
  }
  const isMoving = line.entry.deploymentId === movingId;
  return <EntryRow entry={line.entry} date={line.day.date} zone={zone} isMoving={isMoving} />;
});

type EntryRowProps = { entry: ShownEntry; date: string; zone: string; isMoving: boolean };

function EntryRow({ entry, date, zone, isMoving }: EntryRowProps) {
  const standing = shownStanding(entry);
  const inTheWay = inTheWayOf(entry);
  return (
    <a
      href={releaseHref(entry.releaseId)}
      className={`${styles['entry']} ${isMoving ? styles['moving'] : ''}`}
      draggable={entry.movable}
      data-deployment={entry.deploymentId}
      data-day={date}
    >
      <time dateTime={entry.startAt} className={styles['time']}>
        {timeText(entry.startAt, zone)} – {timeText(entry.endAt, zone)}
      </time>
      <bdi className={styles['name']} title={entry.name}>
        {entry.name}
      </bdi>
      <span className={styles['about']}>
        {entry.type} · {placeOf(entry)}
      </span>
      <span className={styles['standing']}>
        {standing !== null && <Status kind={standing.kind} variant="plain" label={standing.word} />}
        {entry.exceptions > 0 && (
          <Status kind="exception" variant="plain" label={exceptionsOf(entry.exceptions)} />
        )}
      </span>
      <span className={styles['about']} title={inTheWay}>
        <bdi>{inTheWay}</bdi>
      </span>
    </a>
  );
}

function counted(count: number): string {
  if (count === 0) return '';
  return count === 1 ? '1 deployment' : `${count} deployments`;
}
