import { OctagonX } from 'lucide-react';
import type { CapacityView, WeekLoad } from '#shared/model/planning/bookings.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';
import { loadInWords, loadText, overText } from './capacity-words.ts';
import styles from './matrix.module.css';

/** What is opened: a role or a person, in a week. */
export type Cell = { key: string; week: string };

type CapacityMatrixProps = {
  capacity: CapacityView;
  selected: Cell | null;
  onOpen: (cell: Cell) => void;
};

type Line = { key: string; name: string; note: string; weeks: readonly WeekLoad[] };

/** Roles and people over weeks: what is promised of the days there are. */
export function CapacityMatrix({ capacity, selected, onOpen }: CapacityMatrixProps) {
  const { roles, people, today, weeks } = capacity;
  const roleLines = roles.map(({ key, name, personIds, weeks: loads }) => ({
    ...{ key, name, weeks: loads },
    note:
      personIds.length === 0
        ? 'nobody'
        : personIds.length === 1
          ? '1 person'
          : `${personIds.length} people`,
  }));
  const names = new Map(roles.map(({ key, name }) => [key, name]));
  const peopleLines = people.map(({ personId, name, roles: held, weeks: loads }) => ({
    ...{ key: personId, name, weeks: loads },
    note: held.length === 0 ? 'no role' : held.map((key) => names.get(key) ?? key).join(', '),
  }));
  const shared = { today, selected, onOpen };
  return (
    <div className={styles['scroller']} tabIndex={0} role="group" aria-label="Capacity by week">
      <table className={styles['matrix']}>
        <thead>
          <tr>
            <th scope="col" className={styles['corner']}>
              Days promised of days there are, by week
            </th>
            {weeks.map((week) => (
              <th key={week} scope="col">
                {mondayText(week, today)}
              </th>
            ))}
          </tr>
        </thead>
        <Group title="Roles" lines={roleLines} count={weeks.length} {...shared} />
        <Group title="People" lines={peopleLines} count={weeks.length} {...shared} />
      </table>
    </div>
  );
}

/** `30 Nov`: every one of them is a Monday, and the title has the year. */
function mondayText(week: string, today: string): string {
  return formatDate(week, today).split(' ').slice(1, 3).join(' ');
}

type GroupProps = Pick<CapacityMatrixProps, 'selected' | 'onOpen'> & {
  title: string;
  lines: readonly Line[];
  count: number;
  today: string;
};

function Group({ title, lines, count, today, selected, onOpen }: GroupProps) {
  return (
    <tbody>
      <tr className={styles['group']}>
        <th scope="rowgroup" colSpan={count + 1}>
          {title}
        </th>
      </tr>
      {lines.map((line) => (
        <tr key={line.key}>
          <th scope="row" title={`${line.name}, ${line.note}`}>
            <span className={styles['name']}>
              <bdi>{line.name}</bdi>
            </span>
            <span className={styles['note']}>
              <bdi>{line.note}</bdi>
            </span>
          </th>
          {line.weeks.map((load) => {
            const isOpen = selected?.key === line.key && selected.week === load.weekOn;
            return (
              <td key={load.weekOn} className={isOpen ? styles['open'] : undefined}>
                <LoadCell
                  load={load}
                  words={loadInWords(line.name, load, today)}
                  isOpen={isOpen}
                  onOpen={() => onOpen({ key: line.key, week: load.weekOn })}
                />
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

type LoadCellProps = { load: WeekLoad; words: string; isOpen: boolean; onOpen: () => void };

function LoadCell({ load, words, isOpen, onOpen }: LoadCellProps) {
  const { committed, available, over } = load;
  const share = available === 0 ? Number(committed > 0) : Math.min(1, committed / available);
  return (
    <button
      type="button"
      className={`${styles['load']} ${over ? styles['over'] : committed === 0 ? styles['free'] : ''}`}
      aria-label={words}
      aria-current={isOpen ? 'true' : undefined}
      onClick={onOpen}
    >
      <span className={styles['text']}>
        {over && <OctagonX size={13} aria-hidden />}
        {loadText(load)}
      </span>{' '}
      {over && <span className={styles['word']}>{overText(load)}</span>}
      <span className={styles['bar']} aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </button>
  );
}
