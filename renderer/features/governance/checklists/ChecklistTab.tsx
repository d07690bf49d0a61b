import type { KeyboardEvent } from 'react';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { AddItem } from './AddItem.tsx';
import { ChecklistPhase } from './ChecklistPhase.tsx';
import { Progress } from './Progress.tsx';
import { checklistGroups } from './checklist-groups.ts';
import { useChecklist } from './use-checklist.ts';
import styles from './checklists.module.css';

/** What has to be true before each phase ends. */
export function ChecklistTab({ page }: { page: ReleasePage }) {
  const releaseId = page.release.id;
  const list = useProcedure('checklists.list', { releaseId });
  const edits = useChecklist(releaseId);
  const items = list.data ?? [];
  const settled = items.filter((item) => item.state !== 'open').length;
  return (
    <SplitView>
      {list.isError && list.data === undefined && (
        <ErrorPanel
          {...errorParts('The checklist could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {items.length > 0 && (
        <div className={styles['head']}>
          <Progress done={settled} total={items.length} label="Checklist" />
          <p className={styles['hint']}>
            <kbd>Space</kbd> ticks, <kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>x</kbd> marks not
            applicable
          </p>
        </div>
      )}
      {list.isSuccess && items.length === 0 && (
        <Empty text="What has to be true before each phase ends. The template brought no items; add the first one." />
      )}
      <div onKeyDown={moveBetweenItems}>
        {checklistGroups(items).map((group) => (
          <ChecklistPhase key={group.phase} group={group} page={page} edits={edits} />
        ))}
      </div>
      {list.isSuccess && page.editable && <AddItem current={page.release.phase} add={edits.add} />}
    </SplitView>
  );
}

/** Up and down go from one tick box to the next, over the phases. */
function moveBetweenItems(event: KeyboardEvent<HTMLDivElement>): void {
  const isDown = event.key === 'ArrowDown' || event.key === 'j';
  const isUp = event.key === 'ArrowUp' || event.key === 'k';
  const { target, currentTarget } = event;
  if (!(isDown || isUp) || !(target instanceof HTMLInputElement) || target.type !== 'checkbox') {
    return;
  }
  const boxes = [...currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const next = boxes[boxes.indexOf(target) + (isDown ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
