import { useCallback, useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Maximize, Minimize, Unplug, X } from 'lucide-react';
import { errorParts } from '../../../../api/error-parts.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { timeText, zoneText } from '../../../../components/when-text.ts';
import { useNow } from '../../../../state/clock.ts';
import { useConnection } from '../../../../state/connection.ts';
import { useNames } from '../../../planning/releases/index.ts';
import { dayInFull } from '../today-words.ts';
import { useFullScreen } from '../../../../components/use-full-screen.ts';
import { useOwnKeys } from '../../../../components/use-own-keys.ts';
import { WallChanges } from './WallChanges.tsx';
import { WallNext } from './WallNext.tsx';
import { WallNow } from './WallNow.tsx';
import styles from './wall.module.css';

/** The day of a team on the screen of its room: nothing to press, read from across the room. */
export function WallScreen() {
  const now = useNow();
  const navigate = useNavigate();
  const workspace = useProcedure('workspace.state', {}).data?.open?.workspace;
  const wall = useProcedure('today.wall', {});
  const { names } = useNames();
  const lost = useConnection((state) => state.link === 'lost');
  const full = useFullScreen();
  const { toggle: toggleFull, leave: leaveFull } = full;
  const leave = useCallback(() => {
    leaveFull();
    void navigate({ to: '/today' });
  }, [leaveFull, navigate]);
  const commands = useMemo(
    () => [
      { id: 'full', label: 'Full screen', key: 'f', run: toggleFull },
      { id: 'leave', label: 'Leave the wall', key: 'Escape', run: leave },
    ],
    [toggleFull, leave],
  );
  useOwnKeys(commands);
  const zone = workspace?.zone ?? 'UTC';

  const view = { names, zone, now };
  return (
    <main className={styles['wall']}>
      <header className={styles['head']}>
        <h1 className={styles['day']}>
          {wall.data === undefined ? 'Today' : dayInFull(wall.data.day)}
        </h1>
        <p className={styles['where']}>
          <bdi>{workspace?.name}</bdi>
        </p>
        <p className={styles['clock']}>
          <time dateTime={now}>{timeText(now, zone)}</time> <span>{zoneText(zone)}</span>
        </p>
        <div className={styles['buttons']}>
          {full.isPossible && (
            <button
              type="button"
              onClick={full.toggle}
              title={full.isOn ? 'Leave full screen (F)' : 'Full screen (F)'}
              aria-label={full.isOn ? 'Leave full screen' : 'Full screen'}
            >
              {full.isOn ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
            </button>
          )}
          <button
            type="button"
            onClick={leave}
            title="Back to Today (Esc)"
            aria-label="Back to Today"
          >
            <X aria-hidden />
          </button>
        </div>
      </header>
      {lost && (
        <p className={styles['lost']} role="status">
          <Unplug aria-hidden /> The connection to Slipway is lost; this is how things were.
        </p>
      )}
      {wall.data === undefined ? (
        wall.isError && (
          <ErrorPanel
            {...errorParts('The day could not be read', wall.error)}
            onRetry={() => void wall.refetch()}
          />
        )
      ) : (
        <div className={styles['columns']}>
          <WallNext wall={wall.data} view={view} />
          <div className={styles['side']}>
            <WallNow wall={wall.data} view={view} />
            <WallChanges wall={wall.data} view={view} />
          </div>
        </div>
      )}
    </main>
  );
}
