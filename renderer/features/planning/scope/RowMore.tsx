import type { ScopeChange, ScopeItem } from '#shared/model/planning/scope.ts';
import { Change } from '../../../components/Change.tsx';
import { ReasonForm } from '../../../components/editing/ReasonForm.tsx';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { MoveForm } from './MoveForm.tsx';
import { changeWords, itemName } from './scope-words.ts';
import type { ScopeEdits } from './use-scope.ts';
import styles from './scope.module.css';

/** What stands open under a row. */
export type Opened = 'note' | 'move' | 'drop';

type RowMoreProps = {
  opened: Opened;
  item: ScopeItem;
  change: ScopeChange | undefined;
  scope: ScopeEdits;
  onDone: () => void;
};

export function RowMore({ opened, item, change, scope, onDone }: RowMoreProps) {
  const name = itemName(item);
  return (
    <div className={styles['more']}>
      {opened === 'note' && (
        <>
          {change !== undefined && (
            <p className={styles['since']}>
              <Change
                what={`${changeWords[change.change]} since the approval:`}
                from={change.from}
                to={change.to}
              />
            </p>
          )}
          <SavedField
            kind="area"
            label={`Note on ${name}`}
            value={item.note}
            save={(note) => scope.change(item, { note })}
          />
        </>
      )}
      {opened === 'move' && (
        <MoveForm
          releaseId={item.releaseId}
          name={name}
          move={(to, why) => scope.move(item, to, why)}
          onDone={onDone}
        />
      )}
      {opened === 'drop' && (
        <ReasonForm
          danger
          label={`Why is ${name} dropped?`}
          button="Drop from the scope"
          consequence="It stays below with the reason and can be taken up again. Decisions that bind the scope become stale, and their gates open again."
          submit={(reason) => scope.drop(item, reason)}
          onDone={onDone}
        />
      )}
    </div>
  );
}
