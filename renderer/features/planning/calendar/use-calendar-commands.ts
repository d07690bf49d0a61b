import { useEffect, useMemo, useRef } from 'react';
import { calendarViews } from '#shared/model/planning/calendar-range.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import type { Arrangement } from './use-arrangement.ts';
import { shiftView, stepWords, viewWords } from './view-span.ts';

/** What keys and palette do on the calendar: turn it, show it another way, move what has the focus. */
export function useCalendarCommands(arrangement: Arrangement, moveFocused: () => void): void {
  const latest = useRef({ arrangement, moveFocused });
  useEffect(() => {
    latest.current = { arrangement, moveFocused };
  });
  const { view } = arrangement;
  // The commands stay the same while a view is shown: only what they act on is new each time.
  const commands = useMemo(() => {
    const turn = (by: number) => {
      const { on, turn: turnTo } = latest.current.arrangement;
      turnTo(shiftView(view, on, by));
    };
    const word = stepWords[view];
    return [
      { id: 'calendar-before', label: `Show the ${word} before`, key: 'p', run: () => turn(-1) },
      {
        id: 'calendar-today',
        label: 'Show today',
        key: 't',
        run: () => latest.current.arrangement.turn(undefined),
      },
      { id: 'calendar-after', label: `Show the ${word} after`, key: 'n', run: () => turn(1) },
      ...calendarViews.map((wanted, index) => ({
        id: `calendar-${wanted}`,
        label: `Show the calendar as ${viewWords[wanted].toLowerCase()}`,
        key: String(index + 1),
        run: () => {
          const { settings, show } = latest.current.arrangement;
          show({ ...settings, view: wanted });
        },
      })),
      {
        id: 'move-deployment',
        label: 'Move the deployment in focus to a date…',
        key: 'm',
        run: () => latest.current.moveFocused(),
      },
    ];
  }, [view]);
  useScreenCommands(commands);
}
