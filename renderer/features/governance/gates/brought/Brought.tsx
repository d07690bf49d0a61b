import type { GateView } from '#shared/model/governance/gates.ts';
import { errorParts } from '../../../../api/error-parts.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { InspectorPart } from '../../../../components/Inspector.tsx';
import { Person } from '../../../../components/Person.tsx';
import { Delayed, SkeletonText } from '../../../../components/Skeleton.tsx';
import type { ReleasePage } from '../../../planning/releases/index.ts';
import { useFileDrop } from '../../../workspace/attachments/index.ts';
import { BringPlace } from './BringPlace.tsx';
import { BroughtItem } from './BroughtItem.tsx';
import { SinceLast } from './SinceLast.tsx';
import { useBring } from './use-bring.ts';
import styles from './brought.module.css';

type BroughtProps = { gate: GateView; page: ReleasePage; mayChange: boolean };

/** The evidence people brought to a gate, what it is measured by, and where more is added. */
export function Brought({ gate, page, mayChange }: BroughtProps) {
  const brought = useProcedure('gates.evidence', { gateId: gate.id });
  const bring = useBring(gate.id);
  const drop = useFileDrop(mayChange && !bring.running, (files, folders) => {
    const problems = folders.map((name) => `${name} is a folder. Drop the files inside it.`);
    void bring.take(files, problems);
  });
  if (brought.isPending) {
    return (
      <Delayed what="evidence">
        <SkeletonText lines={3} what="evidence" />
      </Delayed>
    );
  }
  if (brought.isError && brought.data === undefined) {
    return (
      <ErrorPanel
        {...errorParts('The evidence could not be read', brought.error)}
        onRetry={() => void brought.refetch()}
      />
    );
  }
  const { items, reads, limits, accountable, difference, incomparable } = brought.data;
  if (!mayChange && items.length === 0 && accountable === null && limits.length === 0) return null;
  return (
    <>
      {limits.length > 0 && (
        <InspectorPart title="What it is measured by">
          <ul className={styles['limits']}>
            {limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </InspectorPart>
      )}
      {accountable !== null && (
        <InspectorPart title="Accountable">
          <p className={styles['accountable']}>
            {accountable.personIds.map((id) => (
              <Person key={id} name={page.names.person(id)} role={accountable.role} />
            ))}
            {accountable.personIds.length === 0 && `Nobody holds the role (${accountable.role}).`}
          </p>
        </InspectorPart>
      )}
      <InspectorPart title={gate.check === 'decision' ? 'Evidence' : 'Evidence that was added'}>
        <div
          className={`${styles['brought']} ${drop.isOver ? styles['dropping'] : ''}`}
          {...drop.place}
        >
          {items.length === 0 ? (
            <p className={styles['hint']}>Nothing was added yet.</p>
          ) : (
            <ul className={styles['list']} aria-label="Evidence">
              {items.map((item) => (
                <BroughtItem key={item.id} item={item} page={page} mayChange={mayChange} />
              ))}
            </ul>
          )}
          {mayChange && <BringPlace bring={bring} reads={reads} />}
        </div>
      </InspectorPart>
      {difference !== null && <SinceLast difference={difference} />}
      {incomparable !== '' && (
        <InspectorPart title="Since the last release">
          <p className={styles['hint']}>{incomparable}</p>
        </InspectorPart>
      )}
    </>
  );
}
