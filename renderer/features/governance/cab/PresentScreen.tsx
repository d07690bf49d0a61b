import { useCallback, useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Maximize, Minimize, Unplug, X } from 'lucide-react';
import { clockText, meetingSeconds } from '#shared/rules/governance/cab/timers.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Status } from '../../../components/Status.tsx';
import { timeText, zoneText } from '../../../components/when-text.ts';
import { useFullScreen } from '../../../components/use-full-screen.ts';
import { useOwnKeys } from '../../../components/use-own-keys.ts';
import { useSeconds } from '../../../state/clock.ts';
import { useConnection } from '../../../state/connection.ts';
import { useNames } from '../../planning/releases/index.ts';
import { meetingLook } from './cab-words.ts';
import { PresentAgenda } from './PresentAgenda.tsx';
import { PresentItem } from './PresentItem.tsx';
import { leaveRoomScreen } from './room-screen.ts';
import styles from './present.module.css';

/** What the room sees: what is decided now, on which facts, who has voted. It follows by itself. */
export function PresentScreen({ meetingId }: { meetingId: string }) {
  const navigate = useNavigate();
  const agenda = useProcedure('cab.agenda', { meetingId });
  const now = useSeconds(agenda.data?.meeting.state === 'running');
  const { names } = useNames();
  const lost = useConnection((state) => state.link === 'lost');
  const { toggle, leave: leaveFull, isOn, isPossible } = useFullScreen();
  const leave = useCallback(() => {
    leaveFull();
    leaveRoomScreen(
      () => void navigate({ to: '/cab/$meetingId', params: { meetingId }, search: {} }),
    );
  }, [leaveFull, navigate, meetingId]);
  const commands = useMemo(
    () => [
      { id: 'full', label: 'Full screen', key: 'f', run: toggle },
      { id: 'leave', label: 'Leave the screen of the room', key: 'Escape', run: leave },
    ],
    [toggle, leave],
  );
  useOwnKeys(commands);
  const meeting = agenda.data?.meeting;
  const items = agenda.data?.items ?? [];
  const open = items.find(({ state }) => state === 'open');
  const zone = meeting?.zone ?? 'UTC';
  const look = meeting && meetingLook[meeting.state];
  return (
    <main className={styles['room']}>
      <header className={styles['head']}>
        <h1 className={styles['title']} title={meeting?.title}>
          <bdi>{meeting?.title ?? 'CAB meeting'}</bdi>
        </h1>
        {look && meeting.state !== 'running' && (
          <Status kind={look.kind} label={look.word} size={22} />
        )}
        <p className={styles['clock']}>
          <time dateTime={now}>{timeText(now, zone)}</time> <span>{zoneText(zone)}</span>
        </p>
        {meeting !== undefined && meeting.startedAt !== null && (
          <p className={styles['clock']} role="timer" aria-label="Time of the meeting">
            <time>{clockText(meetingSeconds(meeting, now))}</time>{' '}
            <span>of {meeting.durationMinutes} min</span>
          </p>
        )}
        <div className={styles['buttons']}>
          {isPossible && (
            <button
              type="button"
              onClick={toggle}
              title={isOn ? 'Leave full screen (F)' : 'Full screen (F)'}
              aria-label={isOn ? 'Leave full screen' : 'Full screen'}
            >
              {isOn ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
            </button>
          )}
          <button
            type="button"
            onClick={leave}
            title="Back to the meeting (Esc)"
            aria-label="Back to the meeting"
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
      {agenda.isError && agenda.data === undefined && (
        <ErrorPanel
          {...errorParts('The meeting could not be read', agenda.error)}
          onRetry={() => void agenda.refetch()}
        />
      )}
      {meeting !== undefined && open !== undefined && (
        <PresentItem
          key={open.id}
          item={open}
          place={`${items.indexOf(open) + 1} of ${items.length}`}
          view={{ names, zone, now }}
        />
      )}
      {meeting !== undefined && open === undefined && (
        <PresentAgenda meeting={meeting} items={items} view={{ zone, now }} />
      )}
    </main>
  );
}
