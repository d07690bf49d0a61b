import type { Clash } from '#shared/model/planning/bookings.ts';
import { Status } from '../../../components/Status.tsx';
import { releaseHref } from '../releases/index.ts';
import { clashWord } from './booking-words.ts';
import styles from './bookings.module.css';

/** What else uses the environment at that time, whose it is, local and UTC. */
export function Clashes({ clashes, note }: { clashes: readonly Clash[]; note?: string }) {
  return (
    <div className={styles['clashes']}>
      <Status kind="failed" label={clashWord(clashes.length)} />
      <ul>
        {clashes.map(({ with: other, words }) => (
          <li key={other.id}>
            <bdi>{words}</bdi>{' '}
            {other.releaseId !== null && (
              <a href={releaseHref(other.releaseId, 'plan')}>
                Open <bdi>{other.release}</bdi>
              </a>
            )}
          </li>
        ))}
      </ul>
      {note !== undefined && <p className={styles['quiet']}>{note}</p>}
    </div>
  );
}
