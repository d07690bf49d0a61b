import type { AlertView } from '#shared/contract/delivery/monitoring.ts';
import type { TableColumn } from '../../../../components/data-table/table-types.ts';
import { Status } from '../../../../components/Status.tsx';
import { When } from '../../../../components/When.tsx';
import { ProviderLink } from '../../pipelines/index.ts';
import styles from '../monitoring.module.css';
import { alertLook, alertName, otherLabels, untilOf } from './alert-words.ts';

type Context = { zone: string; now: string };

/** Everything an alert says is shown as text; nothing of it is trusted as markup. */
export function alertColumns({ zone, now }: Context): TableColumn<AlertView>[] {
  const when = (at: string | null, none: string) =>
    at === null ? (
      <span className={styles['quiet']}>{none}</span>
    ) : (
      <When at={at} zone={zone} now={now} focusable={false} />
    );
  return [
    {
      key: 'status',
      header: 'Status',
      value: (row) => alertLook(row).label,
      cell: (row) => <Status {...alertLook(row)} variant="plain" />,
      width: 150,
      always: true,
    },
    {
      key: 'name',
      header: 'Alert',
      value: alertName,
      cell: (row) => (
        <bdi className={styles['cell']} title={alertName(row)}>
          <strong>{alertName(row)}</strong>
        </bdi>
      ),
      width: 200,
      minWidth: 140,
    },
    {
      key: 'labels',
      header: 'Labels',
      value: otherLabels,
      cell: (row) => (
        <bdi className={styles['cell']} title={otherLabels(row)}>
          {otherLabels(row)}
        </bdi>
      ),
      grow: true,
      minWidth: 180,
    },
    {
      key: 'note',
      header: 'Note',
      value: ({ note }) => note,
      cell: ({ note }) => (
        <bdi className={styles['cell']} title={note}>
          {note}
        </bdi>
      ),
      width: 220,
    },
    {
      key: 'since',
      header: 'Since',
      value: ({ startedAt }) => startedAt,
      cell: ({ startedAt }) => when(startedAt, 'not told'),
      width: 160,
      align: 'end',
    },
    {
      key: 'until',
      header: 'Until',
      value: untilOf,
      cell: (row) => when(untilOf(row), ''),
      width: 160,
      align: 'end',
    },
    {
      key: 'link',
      header: 'Open',
      value: ({ url }) => url,
      cell: (row) => <ProviderLink url={row.url} what={`the alert ${alertName(row)}`} />,
      width: 62,
      sortable: false,
      hidden: true,
    },
  ];
}
