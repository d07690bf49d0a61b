import { useMemo, useRef } from 'react';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import type { TaskView } from '#shared/model/planning/plan.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { CommitmentsSection } from '../capacity/index.ts';
import { BaselineSection } from '../baselines/index.ts';
import { DependenciesSection, DependencyInspector } from '../dependencies/index.ts';
import { PathSection } from '../moves/index.ts';
import type { ReleasePage } from '../releases/index.ts';
import { StakeholderInspector, StakeholdersSection } from '../stakeholders/index.ts';
import { focusTask } from './plan-keys.ts';
import { PlanSection } from './PlanSection.tsx';
import { TaskInspector } from './TaskInspector.tsx';
import { usePlan } from './use-plan.ts';
import { useTaskOrder } from './use-task-order.ts';

const noTasks: readonly TaskView[] = [];

/** What is done until the start, what is needed of others, and who has an interest. */
export function PlanTab({ page: given }: { page: ReleasePage }) {
  const page = usePageWithFocus(given);
  const { release, names } = page;
  const list = useProcedure('tasks.list', { releaseId: release.id });
  const plan = list.data;
  const baseline = useProcedure('baselines.drift', { releaseId: release.id }).data?.tasks;
  const edits = usePlan(release.id);
  const order = useTaskOrder(release.id, plan?.tasks ?? noTasks);
  const owners = useMemo(
    () => [
      { value: '', label: 'Nobody' },
      ...names.people.map(({ id, name }) => ({ value: id, label: name })),
    ],
    [names.people],
  );
  const task = plan?.tasks.find(({ id }) => id === page.selected);
  return (
    <SplitView
      inspector={
        task !== undefined && plan !== undefined ? (
          <TaskInspector
            key={task.id}
            task={task}
            plan={plan}
            page={page}
            edits={edits}
            owners={owners}
          />
        ) : (
          <>
            <DependencyInspector page={page} owners={owners} />
            <StakeholderInspector page={page} />
          </>
        )
      }
    >
      {list.isError && plan === undefined && (
        <ErrorPanel
          {...errorParts('The plan could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.isPending && (
        <Section title="Plan">
          <SkeletonRows what="the plan" />
        </Section>
      )}
      {plan !== undefined && <PlanSection {...{ plan, page, edits, order, owners, baseline }} />}
      <DependenciesSection page={page} owners={owners} />
      <PathSection page={page} />
      <CommitmentsSection page={page} />
      <BaselineSection page={page} />
      <StakeholdersSection page={page} />
    </SplitView>
  );
}

/** Closing what was opened gives the focus back to where it was opened. */
function usePageWithFocus(page: ReleasePage): ReleasePage {
  const opener = useRef<Element | null>(null);
  const { select } = page;
  return useMemo(
    () => ({
      ...page,
      select: (id) => {
        if (id !== null) opener.current = document.activeElement;
        select(id);
        if (id !== null) return;
        const { current } = opener;
        if (current instanceof HTMLElement && current.isConnected) current.focus();
        // Opened from what it waits for: that inspector is gone.
        else if (page.selected !== undefined) focusTask(page.selected);
      },
    }),
    [page, select],
  );
}
