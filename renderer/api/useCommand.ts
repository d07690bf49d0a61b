import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Input, Output } from '#shared/contract/index.ts';
import type { CallError, Envelope } from '#shared/contract/procedure.ts';
import { useTransport } from './api-context.ts';
import { callProcedure, type CommandName } from './client.ts';
import { invalidateAfter } from './topics.ts';

/** `edit` is the id to undo it by; null where it changed nothing or is not undone. */
export type Answer<N extends CommandName> = Envelope<Output<N>> & { edit: string | null };

export type Command<N extends CommandName> = {
  /** Resolves when what is on screen shows the change; never rejects, look at `ok`. */
  run: (input: Input<N>) => Promise<Answer<N>>;
  pending: boolean;
  /** Why the last run was refused; null after one that went well. */
  error: CallError | null;
  clearError: () => void;
};

/** A command of the core, with what a form or a button shows while it runs and when it is refused. */
export function useCommand<N extends CommandName>(name: N): Command<N> {
  const transport = useTransport();
  const queries = useQueryClient();
  const [running, setRunning] = useState(0);
  const [error, setError] = useState<CallError | null>(null);

  const run = useCallback(
    async (input: Input<N>) => {
      setRunning((count) => count + 1);
      setError(null);
      const before = newestEdit(queries);
      const envelope = await callProcedure(transport, name, input);
      if (!envelope.ok) setError(envelope.error);
      else await invalidateAfter(queries, name);
      setRunning((count) => count - 1);
      const after = newestEdit(queries);
      const isNew = envelope.ok && after?.name === name && after.command !== before?.command;
      return { ...envelope, edit: isNew ? after.command : null };
    },
    [transport, queries, name],
  );
  const clearError = useCallback(() => setError(null), []);
  return { run, pending: running > 0, error, clearError };
}

/** What undo would take back next, as the shell asked last. */
function newestEdit(queries: QueryClient) {
  return queries.getQueryData<Output<'edits.state'>>(['edits.state', {}])?.undo[0];
}
