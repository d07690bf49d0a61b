import { useNavigate, useSearch } from '@tanstack/react-router';
import type { HistorySearch } from './history-filter.ts';

/** What the address says of the history, and how to change part of it. */
export function useHistorySearch(
  releaseId: string,
): [HistorySearch, (part: HistorySearch) => void] {
  const { by, kind, field, since, until, from, to } = useSearch({
    from: '/releases/$releaseId/$tab',
  });
  const navigate = useNavigate();
  const search: HistorySearch = { by, kind, field, since, until, from, to };
  return [
    search,
    (part) =>
      void navigate({
        to: '/releases/$releaseId/$tab',
        params: { releaseId, tab: 'history' },
        search: { ...search, ...part },
      }),
  ];
}
