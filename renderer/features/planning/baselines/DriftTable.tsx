import { Diamond } from 'lucide-react';
import type { DriftRow } from '#shared/model/planning/baselines.ts';
import { dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { whenText } from '../../../components/when-text.ts';
import type { ReleasePage } from '../releases/index.ts';
import styles from './baselines.module.css';

/** A date a row: planned, now, actual, and the days between. */
export function DriftTable({ rows, page }: { rows: readonly DriftRow[]; page: ReleasePage }) {
  const today = dateIn(page.now, page.zone);
  const inWords = (at: string | null, { zone }: DriftRow, none: string) => {
    if (at === null) return <span className={styles['none']}>{none}</span>;
    return zone === null ? formatDate(at, today) : whenText(at, zone, page.now);
  };
  return (
    <div className={styles['scroller']} tabIndex={0} role="group" aria-label="Drift by date">
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Baseline</th>
            <th scope="col">Now planned</th>
            <th scope="col">Actual</th>
            <th scope="col" className={styles['number']}>
              Drift
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.kind === 'start' ? styles['lead'] : ''}>
              <th scope="row" title={row.what}>
                {row.kind === 'milestone' && <Diamond size={12} aria-label="Milestone" />}
                <bdi>{row.what}</bdi>
              </th>
              <td>{inWords(row.planned, row, 'not yet planned')}</td>
              <td className={row.planned === row.current ? styles['same'] : ''}>
                {inWords(row.current, row, 'taken out')}
              </td>
              <td>{inWords(row.actual, row, '')}</td>
              <td className={styles['number']}>
                <Drifted days={row.driftDays} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Drifted({ days }: { days: number | null }) {
  if (days === null) return null;
  if (days === 0) return <span className={styles['none']}>none</span>;
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? (
    <span className={styles['late']}>{count} later</span>
  ) : (
    <span className={styles['early']}>{count} earlier</span>
  );
}
