import { useState } from 'react';
import type { Input, Output } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import { useAsk } from '../../../api/useAsk.ts';

export type Reached = Output<'connections.test'>;

/**
 * Tries an address, a repository and a token, and keeps what was reached or why not; with a context,
 * by what that signs in with.
 */
export function useTest(context: Input<'connections.test'>['context'] = undefined) {
  const ask = useAsk('connections.test');
  const [pending, setPending] = useState(false);
  const [reached, setReached] = useState<Reached | null>(null);
  const [error, setError] = useState<CallError | null>(null);

  async function test(input: Input<'connections.test'>): Promise<void> {
    setPending(true);
    setReached(null);
    setError(null);
    const result = await ask(context ? { ...input, context } : input);
    setPending(false);
    if (result.ok) setReached(result.value);
    else setError(result.error);
  }
  return { test, pending, reached, error };
}
