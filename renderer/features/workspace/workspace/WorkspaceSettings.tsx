import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PublishSection } from '../../planning/calendar-files/index.ts';
import { SplitView } from '../../../components/SplitView.tsx';
import { BackupSchedule } from './BackupSchedule.tsx';
import { BackupSection } from './BackupSection.tsx';
import { RestoreSection } from './RestoreSection.tsx';
import { VerifySection } from './VerifySection.tsx';
import { WorkspaceFields } from './WorkspaceFields.tsx';
import styles from './settings.module.css';

/** The workspace itself: name, zone, profile, and the file it lies in. */
export function WorkspaceSettings() {
  const state = useProcedure('workspace.state', {});
  const open = state.data?.open;
  return (
    <SplitView>
      <div className={styles['column']}>
        {state.isError && (
          <ErrorPanel
            {...errorParts('The workspace could not be read', state.error)}
            onRetry={() => void state.refetch()}
          />
        )}
        {open && (
          <>
            <WorkspaceFields workspace={open.workspace} />
            <BackupSection path={open.path} />
            <BackupSchedule zone={open.workspace.zone} />
            <PublishSection zone={open.workspace.zone} />
            <RestoreSection zone={open.workspace.zone} />
            <VerifySection />
          </>
        )}
      </div>
    </SplitView>
  );
}
