import type { WindowView } from '#shared/model/planning/window-views.ts';
import { bandStyle } from '../../../app/theme/bands.ts';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { WhenRange } from '../../../components/When.tsx';
import { kindWords } from './window-words.ts';
import styles from './windows.module.css';

export function windowColumns(zone: string, now: string): TableColumn<WindowView>[] {
  return [
    {
      key: 'name',
      header: 'Window',
      value: ({ name }) => name,
      cell: ({ name }) => (
        <bdi title={name}>
          <strong>{name}</strong>
        </bdi>
      ),
      grow: true,
      always: true,
      width: 190,
      wrap: true,
    },
    {
      key: 'kind',
      header: 'Kind',
      value: ({ kind }) => kindWords[kind].label,
      cell: ({ kind }) => (
        <span className={styles['kind']}>
          <span className={styles['swatch']} style={bandStyle(kind)} aria-hidden />
          {kindWords[kind].label}
        </span>
      ),
      width: 184,
    },
    { key: 'when', header: 'When', value: ({ when }) => when, grow: true, width: 230, wrap: true },
    {
      key: 'next',
      header: 'Now or next',
      value: ({ next }) => next?.startsAt ?? null,
      cell: ({ next }) => <Next next={next} zone={zone} now={now} />,
      width: 220,
      wrap: true,
    },
    { key: 'about', header: 'About', value: ({ about }) => about, width: 190, wrap: true },
  ];
}

type NextProps = { next: WindowView['next']; zone: string; now: string };

function Next({ next, zone, now }: NextProps) {
  if (next === null) return <span className={styles['quiet']}>in the past</span>;
  const runs = Date.parse(next.startsAt) <= Date.parse(now);
  return (
    <span>
      {runs && <strong className={styles['now']}>Now · </strong>}
      <WhenRange from={next.startsAt} to={next.endsAt} zone={zone} now={now} focusable={false} />
    </span>
  );
}
