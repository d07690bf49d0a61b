import Button from '@mui/material/Button';
import type { CapacityView } from '#shared/model/planning/bookings.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';
import { Inspector, InspectorPart } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import type { Names } from '../releases/index.ts';
import type { Cell } from './CapacityMatrix.tsx';
import { loadText } from './capacity-words.ts';
import type { CommitStart } from './CommitDialog.tsx';
import { CommitmentRows } from './CommitmentRows.tsx';
import type { CommitmentEdits } from './use-commitments.ts';
import styles from './capacity.module.css';

type LoadInspectorProps = {
  capacity: CapacityView;
  cell: Cell;
  names: Names;
  edits: CommitmentEdits;
  onCommit: (start: CommitStart) => void;
  onClose: () => void;
};

/** One role or person in one week: how the numbers come about, and what is promised to whom. */
export function LoadInspector({ capacity, cell, ...props }: LoadInspectorProps) {
  const { names, edits, onCommit, onClose } = props;
  const { today } = capacity;
  const role = capacity.roles.find(({ key }) => key === cell.key);
  const person = capacity.people.find(({ personId }) => personId === cell.key);
  const load = (role ?? person)?.weeks.find(({ weekOn }) => weekOn === cell.week);
  if (load === undefined) return null;
  const commitments = capacity.commitments.filter(
    ({ weekOn, roleKey, personId }) =>
      weekOn === cell.week && (roleKey === role?.key || personId === person?.personId),
  );
  const holders = capacity.people.filter(({ personId }) => role?.personIds.includes(personId));
  const start = {
    ...{ releaseId: null, weekOn: cell.week, days: 1, note: '' },
    roleKey: role?.key ?? person?.roles[0] ?? '',
    personId: person?.personId ?? null,
  };
  return (
    <Inspector
      title={(role ?? person)?.name ?? ''}
      note={`Week of ${formatDate(cell.week, today)}`}
      onClose={onClose}
      actions={<Button onClick={() => onCommit(start)}>Commit days…</Button>}
    >
      <InspectorPart title="Days">
        <p className={styles['sum']}>
          {loadText(load)}{' '}
          {load.over && (
            <Status kind="failed" label={`Over-booked by ${load.committed - load.available} d`} />
          )}
        </p>
        <p className={styles['why']} dir="auto">
          {load.why}
        </p>
        {holders.length > 0 && (
          <ul className={styles['holders']} aria-label="By person">
            {holders.map(({ personId, name, weeks }) => {
              const own = weeks.find(({ weekOn }) => weekOn === cell.week);
              return (
                <li key={personId}>
                  <span className={styles['holder']}>
                    <bdi>{name}</bdi>
                    <span>{own?.available ?? 0} d</span>
                  </span>
                  <span className={styles['why']}>{own?.why}</span>
                </li>
              );
            })}
          </ul>
        )}
      </InspectorPart>
      <InspectorPart title="Promised">
        {commitments.length === 0 ? (
          <p className={styles['why']}>Nothing is promised in this week.</p>
        ) : (
          <CommitmentRows commitments={commitments} {...{ names, edits, today }} />
        )}
      </InspectorPart>
    </Inspector>
  );
}
