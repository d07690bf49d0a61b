import { useEffect, useMemo, useRef } from 'react';
import { useScreenCommands } from '../../../../state/screen-commands.ts';

type Acts = { today: () => void; page: (by: number) => void; zoomBy: (steps: number) => void };

/** Keys of the timeline, which the palette and the help list too. */
export function useTimelineCommands(acts: Acts): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  const commands = useMemo(() => {
    const today = () => latest.current.today();
    return [
      { id: 'timeline-today', label: 'Go to today', key: 'Home', run: today },
      { id: 'timeline-now', label: 'Go to today', key: 't', run: today },
      {
        id: 'timeline-before',
        label: 'Go back in time',
        key: 'p',
        run: () => latest.current.page(-1),
      },
      {
        id: 'timeline-after',
        label: 'Go on in time',
        key: 'n',
        run: () => latest.current.page(1),
      },
      { id: 'zoom-in', label: 'Zoom in', key: '+', run: () => latest.current.zoomBy(1) },
      { id: 'zoom-out', label: 'Zoom out', key: '-', run: () => latest.current.zoomBy(-1) },
    ];
  }, []);
  useScreenCommands(commands);
}
