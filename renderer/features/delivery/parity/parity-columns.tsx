import { parityStates } from '#shared/model/delivery/parity.ts';
import type { ParityRow } from '#shared/model/delivery/parity.ts';
import { Tag } from '../../../components/Chip.tsx';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { Status } from '../../../components/Status.tsx';
import { stateLook, stateWords } from './parity-words.ts';
import styles from './parity.module.css';

export const parityColumns: TableColumn<ParityRow>[] = [
  {
    key: 'state',
    header: 'Standing',
    value: ({ state }) => stateWords[state],
    sortBy: ({ state }) => parityStates.indexOf(state),
    cell: ({ state }) => (
      <Status kind={stateLook[state]} variant="plain" label={stateWords[state]} />
    ),
    always: true,
    width: 170,
  },
  {
    key: 'key',
    header: 'Setting',
    value: ({ key }) => key,
    cell: ({ key }) => (
      <bdi className={styles['key']} title={key}>
        {key}
      </bdi>
    ),
    always: true,
    grow: true,
    minWidth: 240,
  },
  {
    key: 'secret',
    header: 'Secret',
    value: ({ secret }) => (secret ? 'secret' : null),
    cell: ({ secret }) => secret && <Tag>secret</Tag>,
    width: 100,
  },
  {
    key: 'left',
    header: 'Line in the first',
    value: ({ leftLine }) => leftLine,
    align: 'end',
    width: 140,
  },
  {
    key: 'right',
    header: 'Line in the second',
    value: ({ rightLine }) => rightLine,
    align: 'end',
    width: 150,
  },
];
