import { useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ImportedEvent } from '#shared/model/planning/calendar-files.ts';
import { bandWords } from '../../../app/theme/bands.ts';
import { Change } from '../../../components/Change.tsx';
import { Tag } from '../../../components/Chip.tsx';
import { Status } from '../../../components/Status.tsx';
import styles from './calendar-files.module.css';
import { isWritten, stateLook, whenInWords } from './import-words.ts';

type ImportRowsProps = {
  events: readonly ImportedEvent[];
  /** UIDs of what stays as it is. */
  leftOut: ReadonlySet<string>;
  onTurn: (uid: string) => void;
};

/** The events of a file under each other; only those in sight are drawn. */
export function ImportRows({ events, leftOut, onTurn }: ImportRowsProps) {
  const scroller = useRef<HTMLUListElement>(null);
  const virtualizer = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 50,
    // By event and state, not by place: a height that was measured is that of one row's words.
    getItemKey: (index) => `${events[index]?.uid} ${events[index]?.state}`,
    overscan: 8,
  });
  return (
    // A scroller that held nothing to focus could not be scrolled by keyboard.
    <ul ref={scroller} className={styles['rows']} aria-label="Events of the file" tabIndex={0}>
      <li
        aria-hidden
        role="presentation"
        className={styles['height']}
        style={{ height: virtualizer.getTotalSize() }}
      />
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const event = events[index];
        if (event === undefined) return null;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-setsize={events.length}
            aria-posinset={index + 1}
            className={styles['row']}
            style={{ transform: `translateY(${start}px)` }}
          >
            <ImportRow
              event={event}
              taken={!leftOut.has(event.uid)}
              onTurn={() => onTurn(event.uid)}
            />
          </li>
        );
      })}
    </ul>
  );
}

type ImportRowProps = { event: ImportedEvent; taken: boolean; onTurn: () => void };

function ImportRow({ event, taken, onTurn }: ImportRowProps) {
  const { name, state, kind, why, differences } = event;
  const look = stateLook[state];
  const shown = name === '' ? 'Without a name' : name;
  return (
    <>
      <span className={styles['tick']}>
        {isWritten(state) && (
          <input type="checkbox" checked={taken} aria-label={`Take ${shown}`} onChange={onTurn} />
        )}
      </span>
      <div className={styles['event']}>
        <p className={styles['head']}>
          <bdi className={styles['name']} title={shown}>
            {shown}
          </bdi>
          {kind !== null && <Tag>{bandWords[kind]}</Tag>}
          <Status kind={look.kind} variant="plain" label={taken ? look.word : 'Stays as it is'} />
        </p>
        <p className={styles['when']}>{whenInWords(event)}</p>
        {differences.map(({ what, from, to }, index) => (
          <p key={`${what} ${index}`} className={styles['difference']}>
            <Change
              what={what}
              from={from === '' && what === 'day' ? null : from}
              to={to === '' && what === 'day' ? null : to}
            />
          </p>
        ))}
        {why !== '' && (
          <p className={state === 'refused' ? styles['wrong'] : styles['why']}>{why}</p>
        )}
      </div>
    </>
  );
}
