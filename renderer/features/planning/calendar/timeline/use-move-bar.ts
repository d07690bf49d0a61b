import { useEffect, useMemo, useRef } from 'react';
import type { CalendarEntry } from '#shared/contract/planning/calendar.ts';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import { useScreenCommands } from '../../../../state/screen-commands.ts';
import type { SeenBar } from './bars-in-sight.ts';
import { useBarEntries } from './use-bar-entries.ts';

/** Asks where the deployment of the bar in focus is to go: the first that has not happened yet. */
export function useMoveBar(current: SeenBar | null, onMove: (entry: CalendarEntry) => void): void {
  const find = useBarEntries();
  const latest = useRef({ current, onMove });
  useEffect(() => {
    latest.current = { current, onMove };
  });
  const commands = useMemo(() => {
    const run = async () => {
      const { bar } = latest.current.current ?? {};
      if (bar === undefined) {
        showToast({
          text: 'Come to a bar with Tab and the arrows first, then move it.',
          tone: 'failed',
        });
        return;
      }
      const { deployments } = bar;
      const planned = deployments.find(({ result }) => result === null) ?? deployments[0];
      if (planned === undefined) {
        showToast({
          text: `${bar.name} has no deployment to move. Plan one on its page.`,
          tone: 'failed',
        });
        return;
      }
      const answer = await find(bar);
      if (!answer.ok) {
        showToast({ text: answer.error.message, tone: 'failed' });
        return;
      }
      const entry = answer.value.find(({ deploymentId }) => deploymentId === planned.id);
      if (entry?.movable === true) latest.current.onMove(entry);
      else {
        showToast({
          text: `The deployment of ${bar.name} has begun or its release has ended, so it stays where it was.`,
          tone: 'failed',
        });
      }
    };
    const label = 'Move the deployment in focus to a date…';
    return [{ id: 'move-bar', label, key: 'm', run: () => void run() }];
  }, [find]);
  useScreenCommands(commands);
}
