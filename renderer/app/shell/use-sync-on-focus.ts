import { useEffect } from 'react';
import { useCommand } from '../../api/useCommand.ts';

/** Somebody came back to the window: the connections that want it are synced; the core decides which. */
export function useSyncOnFocus(wanted: boolean): void {
  const { run } = useCommand('connections.syncDue');
  useEffect(() => {
    if (!wanted) return;
    const back = () => void run({ focus: true });
    window.addEventListener('focus', back);
    return () => window.removeEventListener('focus', back);
  }, [run, wanted]);
}
