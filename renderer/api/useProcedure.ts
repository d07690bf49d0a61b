import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Input, Output } from '#shared/contract/index.ts';
import { useTransport } from './api-context.ts';
import { callProcedure, type QueryName } from './client.ts';
import { CallFailure } from './transport.ts';

export type ProcedureOptions = {
  /** False while the input is not known yet. */
  enabled?: boolean;
  /** Shows the answer to the last input until the next one is there, for pages and filters. */
  keepPrevious?: boolean;
};

/**
 * The answer of a query, kept in step with the workspace: it is asked for again when one of its
 * topics changes. `error.error` has code, message and fields.
 */
export function useProcedure<N extends QueryName>(
  name: N,
  input: Input<N>,
  options: ProcedureOptions = {},
): UseQueryResult<Output<N>, CallFailure> {
  const transport = useTransport();
  return useQuery<Output<N>, CallFailure>({
    queryKey: [name, input],
    queryFn: async ({ signal }) => {
      const envelope = await callProcedure(transport, name, input, signal);
      if (!envelope.ok) throw new CallFailure(envelope.error);
      return envelope.value;
    },
    enabled: options.enabled ?? true,
    placeholderData: options.keepPrevious ? keepPreviousData : undefined,
  });
}
