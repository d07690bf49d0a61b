import type { ArtefactView } from '#shared/contract/delivery/artefacts.ts';
import { DigestChip, VersionChip } from '../../../components/Chip.tsx';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { ProviderLink } from '../pipelines/index.ts';
import { sizeText, standingOf } from './artefact-words.ts';
import styles from './artefacts.module.css';

type Context = { zone: string; now: string; services: ReadonlyMap<string, string> };

/** What a repository calls an artefact is shown as text; nothing of it is trusted as markup. */
export function artefactColumns({ zone, now, services }: Context): TableColumn<ArtefactView>[] {
  return [
    {
      key: 'name',
      header: 'Name',
      value: ({ name }) => name,
      cell: ({ name }) => (
        <bdi className={styles['name']} title={name}>
          {name}
        </bdi>
      ),
      grow: true,
      minWidth: 160,
      always: true,
    },
    {
      key: 'version',
      header: 'Version',
      value: ({ version }) => version,
      cell: ({ version }) => (version === '' ? null : <VersionChip version={version} />),
      width: 150,
    },
    {
      key: 'digest',
      header: 'Digest',
      value: ({ digest }) => digest,
      cell: ({ digest }) =>
        digest === null ? (
          <span className={styles['quiet']}>not told</span>
        ) : (
          <DigestChip digest={digest} />
        ),
      width: 206,
      minWidth: 206,
    },
    {
      key: 'service',
      header: 'Service',
      value: ({ serviceId }) => services.get(serviceId ?? '') ?? null,
      cell: ({ serviceId }) => {
        const service = services.get(serviceId ?? '');
        return service === undefined ? (
          <span className={styles['quiet']}>not mapped</span>
        ) : (
          <bdi>{service}</bdi>
        );
      },
      width: 140,
    },
    {
      key: 'published',
      header: 'Published',
      value: ({ publishedAt }) => publishedAt,
      cell: ({ publishedAt }) =>
        publishedAt === null ? (
          <span className={styles['quiet']}>not told</span>
        ) : (
          <When at={publishedAt} zone={zone} now={now} focusable={false} />
        ),
      width: 168,
      align: 'end',
    },
    {
      key: 'size',
      header: 'Size',
      value: ({ size }) => size,
      cell: ({ size }) => (size === null ? null : sizeText(size)),
      width: 90,
      align: 'end',
    },
    {
      key: 'gone',
      header: 'There',
      value: (row) => standingOf(row, zone, now).label,
      cell: (row) => {
        const { since, ...look } = standingOf(row, zone, now);
        return (
          <span title={since ?? undefined}>
            <Status {...look} variant="plain" />
          </span>
        );
      },
      width: 96,
    },
    {
      key: 'link',
      header: 'Open',
      value: ({ url }) => url,
      cell: ({ url, name, version }) => <ProviderLink url={url} what={`${name} ${version}`} />,
      width: 62,
      sortable: false,
    },
  ];
}
