import { useCallback } from 'react';
import type { Input, Output } from '#shared/contract/index.ts';
import type { Envelope } from '#shared/contract/procedure.ts';
import { useTransport } from './api-context.ts';
import { callProcedure, type QueryName } from './client.ts';

/** A query asked once, on a click: a test, a verification, an export. Its answer is not kept. */
export function useAsk<N extends QueryName>(
  name: N,
): (input: Input<N>, signal?: AbortSignal) => Promise<Envelope<Output<N>>> {
  const transport = useTransport();
  return useCallback(
    (input, signal) => callProcedure(transport, name, input, signal),
    [transport, name],
  );
}
