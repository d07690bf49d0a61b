import { useState } from 'react';
import type { CallError } from '#shared/contract/procedure.ts';
import type { Risk } from '#shared/model/governance/risks.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import styles from './risks.module.css';

type RemoveRiskProps = {
  risk: Risk;
  remove: () => Promise<CallError | null>;
  onClose: () => void;
};

/** For a risk entered in error; one that was dealt with is closed instead, and stays in sight. */
export function RemoveRisk({ risk, remove, onClose }: RemoveRiskProps) {
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
      title="Remove a risk entered in error?"
      action="Remove the risk"
      busy={busy}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p dir="auto">{risk.title}</p>
      <p>
        A risk that was dealt with is better closed: it then stays in sight. Removing makes
        decisions that bind the risks stale; history keeps it.
      </p>
      {refusal !== null && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
    </ConfirmDialog>
  );
}
