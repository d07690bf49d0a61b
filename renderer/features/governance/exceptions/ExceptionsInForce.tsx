import { exceptionTitle } from '#shared/rules/governance/exceptions.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import styles from './exceptions.module.css';

/** The exceptions a release goes by, in a line each, where people decide on it. */
export function ExceptionsInForce({ page }: { page: ReleasePage }) {
  const { release, names, zone, now } = page;
  const list = useProcedure('exceptions.list', { releaseId: release.id });
  const granted = (list.data ?? []).filter(({ state }) => state === 'granted');
  if (granted.length === 0) return null;
  return (
    <ul className={styles['inForce']} aria-label="Exceptions in force">
      {granted.map(({ id, rule, subjectName, decidedById, expiresAt }) => (
        <li key={id}>
          <Status kind="exception" variant="plain" />
          <bdi>{exceptionTitle({ rule, subjectName })}</bdi>
          <span>
            granted by <bdi>{names.person(decidedById)}</bdi>, until{' '}
            <When at={expiresAt} zone={zone} now={now} showZone />
          </span>
        </li>
      ))}
    </ul>
  );
}
