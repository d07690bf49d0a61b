import { useInfiniteQuery } from '@tanstack/react-query';
import { useTransport } from '../../../../api/api-context.ts';
import { callProcedure } from '../../../../api/client.ts';
import { CallFailure } from '../../../../api/transport.ts';

const pageSize = 100;

/** The journal of a release page by page, newest first; read anew when something changes. */
export function useHistory(id: string) {
  const transport = useTransport();
  return useInfiniteQuery({
    queryKey: ['releases.history', { id, paged: true }],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const before = pageParam === '' ? undefined : pageParam;
      const input = { id, limit: pageSize, before };
      const envelope = await callProcedure(transport, 'releases.history', input, signal);
      if (!envelope.ok) throw new CallFailure(envelope.error);
      return envelope.value;
    },
    getNextPageParam: (page) => (page.more ? page.entries.at(-1)?.id : undefined),
  });
}
