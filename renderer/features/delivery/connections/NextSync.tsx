import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import { whenText } from '../../../components/when-text.ts';
import styles from './connections.module.css';

type NextSyncProps = { connection: ConnectionView; zone: string; now: string };

/** When it is synced by itself next, or what is in the way; nothing where it is not. */
export function NextSync({ connection, zone, now }: NextSyncProps) {
  const { everyMinutes, paused, state } = connection;
  if (paused !== null) return <span className={styles['counts']}>{paused}</span>;
  if (everyMinutes === null) return null;
  const isDue = state.nextSyncAt === null || state.nextSyncAt <= now;
  return (
    <span className={styles['counts']}>
      next sync {isDue ? 'within a minute' : whenText(state.nextSyncAt ?? now, zone, now)}
    </span>
  );
}
