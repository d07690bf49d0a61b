import type { Absence } from '#shared/model/planning/bookings.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import type { Names } from '../releases/index.ts';
import { AbsenceEffect } from './AbsenceEffect.tsx';
import styles from './absences.module.css';

/** What an absence leaves open as things are now, under its row. */
export function LeftOpen({ absence, names }: { absence: Absence; names: Names }) {
  const { personId, firstOn, lastOn } = absence;
  const effect = useProcedure('absences.effect', { personId, firstOn, lastOn });
  const { releases = [], gates = [], standsIn = [] } = effect.data ?? {};
  const isNothing = releases.length + gates.length + standsIn.length === 0;
  return (
    <li className={styles['leftOpen']}>
      {effect.isError && effect.data === undefined && (
        <ErrorPanel
          {...errorParts('What the absence leaves open could not be read', effect.error)}
          onRetry={() => void effect.refetch()}
        />
      )}
      {effect.data !== undefined && isNothing && (
        <p className={styles['quiet']}>
          Nothing: no release starts meanwhile, and every gate that is due has somebody who can
          decide it.
        </p>
      )}
      {effect.data !== undefined && (
        <AbsenceEffect effect={effect.data} name={names.person(personId)} names={names} />
      )}
    </li>
  );
}
