import { useMemo } from 'react';
import { plusDays } from '#shared/rules/planning/zoned-time.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import type { MatrixView } from './matrix-view.ts';

type Keys = { on: string | null; today: string; show: (patch: Partial<MatrixView>) => void };

/** `p`, `t` and `f` turn the days, as the calendar’s turn its span; `d` shows only what drifts. */
export function useMatrixKeys({ on, today, show }: Keys): void {
  const commands = useMemo(() => {
    const later = on === null ? null : plusDays(on, 1);
    return [
      {
        ...{ id: 'matrix-earlier', label: 'Show what ran a day earlier', key: 'p' },
        run: () => show({ on: plusDays(on ?? today, -1) }),
      },
      {
        ...{ id: 'matrix-now', label: 'Show what runs now', key: 't' },
        run: () => show({ on: null }),
      },
      {
        ...{ id: 'matrix-later', label: 'Show what ran a day later', key: 'f' },
        run: () => show({ on: later === null || later >= today ? null : later }),
      },
      {
        ...{ id: 'matrix-drift', label: 'Show only what drifts', key: 'd' },
        run: () => show({ show: 'drifting' }),
      },
      {
        ...{ id: 'matrix-all', label: 'Show all services', key: 'a' },
        run: () => show({ show: 'all' }),
      },
    ];
  }, [on, today, show]);
  useScreenCommands(commands);
}
