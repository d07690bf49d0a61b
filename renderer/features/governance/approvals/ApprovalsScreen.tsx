import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { TabLinks } from '../../../components/TabLinks.tsx';
import { useNow } from '../../../state/clock.ts';
import { useNames } from '../../planning/releases/index.ts';
import { QueueList } from './QueueList.tsx';
import { UnansweredList } from './UnansweredList.tsx';
import { queueNote } from './queue-words.ts';

export type ApprovalsSearch = { show?: string; sel?: string };

/** Decisions over all releases: what waits for whoever works here, and whom others wait for. */
export function ApprovalsScreen({ search }: { search: ApprovalsSearch }) {
  const now = useNow();
  const open = useProcedure('workspace.state', {}).data?.open ?? null;
  const queue = useProcedure('approvals.queue', {});
  const unanswered = useProcedure('approvals.unanswered', {});
  const { names } = useNames();
  const isQueue = search.show !== 'unanswered';
  const shown = isQueue ? queue : unanswered;
  const items = queue.data?.items;
  const common = {
    names,
    now,
    zone: open?.workspace.zone ?? 'UTC',
    selected: search.sel,
  };
  return (
    <>
      <PageHeader title="Approvals" note={items && queueNote(items)}>
        <TabLinks
          label="Approvals"
          current={isQueue ? 'queue' : 'unanswered'}
          tabs={[
            {
              key: 'queue',
              label: 'Waiting for me',
              href: '#/approvals',
              count: items && items.length + (queue.data?.words.length ?? 0),
            },
            {
              key: 'unanswered',
              label: 'Not answered',
              href: '#/approvals?show=unanswered',
              count: unanswered.data?.length,
            },
          ]}
        />
      </PageHeader>
      {shown.data === undefined && (
        <SplitView>
          {shown.isError ? (
            <ErrorPanel
              {...errorParts('The decisions could not be read', shown.error)}
              onRetry={() => void shown.refetch()}
            />
          ) : (
            <SkeletonRows what="decisions" />
          )}
        </SplitView>
      )}
      {isQueue && items !== undefined && (
        <QueueList
          items={items}
          words={queue.data?.words ?? []}
          {...common}
          isChosen={(open?.actingAs ?? null) !== null}
        />
      )}
      {!isQueue && unanswered.data !== undefined && (
        <UnansweredList gates={unanswered.data} {...common} />
      )}
    </>
  );
}
