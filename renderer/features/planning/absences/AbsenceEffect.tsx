import type { AbsenceEffect as Effect } from '#shared/model/planning/bookings.ts';
import { daysInWords } from '#shared/rules/planning/capacity/absences.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { useNow } from '../../../state/clock.ts';
import { releaseHref } from '../releases/index.ts';
import type { Names } from '../releases/index.ts';
import styles from './absences.module.css';

/** What somebody leaves open while they are away: releases that start, gates, those they stand in for. */
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
  const { releases, gates, standsIn } = effect;
  if (releases.length === 0 && gates.length === 0 && standsIn.length === 0) return null;
  const today = now.slice(0, 10);
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
      {gates.length > 0 && (
        <>
          <p>
            Nobody but <bdi>{name}</bdi> can decide{' '}
            {gates.length === 1 ? 'a gate that is' : `${gates.length} gates that are`} due
            meanwhile:
          </p>
          <ul aria-label="Gates nobody else can decide">
            {gates.map(({ releaseId, release, gateId, gate, role, dueOn, othersAway }) => (
              <li key={`${gateId} ${role}`}>
                <a href={releaseHref(releaseId, 'gates')}>
                  <bdi>{release}</bdi>
                </a>
                : <bdi>{gate}</bdi>, as <bdi>{role}</bdi>, due {formatDate(dueOn, today)}
                {othersAway && '; whoever else could is away too'}
              </li>
            ))}
          </ul>
        </>
      )}
      {standsIn.map(({ id, personId, ...days }) => (
        <p key={id}>
          <bdi>{name}</bdi> stands in for <bdi>{names.person(personId)}</bdi>{' '}
          {daysInWords(days, today)}.
        </p>
      ))}
    </div>
  );
}
