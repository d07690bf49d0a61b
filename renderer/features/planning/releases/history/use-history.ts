import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTransport } from '../../../../api/api-context.ts';
import { callProcedure } from '../../../../api/client.ts';
import { CallFailure } from '../../../../api/transport.ts';
import type { HistoryInput } from './history-filter.ts';

const pageSize = 100;

/** The journal of a release page by page, newest first; read anew when something changes. */
export function useHistory(id: string, filter: HistoryInput) {
  const transport = useTransport();
  return useInfiniteQuery({
    queryKey: ['releases.history', { id, paged: true, ...filter }],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const before = pageParam === '' ? undefined : pageParam;
      const input = { id, limit: pageSize, before, ...filter };
      const envelope = await callProcedure(transport, 'releases.history', input, signal);
      if (!envelope.ok) throw new CallFailure(envelope.error);
      return envelope.value;
    },
    getNextPageParam: (page) => (page.more ? page.entries.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
  });
}
