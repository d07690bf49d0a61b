import type { Output } from '#shared/contract/index.ts';
import type { AgendaItem } from '#shared/model/governance/cab-views.ts';
import { Empty } from '../../../components/Empty.tsx';
import type { Names } from '../../planning/releases/index.ts';
import { AddToAgenda } from './AddToAgenda.tsx';
import { AgendaList } from './AgendaList.tsx';
import { ItemPanel } from './ItemPanel.tsx';
import { MeetingMinutes } from './MeetingMinutes.tsx';
import type { MeetingAsk } from './MeetingHeader.tsx';
import { Proposals } from './Proposals.tsx';
import { useMeetingCommands } from './use-meeting-commands.ts';
import type { MeetingHand } from './use-meeting.ts';
import { useVotes } from './use-votes.ts';
import styles from './cab.module.css';

type MeetingBodyProps = {
  agenda: Output<'cab.agenda'>;
  hand: MeetingHand;
  mayWrite: boolean;
  view: { names: Names; zone: string; now: string };
  /** The item the address names; without one the item that is open is shown. */
  selected: string | undefined;
  onSelect: (id: string | null) => void;
  onAsk: (what: MeetingAsk) => void;
};

/** The agenda, and the item that is open or was chosen from it. */
export function MeetingBody(props: MeetingBodyProps) {
  const { agenda, hand, mayWrite, view, selected, onSelect } = props;
  const { meeting, items, proposed } = agenda;
  const open = items.find(({ state }) => state === 'open');
  const shown = items.find(({ id }) => id === selected) ?? open ?? items[0];
  const canChange = mayWrite && meeting.state !== 'closed';
  return (
    <div className={styles['columns']}>
      <div className={styles['left']} tabIndex={0} role="group" aria-label="Agenda and minutes">
        <AgendaList
          {...{ items, hand, view }}
          selectedId={shown?.id}
          onSelect={onSelect}
          isRunning={canChange ? meeting.state === 'running' : null}
        />
        {canChange && <Proposals proposed={proposed} hand={hand} />}
        {canChange && <AddToAgenda items={items} hand={hand} />}
        <MeetingMinutes {...{ agenda, hand, mayWrite, view }} />
      </div>
      <div className={styles['right']} tabIndex={0} role="group" aria-label="Item">
        {shown === undefined ? (
          <Empty text="Nothing is on the agenda yet. Add a release that waits for the board, or a point of your own." />
        ) : (
          <ShownItem key={shown.id} item={shown} {...props} />
        )}
      </div>
    </div>
  );
}

/** The keys of the meeting speak of the item that is shown, so that both live together. */
function ShownItem({ item, ...props }: MeetingBodyProps & { item: AgendaItem }) {
  const { agenda, hand, mayWrite, view, onAsk } = props;
  const { meeting, items } = agenda;
  const votes = useVotes(item, meeting.attendeeIds);
  useMeetingCommands({ meeting, item, items, votes, hand, mayWrite, onAsk });
  return <ItemPanel {...{ item, meeting, votes, hand, mayWrite, view }} />;
}
