import { Link } from '@tanstack/react-router';
import type { TicketView } from '#shared/model/delivery/tickets.ts';
import { AsOf } from '../../../components/AsOf.tsx';
import { Facts } from '../../../components/Facts.tsx';
import { Inspector } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { providerActions } from '../pipelines/index.ts';
import { takenInWords, ticketLook } from './ticket-words.ts';

type TicketInspectorProps = {
  ticket: TicketView;
  zone: string;
  now: string;
  onClose: () => void;
};

/** One ticket, with the tracker's own words beside ours. */
export function TicketInspector({ ticket, zone, now, onClose }: TicketInspectorProps) {
  const { key, title, type, priority, assignee, labels, releases, taken, goneAt } = ticket;
  const when = (at: string | null) =>
    at === null ? 'not told' : <When at={at} zone={zone} now={now} relative />;
  const raw = [ticket.rawStatus, ticket.rawResult].filter((word) => word !== null);
  return (
    <Inspector
      title={key}
      note={<bdi>{title}</bdi>}
      onClose={onClose}
      {...providerActions(ticket.url)}
    >
      <Facts
        facts={[
          { name: 'Status', value: <Status {...ticketLook(ticket)} variant="plain" /> },
          {
            name: 'At the tracker',
            value: raw.length === 0 ? 'not told' : <bdi>{raw.join(', ')}</bdi>,
          },
          { name: 'Type', value: type === '' ? 'not told' : <bdi>{type}</bdi> },
          { name: 'Priority', value: <bdi>{priority ?? 'not told'}</bdi> },
          { name: 'Assigned to', value: <bdi>{assignee ?? 'nobody'}</bdi> },
          { name: 'Version or milestone', value: <bdi>{releases.join(', ') || 'none'}</bdi> },
          { name: 'Labels', value: <bdi>{labels.join(', ') || 'none'}</bdi> },
          {
            name: 'In the scope of',
            value:
              taken.length === 0
                ? 'no open release'
                : taken.map((each) => (
                    <Link
                      key={each.itemId}
                      to="/releases/$releaseId/$tab"
                      params={{ releaseId: each.releaseId, tab: 'scope' }}
                    >
                      <bdi>{takenInWords([each])}</bdi>
                    </Link>
                  )),
          },
          { name: 'Created', value: when(ticket.createdAt) },
          { name: 'Changed', value: when(ticket.updatedAt) },
          { name: 'Closed', value: when(ticket.finishedAt) },
          ...(goneAt === null ? [] : [{ name: 'Gone since', value: when(goneAt) }]),
          { name: 'As of', value: <AsOf at={ticket.asOf} zone={zone} now={now} /> },
          { name: 'Source', value: <bdi>{ticket.connectionName}</bdi> },
        ]}
      />
    </Inspector>
  );
}
