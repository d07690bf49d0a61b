import { useCallback, useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import type { CallError, Envelope, Progress } from '#shared/contract/procedure.ts';
import { useAsk } from '../../../api/useAsk.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProgress } from '../../../state/progress.ts';

type Counts = Output<'connections.sync'>;

export type Sync = {
  start: () => Promise<Envelope<Counts>>;
  /** Stops at the next safe point; what was imported stays. */
  cancel: () => void;
  running: boolean;
  progress: Progress | null;
  /** What the last sync that was begun here brought. */
  result: Counts | null;
  error: CallError | null;
};

/** One sync of a connection at a time, told by the same id wherever it is looked at. */
export function useSync(connectionId: string): Sync {
  const { run, pending, error } = useCommand('connections.sync');
  const askCancel = useAsk('progress.cancel');
  const [result, setResult] = useState<Counts | null>(null);
  const progressId = `sync ${connectionId}`;
  // Also there when another screen or window began it.
  const progress = useProgress(
    ({ running }) => running.find((each) => each.id === progressId) ?? null,
  );

  const start = useCallback(async () => {
    setResult(null);
    const answer = await run({ id: connectionId, progressId });
    if (answer.ok) setResult(answer.value);
    return answer;
  }, [run, connectionId, progressId]);
  const cancel = useCallback(() => void askCancel({ id: progressId }), [askCancel, progressId]);
  return { start, cancel, running: pending || progress !== null, progress, result, error };
}
