import type { RolloutView } from '#shared/contract/delivery/rollouts.ts';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { PlaceCell, placeText } from '../deployments/index.ts';
import { ProviderLink } from '../pipelines/index.ts';
import { contentText, rolloutLook, wordsOf } from './rollout-words.ts';
import styles from './rollouts.module.css';

type Context = {
  zone: string;
  now: string;
  /** The workspace's environments by id. */
  environments: ReadonlyMap<string, string>;
};

/** Everything a provider says is shown as text; nothing of it is trusted as markup. */
export function rolloutColumns(context: Context): TableColumn<RolloutView>[] {
  const { zone, now, environments } = context;
  const when = (at: string | null) =>
    at === null ? (
      <span className={styles['quiet']}>not told</span>
    ) : (
      <When at={at} zone={zone} now={now} focusable={false} />
    );
  return [
    {
      key: 'status',
      header: 'Status',
      value: (row) => rolloutLook(row).label,
      cell: (row) => <Status {...rolloutLook(row)} variant="plain" />,
      width: 150,
      always: true,
    },
    {
      key: 'name',
      header: 'Name',
      value: ({ name }) => name,
      cell: ({ name }) => (
        <bdi title={name}>
          <strong>{name}</strong>
        </bdi>
      ),
      grow: true,
      minWidth: 160,
      always: true,
    },
    text('kind', 'Kind', 110, ({ objectKind }) => objectKind),
    { ...text('namespace', 'Namespace', 120, ({ namespace }) => namespace), hidden: true },
    {
      key: 'environment',
      header: 'Environment',
      value: (row) => placeText(row, environments).name,
      cell: (row) => <PlaceCell {...placeText(row, environments)} />,
      grow: true,
      minWidth: 180,
    },
    {
      ...text('content', 'Runs', 190, contentText),
      hint: 'Its images, or the revision where none is told',
    },
    text('words', 'At the provider', 150, wordsOf),
    text('note', 'Note', 180, ({ note }) => note),
    {
      key: 'since',
      header: 'Since',
      hint: 'When the provider last told a change of its state',
      value: ({ updatedAt }) => updatedAt,
      cell: ({ updatedAt }) => when(updatedAt),
      width: 168,
      align: 'end',
    },
    {
      key: 'gone',
      header: 'Gone',
      hint: 'Since when the provider shows it no more',
      value: ({ goneAt }) => goneAt,
      cell: ({ goneAt }) => (goneAt === null ? null : when(goneAt)),
      width: 168,
      align: 'end',
      hidden: true,
    },
    {
      key: 'link',
      header: 'Open',
      value: ({ url }) => url,
      cell: ({ url, name }) => <ProviderLink url={url} what={name} />,
      width: 62,
      sortable: false,
    },
  ];
}

function text(
  key: string,
  header: string,
  width: number,
  value: (row: RolloutView) => string,
): TableColumn<RolloutView> {
  return {
    ...{ key, header, width, value },
    cell: (row) => <bdi title={value(row)}>{value(row)}</bdi>,
  };
}
