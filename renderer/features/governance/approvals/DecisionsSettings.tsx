import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNames } from '../../planning/releases/index.ts';
import { DecisionRules } from './DecisionRules.tsx';
import { ReminderSection } from './ReminderSection.tsx';
import styles from './settings.module.css';

/** How decisions count in this workspace, and when this device reminds of them. */
export function DecisionsSettings() {
  const rules = useProcedure('approvals.rules', {});
  const { names } = useNames();
  return (
    <SplitView>
      <div className={styles['column']}>
        {rules.isError && (
          <ErrorPanel
            {...errorParts('The rules could not be read', rules.error)}
            onRetry={() => void rules.refetch()}
          />
        )}
        {rules.isPending && <SkeletonRows what="the rules" rows={5} />}
        {rules.data && <DecisionRules inForce={rules.data} names={names} />}
        <ReminderSection />
      </div>
    </SplitView>
  );
}
