import { useEffect } from 'react';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { notifierState, notify } from '../../../state/notifier.ts';

/** How often is looked for what is due. */
const pause = 5 * 60_000;

/** Shows nothing itself: tells of decisions whose day comes near, once each, while a window is open. */
export function Reminders() {
  const isAllowed = notifierState() === 'granted';
  const { data, refetch } = useProcedure('approvals.reminders', {}, { enabled: isAllowed });
  const { run: reminded } = useCommand('approvals.reminded');
  const isWanted = isAllowed && data !== undefined && data.hoursBefore !== null;
  useEffect(() => {
    if (!isWanted) return undefined;
    const timer = setInterval(() => void refetch(), pause);
    return () => clearInterval(timer);
  }, [isWanted, refetch]);
  const due = data?.due;
  useEffect(() => {
    if (due === undefined || due.length === 0) return;
    for (const { key, title, text, gateId } of due) {
      notify({ key, title, text, href: `#/approvals?sel=${gateId}` });
    }
    void reminded({ keys: due.map(({ key }) => key) });
  }, [due, reminded]);
  return null;
}
