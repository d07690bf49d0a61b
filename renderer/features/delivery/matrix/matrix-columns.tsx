import type { MatrixEnvironment, MatrixRow } from '#shared/model/delivery/matrix.ts';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { CellFace } from './CellFace.tsx';
import { cellText, kindWords } from './matrix-words.ts';
import styles from './matrix.module.css';

type Told = {
  environments: readonly MatrixEnvironment[];
  at: string;
  /** The open cell. */
  open: { sel: string | null; env: string | null };
  onOpen: (serviceId: string, environmentId: string) => void;
};

/** The service, a column for each environment, and what people look for among many. */
export function matrixColumns({ environments, at, open, onOpen }: Told): TableColumn<MatrixRow>[] {
  return [
    {
      key: 'service',
      header: 'Service',
      value: ({ name }) => name,
      cell: ({ name, team }) => (
        <span className={styles['service']}>
          <bdi title={name}>{name}</bdi>
          {team !== null && <bdi className={styles['quiet']}>{team}</bdi>}
        </span>
      ),
      always: true,
      pinned: true,
      width: 184,
      minWidth: 120,
    },
    ...environments.map(({ id, name, kind, region }, place): TableColumn<MatrixRow> => ({
      key: id,
      header: name,
      hint: [kindWords[kind], region].filter(Boolean).join(', '),
      value: ({ cells }) => cellText(cells[place] ?? null) || null,
      sortBy: ({ cells }) => cells[place]?.stands?.version ?? null,
      cell: (row) => (
        <CellFace
          cell={row.cells[place] ?? null}
          where={`${row.name} on ${name}`}
          at={at}
          isOpen={row.id === open.sel && id === open.env}
          onOpen={() => onOpen(row.id, id)}
        />
      ),
      fills: true,
      grow: true,
      width: 168,
      minWidth: 120,
    })),
    {
      key: 'drifting',
      header: 'Drifts',
      value: ({ drifting }) => drifting,
      align: 'end',
      width: 72,
    },
    {
      key: 'criticality',
      header: 'Criticality',
      value: ({ criticality }) => criticality,
      sortBy: ({ criticality }) => ['low', 'medium', 'high', 'critical'].indexOf(criticality),
      hidden: true,
      width: 100,
    },
    { key: 'team', header: 'Team', value: ({ team }) => team, hidden: true, width: 140 },
  ];
}
