import { useState } from 'react';
import Button from '@mui/material/Button';
import type { ExecutionHealth } from '#shared/model/governance/health.ts';
import { Status } from '../../../components/Status.tsx';
import { healthLook, reasonHref, reasonWords } from './health-words.ts';
import styles from './health.module.css';

/** So many are read at a glance; the others are asked for. */
const first = 6;

/** Each reason as a link to where it is looked after, the weightiest first. */
export function HealthReasons({ health }: { health: ExecutionHealth }) {
  const [all, setAll] = useState(false);
  const { reasons, releaseId } = health;
  const shown = all ? reasons : reasons.slice(0, first);
  return (
    <>
      <ul className={styles['reasons']}>
        {shown.map((reason, index) => (
          <li key={`${reason.kind} ${reason.subjectId ?? index}`}>
            <a href={reasonHref(releaseId, reason)} title={`${reason.what}: ${reason.text}`}>
              <Status
                kind={healthLook[reason.state].kind}
                variant="plain"
                label={reasonWords[reason.kind]}
              />
              <span className={styles['words']}>
                <bdi className={styles['what']}>{reason.what}</bdi>{' '}
                <bdi className={styles['text']}>{reason.text}</bdi>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {reasons.length > shown.length && (
        <Button size="small" variant="text" onClick={() => setAll(true)}>
          Show {reasons.length - shown.length} more
        </Button>
      )}
    </>
  );
}
