import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { Pause, Play, Presentation, SkipForward } from 'lucide-react';
import type { AgendaItem } from '#shared/model/governance/cab-views.ts';
import type { CabMeeting } from '#shared/model/governance/cab.ts';
import { clockText, meetingSeconds } from '#shared/rules/governance/cab/timers.ts';
import { Tag } from '../../../components/Chip.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { RowMenu } from '../../../components/RowMenu.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { counted, meetingLook } from './cab-words.ts';
import { MinutesMenu } from './MinutesMenu.tsx';
import { openRoomScreen } from './room-screen.ts';
import type { MeetingHand } from './use-meeting.ts';
import styles from './cab.module.css';

export type MeetingAsk = 'edit' | 'close';

type MeetingHeaderProps = {
  meeting: CabMeeting;
  items: readonly AgendaItem[];
  hand: MeetingHand;
  mayWrite: boolean;
  view: { now: string };
  onAsk: (what: MeetingAsk) => void;
};

/** When the meeting is, how long it has taken, and the one thing to do next. */
export function MeetingHeader(props: MeetingHeaderProps) {
  const { meeting, items, view, mayWrite } = props;
  const { kind, word } = meetingLook[meeting.state];
  const dealt = items.filter(({ state }) => state === 'decided').length;
  return (
    <PageHeader
      title={meeting.title}
      beside={
        <>
          <Status kind={kind} label={word} />
          {meeting.kind === 'emergency' && <Tag>emergency</Tag>}
          <span className={styles['quiet']}>
            {dealt} of {counted(items.length, 'item')}
          </span>
        </>
      }
      facts={
        meeting.startedAt === null ? (
          <span className={styles['start']}>
            <When
              at={meeting.startsAt}
              zone={meeting.zone}
              now={view.now}
              strong
              showZone
              relative
            />
          </span>
        ) : (
          <MeetingClock meeting={meeting} now={view.now} />
        )
      }
      actions={
        <>
          <RoomScreenButton meeting={meeting} />
          <MinutesMenu meetingId={meeting.id} />
          {mayWrite && <Steps {...props} />}
        </>
      }
    />
  );
}

function MeetingClock({ meeting, now }: { meeting: CabMeeting; now: string }) {
  const seconds = meetingSeconds(meeting, now);
  const isOver = seconds > meeting.durationMinutes * 60;
  const planned = meeting.kind === 'emergency' ? '' : ` of ${meeting.durationMinutes} min`;
  return (
    <span
      className={`${styles['clock']} ${styles['total']} ${isOver ? styles['over'] : ''}`}
      role="timer"
      aria-label="Time of the meeting"
    >
      {clockText(seconds)}
      {planned}
      {isOver && meeting.kind !== 'emergency' && ', over'}
    </span>
  );
}

function RoomScreenButton({ meeting }: { meeting: CabMeeting }) {
  const navigate = useNavigate();
  if (meeting.state === 'closed') return null;
  const show = () =>
    openRoomScreen(
      meeting.id,
      () => void navigate({ to: '/cab/$meetingId/present', params: { meetingId: meeting.id } }),
    );
  return (
    <Button
      startIcon={<Presentation />}
      title="What is decided now, in large letters, in a window of its own (o)"
      onClick={show}
    >
      Present
    </Button>
  );
}

/** What a meeting can do next, by where it stands. */
function Steps({ meeting, hand, onAsk }: MeetingHeaderProps) {
  const navigate = useNavigate();
  switch (meeting.state) {
    case 'planned':
      return (
        <>
          <RowMenu
            name={meeting.title}
            actions={[
              { label: 'Change the meeting…', run: () => onAsk('edit') },
              {
                label: 'Take the meeting off the list',
                apart: true,
                run: () =>
                  void hand.removeMeeting(meeting.title).then((isGone) => {
                    if (isGone) void navigate({ to: '/cab' });
                  }),
              },
            ]}
          />
          <Button variant="contained" startIcon={<Play />} onClick={() => void hand.start()}>
            Start the meeting
          </Button>
        </>
      );
    case 'running':
      return (
        <>
          <Button startIcon={<Pause />} title="Pause (p)" onClick={() => void hand.pause()}>
            Pause
          </Button>
          <Button title="Close the meeting (e)" onClick={() => onAsk('close')}>
            Close…
          </Button>
          <Button
            variant="contained"
            startIcon={<SkipForward />}
            title="Next item (n)"
            onClick={() => void hand.turn('next')}
          >
            Next item
          </Button>
        </>
      );
    case 'paused':
      return (
        <>
          <Button title="Close the meeting (e)" onClick={() => onAsk('close')}>
            Close…
          </Button>
          <Button
            variant="contained"
            startIcon={<Play />}
            title="Resume (p)"
            onClick={() => void hand.resume()}
          >
            Resume
          </Button>
        </>
      );
    case 'closed':
      return null;
  }
}
