import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import type { RollbackRecord } from '#shared/model/planning/rollback.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import type { ReleasePage } from '../releases/index.ts';
import { Alternatives } from './Alternatives.tsx';
import { Rehearsals } from './Rehearsals.tsx';
import { RollbackGates } from './RollbackGates.tsx';
import { RollbackSteps } from './RollbackSteps.tsx';
import { useRollback } from './use-rollback.ts';
import styles from './rollback.module.css';

/** How to get back: the steps, how long they take, whether somebody tried, and what else there is. */
export function RollbackTab({ page }: { page: ReleasePage }) {
  const plan = useProcedure('rollback.get', { releaseId: page.release.id });
  return (
    <SplitView>
      {plan.data !== undefined && <Parts plan={plan.data} page={page} />}
      {plan.isPending && <SkeletonRows what="the rollback plan" />}
      {plan.isError && plan.data === undefined && (
        <ErrorPanel
          {...errorParts('The rollback plan could not be read', plan.error)}
          onRetry={() => void plan.refetch()}
        />
      )}
    </SplitView>
  );
}

function Parts({ plan, page }: { plan: RollbackRecord; page: ReleasePage }) {
  const edits = useRollback(plan);
  const shared = { plan, page, edits };
  return (
    <div className={styles['columns']}>
      <div>
        <RollbackSteps {...shared} />
        <Alternatives {...shared} />
      </div>
      <div>
        <Rehearsals kind="rollback" {...shared} />
        <Rehearsals kind="disaster-recovery" {...shared} />
        <RollbackGates page={page} />
      </div>
    </div>
  );
}
