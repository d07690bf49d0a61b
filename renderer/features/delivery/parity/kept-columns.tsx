import { parityStates } from '#shared/model/delivery/parity.ts';
import type { KeptParityRow } from '#shared/model/delivery/parity.ts';
import { Tag } from '../../../components/Chip.tsx';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { Status } from '../../../components/Status.tsx';
import { stateLook, stateWords } from './parity-words.ts';
import styles from './parity.module.css';

type Told = { left: string; right: string; person: (id: string | null) => string };

/** The settings of a kept comparison, named after its environments. */
export function keptColumns({ left, right, person }: Told): TableColumn<KeptParityRow>[] {
  const wordOf = ({ state }: KeptParityRow) => {
    if (state === 'only-left') return `Only in ${left}`;
    return state === 'only-right' ? `Only in ${right}` : stateWords[state];
  };
  return [
    {
      key: 'state',
      header: 'Standing',
      value: wordOf,
      sortBy: ({ state }) => parityStates.indexOf(state),
      cell: (row) => <Status kind={stateLook[row.state]} variant="plain" label={wordOf(row)} />,
      always: true,
      width: 170,
    },
    {
      key: 'key',
      header: 'Setting',
      value: ({ key }) => key,
      cell: ({ key, secret }) => (
        <span title={key}>
          <bdi className={styles['key']}>{key}</bdi> {secret && <Tag>secret</Tag>}
        </span>
      ),
      always: true,
      grow: true,
      minWidth: 200,
    },
    {
      key: 'accepted',
      header: 'Accepted',
      value: ({ state, acceptance }) => {
        if (state === 'same') return null;
        if (acceptance === null) return 'open';
        return acceptance.lapsed ? 'lapsed, a value changed' : acceptance.reason;
      },
      cell: ({ state, acceptance }) => {
        if (state === 'same') return null;
        if (acceptance === null) return <Status kind="waiting" variant="plain" label="Open" />;
        return acceptance.lapsed ? (
          <Status kind="out-of-date" variant="plain" label="Lapsed, a value changed" />
        ) : (
          <bdi title={acceptance.reason}>{acceptance.reason}</bdi>
        );
      },
      grow: true,
      minWidth: 180,
    },
    {
      key: 'owner',
      header: 'Owner',
      value: ({ acceptance }) => (acceptance === null ? null : person(acceptance.ownerId)),
      width: 150,
    },
  ];
}
