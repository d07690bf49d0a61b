import { useState } from 'react';
import type { CallError } from '#shared/contract/procedure.ts';
import type { ScopeItem } from '#shared/model/planning/scope.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { itemName } from './scope-words.ts';
import styles from './scope.module.css';

type RemoveScopeItemProps = {
  item: ScopeItem;
  remove: () => Promise<CallError | null>;
  onClose: () => void;
};

/** Asks first: the item stays in the history, but the decisions given on this scope become stale. */
export function RemoveScopeItem({ item, remove, onClose }: RemoveScopeItemProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    const error = await remove();
    setBusy(false);
    if (error === null) onClose();
    else setRefusal(error.message);
  };
  return (
    <ConfirmDialog
      open
      title={`Take ${itemName(item)} out of the scope?`}
      action="Take out of the scope"
      busy={busy}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p dir="auto">{item.title}</p>
      <p>
        Decisions that bind the scope become stale and their gates re-open. History keeps the item.
      </p>
      {refusal !== null && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
    </ConfirmDialog>
  );
}
