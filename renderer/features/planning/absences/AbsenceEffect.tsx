import type { AbsenceEffect as Effect } from '#shared/model/planning/bookings.ts';
import { daysInWords } from '#shared/rules/planning/capacity/absences.ts';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { useNow } from '../../../state/clock.ts';
import { releaseHref } from '../releases/index.ts';
import type { Names } from '../releases/index.ts';
import styles from './absences.module.css';

/** What somebody leaves open while they are away: releases that start, and others they stand in for. */
export function AbsenceEffect({
  effect,
  name,
  names,
}: {
  effect: Effect;
  name: string;
  names: Names;
}) {
  const now = useNow();
  const { releases, standsIn } = effect;
  if (releases.length === 0 && standsIn.length === 0) return null;
  return (
    <div className={styles['effect']}>
      <Status kind="waiting" label="This leaves something open" />
      {releases.length > 0 && (
        <>
          <p>
            <bdi>{name}</bdi> has a part in{' '}
            {releases.length === 1
              ? 'a release that starts'
              : `${releases.length} releases that start`}{' '}
            meanwhile:
          </p>
          <ul aria-label="Releases that start meanwhile">
            {releases.map(({ releaseId, name: release, startAt, zone, roles }) => (
              <li key={releaseId}>
                <a href={releaseHref(releaseId, 'overview')}>
                  <bdi>{release}</bdi>
                </a>{' '}
                <When at={startAt} zone={zone} now={now} showZone focusable={false} />, as{' '}
                <bdi>{roles.join(', ')}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {standsIn.map(({ id, personId, ...days }) => (
        <p key={id}>
          <bdi>{name}</bdi> stands in for <bdi>{names.person(personId)}</bdi>{' '}
          {daysInWords(days, now.slice(0, 10))}.
        </p>
      ))}
    </div>
  );
}
