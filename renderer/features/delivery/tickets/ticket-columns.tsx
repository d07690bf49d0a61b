import type { TicketView } from '#shared/model/delivery/tickets.ts';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { ProviderLink } from '../pipelines/index.ts';
import { takenInWords, ticketLook } from './ticket-words.ts';
import styles from './tickets.module.css';

/** Everything a tracker says of a ticket is shown as text; nothing of it is trusted as markup. */
export function ticketColumns(zone: string, now: string): TableColumn<TicketView>[] {
  return [
    {
      key: 'key',
      header: 'Ticket',
      value: ({ key }) => key,
      cell: ({ key, goneAt }) => (
        <code className={goneAt === null ? '' : styles['gone']} title={key}>
          {key}
        </code>
      ),
      width: 110,
      always: true,
    },
    {
      key: 'title',
      header: 'Title',
      value: ({ title }) => title,
      cell: ({ title }) => <bdi title={title}>{title}</bdi>,
      grow: true,
      minWidth: 220,
    },
    {
      key: 'status',
      header: 'Status',
      value: (row) => ticketLook(row).label,
      cell: (row) => <Status {...ticketLook(row)} variant="plain" />,
      width: 150,
    },
    {
      key: 'raw',
      header: 'At the tracker',
      value: ({ rawStatus }) => rawStatus,
      cell: ({ rawStatus }) => <bdi title={rawStatus ?? undefined}>{rawStatus}</bdi>,
      width: 130,
      hidden: true,
    },
    {
      key: 'releases',
      header: 'Version or milestone',
      value: ({ releases }) => releases.join(', '),
      cell: ({ releases }) => <bdi title={releases.join(', ')}>{releases.join(', ')}</bdi>,
      width: 160,
    },
    {
      key: 'labels',
      header: 'Labels',
      value: ({ labels }) => labels.join(', '),
      cell: ({ labels }) => <bdi title={labels.join(', ')}>{labels.join(', ')}</bdi>,
      width: 140,
      hidden: true,
    },
    {
      key: 'taken',
      header: 'In the scope of',
      value: ({ taken }) => takenInWords(taken),
      cell: ({ taken }) => <bdi title={takenInWords(taken)}>{takenInWords(taken)}</bdi>,
      width: 170,
    },
    {
      key: 'updated',
      header: 'Changed',
      value: ({ updatedAt }) => updatedAt,
      cell: ({ updatedAt }) =>
        updatedAt === null ? (
          <span className={styles['quiet']}>unknown</span>
        ) : (
          <When at={updatedAt} zone={zone} now={now} focusable={false} />
        ),
      width: 168,
      align: 'end',
    },
    {
      key: 'link',
      header: 'Open',
      value: ({ url }) => url,
      cell: ({ url, key }) => <ProviderLink url={url} what={key} />,
      width: 62,
      sortable: false,
    },
  ];
}
