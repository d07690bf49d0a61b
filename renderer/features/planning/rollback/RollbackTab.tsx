import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import type { ReleasePage } from '../releases/index.ts';
import { RollbackForm } from './RollbackForm.tsx';

/** How to get back: the steps, how long they take, and whether somebody tried. */
export function RollbackTab({ page }: { page: ReleasePage }) {
  const plan = useProcedure('rollback.get', { releaseId: page.release.id });
  return (
    <SplitView>
      {plan.data !== undefined && <RollbackForm plan={plan.data} page={page} />}
      {plan.isError && plan.data === undefined && (
        <ErrorPanel
          {...errorParts('The rollback plan could not be read', plan.error)}
          onRetry={() => void plan.refetch()}
        />
      )}
    </SplitView>
  );
}
