import { useState } from 'react';
import Button from '@mui/material/Button';
import type { Decision } from '#shared/model/governance/gates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ReasonForm } from '../../../components/editing/ReasonForm.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import styles from './approvals.module.css';

type OverruleNoGoProps = {
  decision: Decision;
  actingId: string | null;
  requesterId: string;
};

/** Sets a no-go aside, for the authority named for that; everybody else is told who may. */
export function OverruleNoGo({ decision, actingId, requesterId }: OverruleNoGoProps) {
  const [open, setOpen] = useState(false);
  const authority = useProcedure('approvals.rules', {}).data?.authority;
  const overrule = useCommand('approvals.overrule').run;
  if (authority === undefined) return null;
  const mayOverrule =
    actingId !== null && actingId !== requesterId && authority.personIds.includes(actingId);
  if (!mayOverrule) {
    const who = authority.words === '' ? 'Nobody is named who' : authority.words;
    return (
      <p className={styles['starts']}>
        <bdi>{who}</bdi> may overrule it. <a href="#/settings/decisions">Rules of decisions</a>
      </p>
    );
  }
  const submit = async (reason: string) => {
    const answer = await overrule({ decisionId: decision.id, reason });
    if (answer.ok) showToast({ text: 'Overruled; the no-go stays in the record' });
    return answer.ok ? null : answer.error;
  };
  if (!open) {
    return (
      <Button size="small" variant="text" onClick={() => setOpen(true)}>
        Overrule no-go…
      </Button>
    );
  }
  return (
    <ReasonForm
      danger
      label="Why is the no-go overruled?"
      button="Overrule no-go"
      consequence="The no-go blocks no longer, and its seat counts as filled by you. The record keeps both, with your reason. A change of the facts opens the seat again."
      submit={submit}
      onDone={() => setOpen(false)}
    />
  );
}
