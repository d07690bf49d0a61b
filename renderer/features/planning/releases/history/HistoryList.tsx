import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import type { Output } from '#shared/contract/index.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { errorParts } from '../../../../api/error-parts.ts';
import { CallFailure } from '../../../../api/transport.ts';
import { Empty } from '../../../../components/Empty.tsx';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { Section } from '../../../../components/Section.tsx';
import { SkeletonRows } from '../../../../components/Skeleton.tsx';
import { SplitView } from '../../../../components/SplitView.tsx';
import { dateText } from '../../../../components/when-text.ts';
import type { ReleasePage } from '../release-page.ts';
import { HistoryFilters } from './HistoryFilters.tsx';
import { HistoryGroupRow } from './HistoryGroupRow.tsx';
import { historyInput, isNarrowed } from './history-filter.ts';
import type { HistorySearch } from './history-filter.ts';
import { historyDays } from './history-lines.ts';
import type { HistoryDay } from './history-lines.ts';
import type { ValueWords } from './history-values.ts';
import { useHistory } from './use-history.ts';
import { useRestore } from './use-restore.ts';
import styles from './history.module.css';

type HistoryListProps = {
  page: ReleasePage;
  words: ValueWords;
  search: HistorySearch;
  found: Output<'releases.historyFilters'> | undefined;
  change: (part: HistorySearch) => void;
};

/** The journal of the release as people read it, newest first; every line is an entry. */
export function HistoryList({ page, words, search, found, change }: HistoryListProps) {
  const { release, zone } = page;
  const history = useHistory(release.id, historyInput(search, zone));
  const [marked, setMarked] = useState<readonly string[]>([]);
  const restore = useRestore(release);
  const days = useMemo(
    () =>
      historyDays(
        history.data?.pages.flatMap((one) => one.entries) ?? [],
        (instant) => dateIn(instant, zone),
        words,
      ),
    [history.data, zone, words],
  );
  const mark = (entryId: string) =>
    setMarked((known) =>
      known.includes(entryId)
        ? known.filter((one) => one !== entryId)
        : [...known, entryId].slice(-2),
    );
  const compare = () => change(momentsOf(marked, days, found));
  return (
    <SplitView>
      <div className={styles['bar']}>
        <HistoryFilters search={search} found={found} names={page.names} change={change} />
        <Button disabled={found === undefined} onClick={compare}>
          {compareWords[marked.length]}
        </Button>
      </div>
      {history.isPending && <SkeletonRows what="history" />}
      {history.error instanceof CallFailure && history.data === undefined && (
        <ErrorPanel
          {...errorParts('The history could not be read', history.error)}
          onRetry={() => void history.refetch()}
        />
      )}
      {history.isSuccess && days.length === 0 && (
        <Empty
          text={
            isNarrowed(search)
              ? 'No change of this release fits the filters.'
              : 'Every change of this release will stand here, with who made it and when.'
          }
        />
      )}
      <div className={styles['history']}>
        {days.map(({ day, groups }) => (
          <Section
            key={day}
            title={titleOf(day, page)}
            note={groups.length === 1 ? '1 change' : `${groups.length} changes`}
          >
            <ol className={styles['groups']}>
              {groups.map((group) => (
                <HistoryGroupRow
                  key={group.key}
                  group={group}
                  page={page}
                  restore={page.editable ? restore : null}
                  marked={marked.includes(group.key)}
                  onMark={() => mark(group.key)}
                />
              ))}
            </ol>
          </Section>
        ))}
        {history.hasNextPage && (
          <Button
            disabled={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            Show older changes
          </Button>
        )}
      </div>
    </SplitView>
  );
}

/** By how many moments are marked. */
const compareWords = ['Compare two moments', 'Compare with now', 'Compare the two moments'];

/** The earlier of the marked moments first; without any, the release as it was created and now. */
function momentsOf(
  marked: readonly string[],
  days: readonly HistoryDay[],
  found: HistoryListProps['found'],
): HistorySearch {
  const newestFirst = days
    .flatMap(({ groups }) => groups.map(({ key }) => key))
    .filter((key) => marked.includes(key));
  const [later, earlier] = newestFirst;
  if (earlier !== undefined) return { from: earlier, to: later };
  return { from: later ?? found?.moments[0]?.entryId, to: undefined };
}

function titleOf(day: string, { now, zone }: ReleasePage): string {
  const today = dateIn(now, zone);
  const text = dateText(day, Number(today.slice(0, 4)));
  return day === today ? `Today, ${text}` : text;
}
