import { useMemo } from 'react';
import { useProcedure } from '../../../../api/useProcedure.ts';
import type { ReleasePage } from '../release-page.ts';
import { CompareView } from './compare/CompareView.tsx';
import { HistoryList } from './HistoryList.tsx';
import { wordsOf } from './page-words.ts';
import { usePlanned } from './use-planned.ts';
import { useHistorySearch } from './use-history-search.ts';

/** Who changed what and when, from what to what; or two moments of it side by side. */
export function HistoryTab({ page }: { page: ReleasePage }) {
  const { id } = page.release;
  const gates = useProcedure('gates.list', { releaseId: id }).data;
  const found = useProcedure('releases.historyFilters', { id }).data;
  const [search, change] = useHistorySearch(id);
  const planned = usePlanned(id);
  const words = useMemo(() => wordsOf(page, gates ?? [], planned), [page, gates, planned]);
  if (search.from === undefined) {
    return <HistoryList {...{ page, words, search, found, change }} />;
  }
  return (
    <CompareView
      page={page}
      words={{ ...words, whole: true }}
      from={search.from}
      to={search.to}
      moments={found?.moments ?? []}
      change={change}
    />
  );
}
