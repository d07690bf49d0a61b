import { CircleDashed, Clock, CloudOff, LoaderCircle } from 'lucide-react';
import styles from './OfflineDot.module.css';

export type SyncState = {
  state: 'online' | 'waiting' | 'offline' | 'syncing' | 'trouble';
  /** "Offline · synced 09:20". */
  text: string;
};

/** One quiet line on the network; never a dialog, for everything but syncing works without one. */
export function OfflineDot({ sync, short = false }: { sync: SyncState; short?: boolean }) {
  return (
    <span
      className={`${styles['line']} ${styles[sync.state] ?? ''}`}
      role="status"
      title={sync.text}
    >
      <Mark state={sync.state} />
      <span className={short ? 'visually-hidden' : styles['text']}>{sync.text}</span>
    </span>
  );
}

function Mark({ state }: { state: SyncState['state'] }) {
  if (state === 'offline') return <CloudOff size={14} aria-hidden />;
  if (state === 'waiting') return <Clock size={14} aria-hidden />;
  if (state === 'syncing') return <LoaderCircle size={14} aria-hidden />;
  if (state === 'trouble') return <CircleDashed size={14} aria-hidden />;
  return <span className={styles['dot']} aria-hidden />;
}
