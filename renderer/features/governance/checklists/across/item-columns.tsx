import IconButton from '@mui/material/IconButton';
import { Check } from 'lucide-react';
import type { ChecklistRow } from '#shared/model/governance/checklists.ts';
import { phases } from '#shared/model/planning/releases.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';
import type { TableColumn } from '../../../../components/data-table/table-types.ts';
import { Person } from '../../../../components/Person.tsx';
import { Status } from '../../../../components/Status.tsx';
import type { Names } from '../../../planning/releases/index.ts';
import { phaseWords } from '../checklist-groups.ts';
import { ownerWords, stateWords, wishWords } from '../item-words.ts';
import styles from './across.module.css';

type Told = {
  names: Names;
  today: string;
  /** Null where nothing can be written. */
  markDone: ((row: ChecklistRow) => void) | null;
};

export function itemColumns({ names, today, markDone }: Told): TableColumn<ChecklistRow>[] {
  return [
    {
      key: 'state',
      header: 'State',
      width: 116,
      sortable: true,
      value: ({ state }) => stateWords[state],
      cell: (row) => <StateCell row={row} markDone={markDone} />,
    },
    {
      key: 'text',
      header: 'Item',
      always: true,
      grow: true,
      wrap: true,
      width: 250,
      minWidth: 200,
      value: ({ text }) => text,
      cell: ({ text, waitsForTexts }) => (
        <span className={styles['text']} title={text}>
          <bdi className={waitsForTexts.length > 0 ? styles['one'] : styles['two']}>{text}</bdi>
          {waitsForTexts.length > 0 && (
            <span className={styles['waits']} title={waitsForTexts.join('\n')}>
              waits for “<bdi>{waitsForTexts[0]}</bdi>”
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'due',
      header: 'Due',
      width: 138,
      value: ({ due }) => (due === null ? null : formatDate(due, today)),
      sortBy: ({ due }) => due,
      cell: (row) => <DueCell row={row} today={today} />,
    },
    {
      key: 'owner',
      header: 'Owner',
      width: 170,
      value: (row) => ownerWords(row, names),
      cell: (row) =>
        row.owner === null ? (
          <span className={styles['quiet']}>{ownerWords(row, names)}</span>
        ) : (
          <Person name={names.person(row.owner)} />
        ),
    },
    {
      key: 'release',
      header: 'Release',
      width: 190,
      value: ({ release }) => release,
      cell: ({ release }) => <bdi title={release}>{release}</bdi>,
    },
    {
      key: 'phase',
      header: 'Phase',
      width: 112,
      value: ({ phase }) => phaseWords[phase],
      sortBy: ({ phase }) => phases.indexOf(phase),
    },
    {
      key: 'evidence',
      header: 'Evidence',
      width: 120,
      hidden: true,
      value: ({ evidence, evidenceUrl, evidenceWish }) =>
        evidence || evidenceUrl || (evidenceWish === 'nothing' ? '' : wishWords[evidenceWish]),
    },
  ];
}

type CellProps = { row: ChecklistRow; markDone: Told['markDone'] };

function StateCell({ row, markDone }: CellProps) {
  if (row.state === 'done') return <Status kind="passed" variant="plain" label="Done" />;
  if (row.state === 'not-applicable') return <Status kind="not-applicable" variant="plain" />;
  if (markDone === null) return <>Open</>;
  return (
    <IconButton
      size="small"
      className={styles['tick'] ?? ''}
      aria-label={`Mark done: ${row.text}`}
      title="Mark done"
      onClick={(event) => {
        event.stopPropagation();
        markDone(row);
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <Check />
    </IconButton>
  );
}

function DueCell({ row, today }: { row: ChecklistRow; today: string }) {
  if (row.due === null) return <span className={styles['quiet']}>No date</span>;
  const text = formatDate(row.due, today);
  if (row.standing === 'overdue') {
    return <Status kind="failed" variant="plain" label={`${text}, late`} />;
  }
  if (row.standing === 'soon') return <Status kind="waiting" variant="plain" label={text} />;
  return <>{text}</>;
}
