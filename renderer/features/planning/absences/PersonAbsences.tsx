import { useState } from 'react';
import Button from '@mui/material/Button';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { useNow } from '../../../state/clock.ts';
import { useNames } from '../releases/index.ts';
import { AbsenceDialog } from './AbsenceDialog.tsx';
import { AbsenceList } from './AbsenceList.tsx';
import styles from './absences.module.css';

type PersonAbsencesProps = { personId: string; isHere: boolean };

/** When somebody is away from now on, within the inspector of the person. */
export function PersonAbsences({ personId, isHere }: PersonAbsencesProps) {
  const from = useNow().slice(0, 10);
  const list = useProcedure('absences.list', { personId, from });
  const { names } = useNames();
  const [adding, setAdding] = useState(false);
  const [savedId, setSavedId] = useState<string | null>(null);
  return (
    <div className={styles['part']}>
      <InspectorPart title="Away">
        {/* What is sent in a dialog would reach the form around it too, whose fields it is not. */}
        <div className={styles['own']} onSubmit={(event) => event.stopPropagation()}>
          {list.isError && list.data === undefined && (
            <ErrorPanel
              {...errorParts('The absences could not be read', list.error)}
              onRetry={() => void list.refetch()}
            />
          )}
          {list.data?.length === 0 && <p className={styles['quiet']}>No absence is recorded.</p>}
          {list.data !== undefined && list.data.length > 0 && (
            <AbsenceList ofOne absences={list.data} names={names} savedId={savedId} />
          )}
          {isHere && <Button onClick={() => setAdding(true)}>Record an absence…</Button>}
          {adding && (
            <AbsenceDialog
              absence={null}
              personId={personId}
              names={names}
              onSaved={setSavedId}
              onClose={() => setAdding(false)}
            />
          )}
        </div>
      </InspectorPart>
    </div>
  );
}
