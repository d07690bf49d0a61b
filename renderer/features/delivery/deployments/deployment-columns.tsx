import type { ImportedDeployment } from '#shared/contract/delivery/deployments.ts';
import { CommitChip } from '../../../components/Chip.tsx';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { commitColumnWidth } from '../../../components/short-hash.ts';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { ProviderLink, runLook } from '../pipelines/index.ts';
import styles from './deployments.module.css';
import { placeText } from './deployment-words.ts';
import { PlaceCell } from './PlaceCell.tsx';

type Context = {
  zone: string;
  now: string;
  /** The workspace's environments by id. */
  environments: ReadonlyMap<string, string>;
  /** Whether all rows are of one connection, which then need not be said. */
  ofOne: boolean;
};

/** Everything a provider says of a deployment is shown as text; nothing of it is trusted as markup. */
export function deploymentColumns(context: Context): TableColumn<ImportedDeployment>[] {
  const { zone, now, environments, ofOne } = context;
  return [
    {
      key: 'status',
      header: 'Status',
      value: (row) => runLook(row).label,
      cell: (row) => <Status {...runLook(row)} variant="plain" />,
      width: 170,
      always: true,
    },
    {
      key: 'environment',
      header: 'Environment',
      value: (row) => placeText(row, environments).name,
      cell: (row) => <PlaceCell {...placeText(row, environments)} />,
      grow: true,
      minWidth: 200,
    },
    {
      key: 'version',
      header: 'Version',
      value: ({ version }) => version,
      cell: ({ version }) => <bdi title={version ?? undefined}>{version}</bdi>,
      width: 136,
    },
    {
      key: 'commit',
      header: 'Commit',
      value: ({ commit }) => commit,
      cell: ({ commit }) => (commit === '' ? null : <CommitChip commit={commit} />),
      width: commitColumnWidth,
      minWidth: commitColumnWidth,
    },
    {
      key: 'note',
      header: 'Note',
      value: ({ note }) => note,
      cell: ({ note }) => <bdi title={note}>{note}</bdi>,
      width: 180,
      hidden: true,
    },
    {
      key: 'created',
      header: 'When',
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) =>
        createdAt === null ? (
          <span className={styles['quiet']}>unknown</span>
        ) : (
          <When at={createdAt} zone={zone} now={now} focusable={false} />
        ),
      width: 168,
      align: 'end',
    },
    {
      key: 'source',
      header: 'Source',
      value: ({ connectionName }) => connectionName,
      cell: ({ connectionName }) => <bdi title={connectionName}>{connectionName}</bdi>,
      width: 140,
      hidden: ofOne,
    },
    {
      key: 'link',
      header: 'Open',
      value: ({ url }) => url,
      cell: ({ url, environment }) => (
        <ProviderLink url={url} what={`the deployment to ${environment ?? ''}`} />
      ),
      width: 62,
      sortable: false,
    },
  ];
}
