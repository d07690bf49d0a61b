import { useState } from 'react';
import { RotateCcw } from 'lucide-react';
import { Change } from '../../../../components/Change.tsx';
import type { HistoryChange } from './history-lines.ts';
import { canRestore } from './restore.ts';
import type { Restore } from './use-restore.ts';
import styles from './history.module.css';

type HistoryChangeLineProps = {
  subject: string;
  change: HistoryChange;
  /** Null where nothing may be changed. */
  restore: Restore | null;
};

/** From what to what, and the way back to the value before. */
export function HistoryChangeLine({ subject, change, restore }: HistoryChangeLineProps) {
  const { field, from, to, former } = change;
  const [refusal, setRefusal] = useState<string | null>(null);
  const offered = restore !== null && former !== null && canRestore(former);
  const putBack = async () => {
    if (restore === null || former === null) return;
    const error = await restore(former);
    setRefusal(error?.message ?? null);
  };
  return (
    <span className={styles['change']}>
      <Change what={field ?? undefined} from={from} to={to} />
      {offered && (
        <button
          type="button"
          className={styles['restore']}
          aria-label={`Restore the ${field} of ${subject}: ${from ?? 'empty'}`}
          title={`Put “${from ?? 'nothing'}” back`}
          onClick={() => void putBack()}
        >
          <RotateCcw size={12} aria-hidden />
          Restore
        </button>
      )}
      {refusal !== null && (
        <span className={styles['refusal']} role="alert">
          {refusal}
        </span>
      )}
    </span>
  );
}
