import { useEffect, useMemo, useRef } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { AgendaItem } from '#shared/model/governance/cab-views.ts';
import type { CabMeeting } from '#shared/model/governance/cab.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import type { ScreenCommand } from '../../../state/screen-commands.ts';
import type { MeetingAsk } from './MeetingHeader.tsx';
import { openRoomScreen } from './room-screen.ts';
import type { MeetingHand } from './use-meeting.ts';
import type { Votes } from './use-votes.ts';
import { voteKeys } from './vote-draft.ts';

type Given = {
  meeting: CabMeeting;
  item: AgendaItem;
  items: readonly AgendaItem[];
  votes: Votes;
  hand: MeetingHand;
  mayWrite: boolean;
  onAsk: (what: MeetingAsk) => void;
};

/** The whole meeting by keyboard: turns, clocks, votes, order. */
export function useMeetingCommands(given: Given): void {
  const navigate = useNavigate();
  // The keys are listed once for a state of the meeting; what they act on changes with each vote.
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  const { state, id } = given.meeting;
  const canVote =
    given.mayWrite &&
    given.item.state === 'open' &&
    (state === 'running' || state === 'paused') &&
    given.votes.seats.length > 0;
  const { mayWrite } = given;
  const commands = useMemo((): ScreenCommand[] => {
    const present: ScreenCommand = {
      ...{ id: 'cab.present', label: 'Show the screen of the room', key: 'o' },
      run: () =>
        openRoomScreen(
          id,
          () => void navigate({ to: '/cab/$meetingId/present', params: { meetingId: id } }),
        ),
    };
    if (!mayWrite || state === 'closed') return [];
    const steps = stepCommands(state, latest);
    return [...steps, ...(canVote ? voteCommands(latest) : []), ...orderCommands(latest), present];
  }, [state, id, canVote, mayWrite, navigate]);
  useScreenCommands(commands);
}

type Latest = { readonly current: Given };

function stepCommands(state: CabMeeting['state'], latest: Latest): ScreenCommand[] {
  const close: ScreenCommand = {
    ...{ id: 'cab.close', label: 'Close the meeting', key: 'e' },
    run: () => latest.current.onAsk('close'),
  };
  if (state === 'planned') {
    return [
      {
        ...{ id: 'cab.start', label: 'Start the meeting', key: 's' },
        run: () => void latest.current.hand.start(),
      },
    ];
  }
  if (state === 'paused') {
    return [
      {
        ...{ id: 'cab.resume', label: 'Resume the meeting', key: 'p' },
        run: () => void latest.current.hand.resume(),
      },
      close,
    ];
  }
  return [
    {
      ...{ id: 'cab.next', label: 'Next item', key: 'n' },
      run: () => void latest.current.hand.turn('next'),
    },
    {
      ...{ id: 'cab.previous', label: 'Item before', key: 'b' },
      run: () => void latest.current.hand.turn('previous'),
    },
    {
      ...{ id: 'cab.open', label: 'Open the item that is shown', key: 't' },
      run: () => void latest.current.hand.open(latest.current.item.id),
    },
    {
      ...{ id: 'cab.skip', label: 'Pass the item over', key: 's' },
      run: () => void latest.current.hand.skip(latest.current.item.id),
    },
    {
      ...{ id: 'cab.pause', label: 'Pause the meeting', key: 'p' },
      run: () => void latest.current.hand.pause(),
    },
    close,
  ];
}

function voteCommands(latest: Latest): ScreenCommand[] {
  return [
    ...voteKeys.map(({ outcome, key, word }): ScreenCommand => ({
      ...{ id: `cab.vote.${outcome}`, label: `Vote at hand: ${word.toLowerCase()}`, key },
      run: () => latest.current.votes.cast(outcome),
    })),
    {
      ...{ id: 'cab.vote.next', label: 'Next vote', key: 'j' },
      run: () => latest.current.votes.walk(1),
    },
    {
      ...{ id: 'cab.vote.previous', label: 'Vote before', key: 'k' },
      run: () => latest.current.votes.walk(-1),
    },
    {
      ...{ id: 'cab.vote.record', label: 'Record the votes', key: 'r' },
      run: () => void latest.current.votes.record(),
    },
  ];
}

function orderCommands(latest: Latest): ScreenCommand[] {
  const shift = (by: -1 | 1) => () => {
    const { hand, items, item } = latest.current;
    const isStandard = item.kind === 'standard';
    const part = items.filter(({ kind }) => (kind === 'standard') === isStandard);
    void hand.shift(part, item.id, by);
  };
  return [
    { id: 'cab.promote', label: 'Promote the item by one', key: 'u', run: shift(-1) },
    { id: 'cab.demote', label: 'Demote the item by one', key: 'd', run: shift(1) },
    {
      ...{ id: 'cab.notes', label: 'Write notes', key: 'm' },
      run: () => document.querySelector<HTMLElement>('#cab-notes textarea')?.focus(),
    },
  ];
}
