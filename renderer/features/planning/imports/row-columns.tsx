import type { ImportRow } from '#shared/model/planning/imports.ts';
import { Change } from '../../../components/Change.tsx';
import { Tag } from '../../../components/Chip.tsx';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { Status } from '../../../components/Status.tsx';
import styles from './imports.module.css';

export const stateWords: Readonly<Record<ImportRow['state'], string>> = {
  new: 'New',
  changed: 'Changed',
  same: 'As it is',
  joined: 'Joined',
  refused: 'Refused',
};

export function RowState({ state }: { state: ImportRow['state'] }) {
  if (state === 'refused') return <Status kind="failed" label={stateWords.refused} />;
  return <Tag>{stateWords[state]}</Tag>;
}

export const rowColumns: readonly TableColumn<ImportRow>[] = [
  {
    key: 'line',
    header: 'Row',
    value: ({ line }) => line,
    width: 64,
    align: 'end',
  },
  {
    key: 'state',
    header: 'State',
    value: ({ state }) => stateWords[state],
    cell: ({ state }) => <RowState state={state} />,
    width: 110,
  },
  {
    key: 'name',
    header: 'Name',
    value: ({ name }) => name,
    cell: ({ name }) => (
      <bdi className={styles['name']} title={name}>
        {name}
      </bdi>
    ),
    width: 190,
    always: true,
    wrap: true,
  },
  {
    key: 'what',
    header: 'What becomes of it',
    value: outcomeText,
    cell: (row) => <RowOutcome row={row} />,
    grow: true,
    wrap: true,
    sortable: false,
  },
];

/** Why it is refused, what changes, or what it would be; then what is not as it was written. */
export function RowOutcome({ row }: { row: ImportRow }) {
  const { state, reason, changes, facts, cautions } = row;
  return (
    <span className={styles['outcome']} title={outcomeText(row)}>
      {state === 'refused' && <span className={styles['refusal']}>{reason}</span>}
      {state === 'changed' &&
        changes.map(({ what, from, to }) => (
          <span key={what} className={styles['change']}>
            <Change what={what} from={from} to={to} />
          </span>
        ))}
      {(state === 'new' || state === 'joined') && <bdi>{facts.join(' · ')}</bdi>}
      {cautions.length > 0 && <span className={styles['caution']}>{cautions.join(' ')}</span>}
    </span>
  );
}

function outcomeText({ reason, changes, facts, cautions }: ImportRow): string {
  const changed = changes.map(({ what, from, to }) => `${what}: ${from} → ${to}`);
  return [reason, ...changed, facts.join(' · '), ...cautions].filter(Boolean).join(' ');
}
