import type { ReleaseStanding, TableRelease } from '#shared/model/planning/release-table.ts';
import { HashText } from '../../../../components/HashText.tsx';
import { ReadinessRing } from '../../../../components/ReadinessRing.tsx';
import { Status } from '../../../../components/Status.tsx';
import { standingOf } from '../standing-words.ts';
import styles from './releases.module.css';

type StandingCellProps = { release: TableRelease; standing: ReleaseStanding | undefined };

/** Gates passed and the first thing in the way, or how it ended; a bar until it is judged. */
export function StandingCell({ release, standing }: StandingCellProps) {
  if (standing === undefined && release.outcome === null) {
    return (
      <span className={styles['unjudged']}>
        <span className="visually-hidden">not read yet</span>
      </span>
    );
  }
  const { readiness = null, lateMinutes = null } = standing ?? {};
  const { kind, word, note } = standingOf({ outcome: release.outcome, readiness, lateMinutes });
  return (
    <span title={note === '' ? word : `${word}: ${note}`}>
      <span className={styles['standing']}>
        {readiness !== null && (
          <span className={styles['ring']}>
            <ReadinessRing
              passed={readiness.passed}
              of={readiness.total}
              tone={readiness.worst}
              size={18}
            />
            <span className={styles['figures']} aria-hidden>
              {readiness.passed}/{readiness.total}
            </span>
          </span>
        )}
        <Status kind={kind} variant="plain" label={word} />
      </span>
      <bdi className={styles['note']}>
        <HashText text={note} />
      </bdi>
    </span>
  );
}
