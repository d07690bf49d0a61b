import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNow } from '../../../state/clock.ts';
import { useNames } from '../../planning/releases/index.ts';
import { ChangesSection } from './ChangesSection.tsx';
import { NextSection } from './NextSection.tsx';
import { NowSection } from './NowSection.tsx';
import { SyncSection } from './SyncSection.tsx';
import { dayInFull, dayInWords } from './today-words.ts';
import { WaitingSection } from './WaitingSection.tsx';
import styles from './today.module.css';

/** The day of a release manager: what waits, what comes, what changed, and what is on now. */
export function TodayScreen() {
  const now = useNow();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const day = useProcedure('today.get', {});
  const { names } = useNames();
  if (day.data === undefined) {
    return (
      <>
        <PageHeader title="Today" />
        <SplitView>
          {day.isError ? (
            <ErrorPanel
              {...errorParts('The day could not be read', day.error)}
              onRetry={() => void day.refetch()}
            />
          ) : (
            <SkeletonRows what="the day" />
          )}
        </SplitView>
      </>
    );
  }
  const today = day.data;
  const view = { today, names, zone, now };
  return (
    <>
      <PageHeader title={dayInFull(today.day)} note={dayInWords(today)} />
      <SplitView>
        <div className={styles['columns']}>
          <div>
            <WaitingSection view={view} />
            <NextSection view={view} />
            <ChangesSection view={view} />
          </div>
          <div>
            <NowSection view={view} />
            <SyncSection view={view} />
          </div>
        </div>
      </SplitView>
    </>
  );
}
