import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import Button from '@mui/material/Button';
import { Printer } from 'lucide-react';
import { dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { AddItem } from './AddItem.tsx';
import { ChecklistPhase } from './ChecklistPhase.tsx';
import { ItemInspector } from './ItemInspector.tsx';
import { Offers } from './Offers.tsx';
import { PrintSheet } from './PrintSheet.tsx';
import { Progress } from './Progress.tsx';
import { checklistGroups } from './checklist-groups.ts';
import { useChecklist } from './use-checklist.ts';
import styles from './checklists.module.css';

/** What has to be true before each phase ends. */
export function ChecklistTab({ page }: { page: ReleasePage }) {
  const releaseId = page.release.id;
  const list = useProcedure('checklists.list', { releaseId });
  const edits = useChecklist(releaseId);
  const [openId, setOpenId] = useState<string | null>(null);
  const items = list.data ?? [];
  const settled = items.filter((item) => item.state !== 'open').length;
  const texts = new Map(items.map(({ id, text }) => [id, text]));
  const today = dateIn(page.now, page.zone);
  return (
    <SplitView
      inspector={
        openId !== null && (
          <ItemInspector
            key={openId}
            releaseId={releaseId}
            itemId={openId}
            names={page.names}
            editable={page.editable}
            onClose={() => setOpenId(null)}
          />
        )
      }
    >
      {list.isError && list.data === undefined && (
        <ErrorPanel
          {...errorParts('The checklist could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {items.length > 0 && (
        <div className={styles['head']}>
          <Progress done={settled} total={items.length} label="Checklist" />
          <Button href={`#/checklists?release=${releaseId}`}>Change several</Button>
          <Button startIcon={<Printer />} onClick={() => window.print()}>
            Print
          </Button>
          <p className={styles['hint']}>
            <kbd>Space</kbd> ticks, <kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>x</kbd> marks not
            applicable
          </p>
        </div>
      )}
      {page.editable && <Offers releaseId={releaseId} />}
      {list.isPending && <SkeletonRows what="the checklist" />}
      {list.isSuccess && items.length === 0 && (
        <Empty text="What has to be true before each phase ends. The template brought no items; add the first one." />
      )}
      <div onKeyDown={moveBetweenItems}>
        {checklistGroups(items).map((group) => (
          <ChecklistPhase
            key={group.phase}
            {...{ group, page, edits, today, openId }}
            textOf={(id) => texts.get(id) ?? ''}
            onOpen={setOpenId}
          />
        ))}
      </div>
      {list.isSuccess && page.editable && <AddItem current={page.release.phase} add={edits.add} />}
      {items.length > 0 && (
        <PrintSheet
          title={`${page.release.name}: checklist`}
          note={`${settled} of ${items.length} settled on ${formatDate(today, today)}`}
          lists={[{ name: null, items }]}
          names={page.names}
          today={today}
        />
      )}
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
