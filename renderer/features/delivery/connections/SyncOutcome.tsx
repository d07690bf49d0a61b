import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { ImportOutcome } from '../../../components/ImportOutcome.tsx';
import { Progress } from '../../../components/progress/Progress.tsx';
import styles from './connections.module.css';
import type { Sync } from './use-sync.ts';

type SyncOutcomeProps = {
  connection: ConnectionView;
  sync: Sync;
  /** What a file brought is told beside. */
  isQuiet: boolean;
};

/** How far the sync has come, how the last one went, or why it did not. */
export function SyncOutcome({ connection, sync, isQuiet }: SyncOutcomeProps) {
  const { progress, running, error, result } = sync;
  const { lastError } = connection.state;
  if (running) {
    return (
      <div className={styles['outcome']}>
        <Progress
          id={`sync ${connection.id}`}
          what={progress?.what ?? `Sync ${connection.name}`}
          done={progress?.done ?? 0}
          of={progress?.total ?? null}
          left={progress?.endsInMs}
          onCancel={sync.cancel}
        />
      </div>
    );
  }
  if (error !== null || lastError !== null) {
    return (
      <div className={styles['outcome']}>
        <ErrorPanel
          what="The last sync did not finish"
          why={error?.message ?? lastError ?? undefined}
          details={`${connection.name}\n${error?.code ?? 'lastError'}: ${error?.message ?? lastError}`}
          onRetry={() => void sync.start()}
        />
      </div>
    );
  }
  // One that was begun elsewhere, or by itself, says only what it left out.
  const { counts, warnings } = connection.state;
  const isTold = !isQuiet && counts !== null && counts.rejected > 0;
  const shown = result ?? (isTold ? { ...counts, warnings } : null);
  if (shown === null) return null;
  return (
    <div className={styles['outcome']}>
      <ImportOutcome what={result === null ? 'Last import' : 'Synced'} counts={shown} />
    </div>
  );
}
